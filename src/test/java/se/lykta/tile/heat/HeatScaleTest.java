package se.lykta.tile.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.index.Filter;
import se.lykta.index.RandomReports;
import se.lykta.index.Snapshot;
import se.lykta.index.SnapshotBuilder;

/** Class limits that mean something: round, shared, and not carried away by one place or by few reports. */
class HeatScaleTest {

    private static final Filter ALL = Filter.everything();
    private static final double LON = 15.05;
    private static final double LAT = 58.95;

    @ParameterizedTest
    @CsvSource({
        "200, 10|20|50|100|200",
        "199.9, 5|10|20|50|100",
        "1, 0.05|0.1|0.2|0.5|1",
        "7.3, 0.2|0.5|1|2|5",
        "0.02, 0.001|0.002|0.005|0.01|0.02",
        "123456, 5000|10000|20000|50000|100000"
    })
    void limitsAreRoundNumbersUpToTheOneGiven(double high, String limits) {
        assertThat(HeatScale.limitsUpTo(high))
                .containsExactlyElementsOf(
                        Arrays.stream(limits.split("\\|")).map(Double::valueOf).toList());
    }

    @Test
    void aReportByItselfHasThreeOverPiTimesTheSquareOfTheRadius() {
        // h = 1 km: 3/π = 0.9549 reports per km² at the place itself
        assertThat(HeatScale.onePeak(1000)).isCloseTo(0.954929658551372, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 9, 12, 13, 14, 18})
    void theRadiusHalvesFromZoomToZoomDownToTwoHundredMetres(int zoom) {
        double expected = zoom >= 14 ? 200 : 250 * Math.pow(2, 13 - zoom);

        assertThat(Bandwidth.of(zoom).radiusMetres()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 11, 13, 16})
    void theMaximumIsTheDensityAtTheBusiestPlace(int zoom) {
        Snapshot snapshot = spots(new int[] {40, 7, 3});
        var oracle = new KernelOracle(snapshot, ALL, Bandwidth.of(zoom).radiusMetres());

        HeatScale scale = HeatTiles.scale(snapshot, ALL, zoom);

        double busiest =
                oracle.density(snapshot.lonDeg(rowOfBusiest(snapshot)), snapshot.latDeg(rowOfBusiest(snapshot)));
        assertThat(scale.maximum()).isCloseTo(busiest, within(0.03 * busiest));
        assertThat(scale.reports()).isEqualTo(50);
    }

    @Test
    void singleReportsNeverFillTheLastClass() {
        Snapshot snapshot = spots(new int[] {1, 1, 1, 1});

        HeatScale scale = HeatTiles.scale(snapshot, ALL, 14);

        double ten = 10 * HeatScale.onePeak(200);
        assertThat(scale.maximum()).isLessThan(scale.limits().get(2));
        assertThat(scale.limits().get(4)).isBetween(ten / 2.5, ten);
    }

    @Test
    void thousandsOnADefaultAddressWeighNoMoreThanOnePlace() {
        Snapshot without = scattered(2000, 0);
        Snapshot with = scattered(2000, 5000);

        assertThat(HeatTiles.scale(with, ALL, 13).limits())
                .isEqualTo(HeatTiles.scale(without, ALL, 13).limits());
        assertThat(HeatTiles.scale(with, ALL, 13).maximum())
                .isGreaterThan(10 * HeatTiles.scale(without, ALL, 13).maximum());
    }

    @Test
    void withoutReportsThereAreStillLimits() {
        HeatScale scale = HeatTiles.scale(Snapshot.empty(1), ALL, 12);

        assertThat(scale.reports()).isZero();
        assertThat(scale.maximum()).isZero();
        assertThat(scale.limits()).hasSize(5).isSorted();
    }

    @Test
    void coloursRunFromTransparentThroughTheFiveToTheDarkest() {
        var ramp = new Ramp(new double[] {10, 20, 50, 100, 200});
        var colours = ramp.colours(false);

        assertThat(ramp.index(0)).isZero();
        assertThat(ramp.index(2.4f)).isZero();
        assertThat(colours.getAlpha(0)).isZero();
        assertThat(colours.getAlpha(ramp.index(5))).isBetween(1, 149);
        double[] limits = {10, 20, 50, 100, 200};
        for (int i = 0; i < limits.length; i++) {
            int wanted = Integer.parseInt(Ramp.COLOURS.get(i).substring(1), 16);
            int colour = colours.getRGB(ramp.index((float) limits[i] * 1.001f));
            assertThat(distance(colour, wanted)).as("limit %s", limits[i]).isLessThan(12);
            int reversed = new Ramp(limits).colours(true).getRGB(ramp.index((float) limits[i] * 1.001f));
            int mirrored = Integer.parseInt(Ramp.COLOURS.get(4 - i).substring(1), 16);
            assertThat(distance(reversed, mirrored)).as("limit %s", limits[i]).isLessThan(12);
        }
        assertThat(colours.getRGB(ramp.index(1e9f)) & 0xffffff).isEqualTo(0x67001f);
    }

    @Test
    void moreIsNeverAnEarlierColour() {
        var ramp = new Ramp(new double[] {0.01, 0.02, 0.05, 0.1, 0.2});
        int before = 0;
        for (double density = 1e-4; density < 10; density *= 1.003) {
            int index = ramp.index((float) density);
            assertThat(index).isBetween(before, 255);
            before = index;
        }
        assertThat(before).isEqualTo(255);
    }

    private static int distance(int one, int other) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return most;
    }

    private static int rowOfBusiest(Snapshot snapshot) {
        int row = 0;
        while (snapshot.id(row) != 1) {
            row++;
        }
        return row;
    }

    /** So many reports at each of some places, 30 km apart; the first id is at the first place. */
    private static Snapshot spots(int[] sizes) {
        var builder = new SnapshotBuilder();
        int id = 1;
        for (int spot = 0; spot < sizes.length; spot++) {
            for (int i = 0; i < sizes[spot]; i++) {
                add(builder, id++, LON + 0.5 * spot, LAT);
            }
        }
        return builder.build(1);
    }

    private static Snapshot scattered(int size, int atTownHall) {
        var random = new Random(61);
        var builder = new SnapshotBuilder();
        for (int id = 1; id <= size; id++) {
            add(builder, id, LON + 0.15 * random.nextDouble(), LAT + 0.08 * random.nextDouble());
        }
        for (int id = 1; id <= atTownHall; id++) {
            add(builder, size + id, LON + 0.2, LAT);
        }
        return builder.build(1);
    }

    private static void add(SnapshotBuilder builder, long id, double lonDeg, double latDeg) {
        builder.add(RandomReports.at(id, lonDeg, latDeg));
    }
}
