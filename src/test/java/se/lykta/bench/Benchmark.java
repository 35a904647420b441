package se.lykta.bench;

import java.util.Map;

/** One kind of measurement that {@code ./lykta bench} can run. */
interface Benchmark {

    /** One line for the list of names. */
    String summary();

    /** Name of each option without dashes, and its value if it is not given. */
    Map<String, String> options();

    /** Measures and reports; whatever goes wrong, a wrong answer included, is thrown. */
    void run(BenchOptions options, Output output) throws Exception;
}
