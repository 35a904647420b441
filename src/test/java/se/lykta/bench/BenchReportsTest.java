package se.lykta.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import se.lykta.geo.Morton;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.Taxonomy;

/** Generated reports are the same for the same seed and as concentrated as they claim. */
class BenchReportsTest {

    private static final int SIZE = 200_000;
    private static final int ZOOM = 16;
    private static final List<ReportPoint> POINTS = points(1, SIZE);

    @Test
    void theSameSeedGivesTheSameReportsInAnyOrder() {
        var first = new BenchReports(Taxonomy.load(), 7);
        var second = new BenchReports(Taxonomy.load(), 7);

        List<BenchReport> forwards =
                LongStream.rangeClosed(1, 500).mapToObj(first::report).toList();
        List<BenchReport> backwards = LongStream.rangeClosed(1, 500)
                .mapToObj(id -> second.report(501 - id))
                .toList();

        IntStream.range(0, 500).forEach(i -> assertThat(forwards.get(i)).isEqualTo(backwards.get(499 - i)));
    }

    @Test
    void anotherSeedGivesOtherReports() {
        Set<Double> places = new HashSet<>();
        points(1, 500).forEach(point -> places.add(point.lonDeg()));

        assertThat(points(2, 500)).noneMatch(point -> places.contains(point.lonDeg()));
    }

    @Test
    void theDensestTileHoldsThreeReportsInAHundred() {
        int densest =
                tiles().values().stream().mapToInt(Integer::intValue).max().orElseThrow();

        assertThat((double) densest / SIZE).isBetween(0.026, 0.038);
    }

    @Test
    void mostTilesHoldFewReports() {
        Map<Long, Integer> tiles = tiles();
        long few = tiles.values().stream().filter(count -> count < SIZE / 1000).count();

        assertThat((double) few / tiles.size()).isGreaterThan(0.95);
    }

    @Test
    void someReportsStandAtExactlyTheSamePlace() {
        Set<Long> places = new HashSet<>();
        POINTS.forEach(point -> places.add(Morton.encode(point.lonDeg(), point.latDeg())));

        assertThat(1 - (double) places.size() / SIZE).isBetween(0.03, 0.15);
    }

    @Test
    void allLieInSwedenAndInTheFiveYears() {
        assertThat(POINTS).allSatisfy(point -> {
            assertThat(point.lonDeg()).isBetween(8.0, 26.0);
            assertThat(point.latDeg()).isBetween(53.0, 69.5);
            assertThat(point.occurredMinute() - BenchReports.FIRST_MINUTE).isBetween(0, BenchReports.DAYS * 1440 - 1);
            assertThat(point.causes()).isNotZero();
        });
    }

    @Test
    void nineInTenCountAndDarknessIsCommon() {
        double counting =
                POINTS.stream().filter(point -> point.state().counts()).count() / (double) SIZE;
        double dark =
                POINTS.stream().filter(point -> point.light() == Light.DARK).count() / (double) SIZE;

        assertThat(counting).isBetween(0.9, 0.97);
        assertThat(dark).isBetween(0.4, 0.7);
    }

    private static Map<Long, Integer> tiles() {
        Map<Long, Integer> tiles = new HashMap<>();
        POINTS.forEach(point ->
                tiles.merge(Morton.encode(point.lonDeg(), point.latDeg()) >> (2 * (31 - ZOOM)), 1, Integer::sum));
        return tiles;
    }

    private static List<ReportPoint> points(long seed, int size) {
        var reports = new BenchReports(Taxonomy.load(), seed);
        return LongStream.rangeClosed(1, size)
                .mapToObj(id -> reports.report(id).point())
                .toList();
    }
}
