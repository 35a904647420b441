package se.lykta.hotspot.file;

import java.util.List;
import se.lykta.http.QueryParameters;

/**
 * The parameters that all methods with random runs have.
 *
 * @param runs how often chance is asked
 * @param seed the same seed gives the same result
 */
record MonteCarloParameters(int runs, long seed) {

    private static final int RUNS = 999;

    static final List<Parameter> HELP = List.of(
            new Parameter("runs", "N", String.valueOf(RUNS), "random runs; the least p is 1/(runs + 1)"),
            new Parameter("seed", "N", "1", "the same seed gives the same result"));

    static MonteCarloParameters read(QueryParameters parameters) {
        return new MonteCarloParameters(
                parameters.integer("runs", RUNS, 1, 1_000_000),
                parameters.find("seed", Long::valueOf, "a whole number").orElse(1L));
    }

    void tell(ColumnTable table) {
        table.fact("runs", runs);
        table.fact("seed", seed);
    }
}
