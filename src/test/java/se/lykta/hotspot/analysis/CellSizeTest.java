package se.lykta.hotspot.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellSizeTest {

    /** Areas in km²: a small town, Olofström, Gävle, Jokkmokk, Kiruna. */
    @ParameterizedTest
    @CsvSource({"5, 250, 250", "390, 250, 250", "1615, 100, 200", "18400, 250, 500", "19500, 100, 500", "6250, 250, 250"
    })
    void cellsAreAsSmallAsTheAreaAllows(double km2, double least, double expected) {
        assertThat(CellSize.of(least, km2 * 1e6)).isEqualTo(expected);
    }

    @Test
    void thereAreNeverTooManyAndTheyAreRound() {
        long seed = 20_261_128;
        var random = new SplittableRandom(seed);
        for (int run = 0; run < 1000; run++) {
            double area = Math.pow(10, random.nextDouble(6, 13));

            double size = CellSize.of(100, area);

            assertThat(area / (size * size)).as("seed %d, run %d", seed, run).isLessThanOrEqualTo(CellSize.MOST_CELLS);
            double mantissa = size / Math.pow(10, Math.floor(Math.log10(size) + 1e-9));
            assertThat(mantissa).as("seed %d, run %d", seed, run).isIn(1.0, 2.0, 2.5, 5.0);
        }
    }
}
