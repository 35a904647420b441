package se.lykta.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The command line of the benches: names, options, and what is said of wrong ones. */
class BenchTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void withoutANameTheyAreListed() throws Exception {
        assertThat(run()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("echo", "says its number", "--number 3 --seed 1");
    }

    @Test
    void optionsHaveDefaultsAndBothSpellings() throws Exception {
        assertThat(run("echo")).isZero();
        assertThat(run("echo", "--number", "5")).isZero();
        assertThat(run("echo", "--number=7")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("figure number 3", "figure number 5", "figure number 7");
    }

    @Test
    void unknownNamesAndOptionsAreRefusedWithWhatThereIs() throws Exception {
        assertThat(run("nothing")).isEqualTo(2);
        assertThat(run("echo", "--size", "5")).isEqualTo(2);
        assertThat(run("echo", "--number")).isEqualTo(2);
        assertThat(run("echo", "--number", "many")).isEqualTo(2);
        assertThat(run("echo", "--number", "0")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "unknown bench 'nothing', there are: echo",
                        "unknown option '--size', there are: --number, --seed",
                        "--number needs a value",
                        "--number 'many' is not a whole number",
                        "--number 0 is not within 1..");
    }

    private int run(String... arguments) throws Exception {
        return Bench.run(
                List.of(arguments),
                Map.of("echo", new Echo()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static final class Echo implements Benchmark {

        @Override
        public String summary() {
            return "says its number";
        }

        @Override
        public Map<String, String> options() {
            return Map.of("number", "3", "seed", "1");
        }

        @Override
        public void run(BenchOptions options, Output output) {
            output.figure("number", options.number("number"));
        }
    }
}
