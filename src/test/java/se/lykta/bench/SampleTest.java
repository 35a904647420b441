package se.lykta.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Quantiles, ratios, tables and figures are what their names say. */
class SampleTest {

    @Test
    void theMedianIsTheMiddleOrTheMeanOfBoth() {
        assertThat(Sample.of(9, 1, 5).median()).isEqualTo(5);
        assertThat(Sample.of(9, 1, 5, 7).median()).isEqualTo(6);
        assertThat(Sample.of().median()).isNaN();
    }

    @Test
    void quantilesAreTheNearestRank() {
        double[] hundred = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();

        assertThat(Sample.of(hundred).quantile(0.99)).isEqualTo(99);
        assertThat(Sample.of(hundred).quantile(1)).isEqualTo(100);
        assertThat(Sample.of(hundred).quantile(0)).isEqualTo(1);
        assertThat(Sample.of(4, 8).quantile(0.5)).isEqualTo(4);
    }

    @Test
    void whatWasNotMeasuredIsNoValue() {
        assertThat(Sample.of(3, Double.NaN, Double.POSITIVE_INFINITY).size()).isEqualTo(1);
    }

    @Test
    void ratiosCompareTheSamePlacesOnly() {
        double[] theirs = {10, 40, Double.NaN, 1000};
        double[] ours = {1, 2, 0.001, Double.NaN};

        assertThat(Sample.ratioOfMedians(theirs, ours)).isEqualTo(25 / 1.5);
        assertThat(Sample.medianOfRatios(theirs, ours)).isEqualTo(15);
    }

    @Test
    void numbersHaveThreeDigitsAndNoExponent() {
        assertThat(Numbers.of(1234567.8)).isEqualTo("1234568");
        assertThat(Numbers.of(12.345)).isEqualTo("12.3");
        assertThat(Numbers.of(0.012345)).isEqualTo("0.0123");
        assertThat(Numbers.of(Double.NaN)).isEqualTo("-");
        assertThat(Numbers.figure(212.34)).isEqualTo("212.3");
    }

    @Test
    void tablesAlignTheirColumns() {
        var table = new Table("times, ms", "zoom", "p50").row("z0", 1.5).row("z10", 123.0);

        assertThat(table.lines()).containsExactly("times, ms", "zoom   p50", "----------", "z0    1.50", "z10    123");
    }

    @Test
    void figuresComeLastAndOnlyIfThereIsAValue() {
        var bytes = new ByteArrayOutputStream();
        var output = new Output(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        output.figure("first", 2.5);
        output.figure("nothing", Double.NaN);
        output.line("100 % done");
        output.end();

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("100 % done\nfigure first 2.50\n");
    }
}
