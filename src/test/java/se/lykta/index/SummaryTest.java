package se.lykta.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.geo.Morton;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Light;

/** What sums made beforehand tell, and what a scan tells, against counting row by row. */
class SummaryTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyRangeIsToldAsByCounting(long seed) {
        var random = new Random(seed);
        Snapshot snapshot = SnapshotTest.snapshot(new RandomReports(seed).list(30_000), 1);
        for (int i = 0; i < 80; i++) {
            assertToldAsByCounting(snapshot, random, i % 2 == 0 ? Filter.counting() : filter(random));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void changesKeepTheSumsRight(long seed) {
        var reports = new RandomReports(seed);
        var random = new Random(seed);
        Snapshot snapshot = SnapshotTest.snapshot(reports.list(20_000), 1);
        for (int round = 2; round < 30; round++) {
            List<ReportPoint> changed = new ArrayList<>();
            for (int i = random.nextInt(500); i > 0; i--) {
                changed.add(reports.point(1 + random.nextInt(25_000)));
            }
            snapshot =
                    snapshot.with(round, changed, random.longs(200, 1, 25_000).toArray());
            for (int i = 0; i < 10; i++) {
                assertToldAsByCounting(snapshot, random, Filter.counting());
            }
        }
    }

    @Test
    void summariesOfPartsAddUpToThatOfTheWhole() {
        Snapshot snapshot = SnapshotTest.snapshot(new RandomReports(21).list(9000), 1);
        var whole = new Summary();
        snapshot.summarise(Filter.everything(), 0, Long.MAX_VALUE, whole);

        var sum = new Summary();
        for (int row = 0; row < snapshot.size(); row += 1000) {
            var part = new Summary();
            snapshot.summariseRows(Filter.everything(), row, row + 1000, part);
            sum.add(part);
        }

        assertSame(sum, whole);
        assertThat(whole.count()).isEqualTo(9000);
    }

    @Test
    void aClearedSummaryIsAsNew() {
        Snapshot snapshot = SnapshotTest.snapshot(new RandomReports(22).list(100), 1);
        var used = new Summary();
        snapshot.summariseRows(Filter.everything(), 0, 100, used);
        used.clear();
        snapshot.summariseRows(Filter.everything(), 10, 20, used);
        var fresh = new Summary();
        snapshot.summariseRows(Filter.everything(), 10, 20, fresh);

        assertSame(used, fresh);
    }

    private static Filter filter(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Filter.everything();
            case 1 ->
                Filter.counting()
                        .withWindow(
                                RandomReports.FIRST_MINUTE + random.nextInt(1_000_000),
                                RandomReports.FIRST_MINUTE + 1_000_000);
            default -> new RandomQuery(random, 0.4).filter();
        };
    }

    private static void assertToldAsByCounting(Snapshot snapshot, Random random, Filter filter) {
        long first = snapshot.morton(random.nextInt(snapshot.size())) + random.nextInt(2);
        long end = random.nextInt(10) == 0 ? Long.MAX_VALUE : snapshot.morton(random.nextInt(snapshot.size()));
        int[] rows = IntStream.range(0, snapshot.size())
                .filter(row -> snapshot.morton(row) >= first && snapshot.morton(row) < end)
                .filter(row -> filter.test(snapshot, row))
                .toArray();
        var summary = new Summary();
        snapshot.summarise(filter, first, end, summary);
        var mass = new Mass();
        snapshot.summarise(filter, first, end, mass);
        List<Integer> visited = new ArrayList<>();
        snapshot.forEach(filter, first, end, visited::add);

        assertCounted(snapshot, rows, summary);
        assertThat(visited).containsExactlyElementsOf(IntStream.of(rows).boxed().toList());
        assertThat(mass.count()).isEqualTo(rows.length);
        assertThat(mass.sumX()).isEqualTo(summary.sumX());
        assertThat(mass.sumY()).isEqualTo(summary.sumY());
    }

    private static void assertCounted(Snapshot snapshot, int[] rows, Summary summary) {
        assertThat(summary.count()).isEqualTo(rows.length);
        for (int bit = 0; bit < Long.SIZE; bit++) {
            long mask = 1L << bit;
            assertThat(summary.causeCount(bit)).isEqualTo((int) IntStream.of(rows)
                    .filter(row -> (snapshot.causes(row) & mask) != 0)
                    .count());
        }
        assertThat(summary.dark()).isEqualTo((int) IntStream.of(rows)
                .filter(row -> snapshot.light(row) == Light.DARK)
                .count());
        assertThat(summary.knownLight()).isEqualTo((int) IntStream.of(rows)
                .filter(row -> snapshot.light(row) != Light.UNKNOWN)
                .count());
        int[] x = IntStream.of(rows).map(row -> Morton.x(snapshot.morton(row))).toArray();
        int[] y = IntStream.of(rows).map(row -> Morton.y(snapshot.morton(row))).toArray();
        assertThat(summary.sumX()).isEqualTo(IntStream.of(x).asLongStream().sum());
        assertThat(summary.sumY()).isEqualTo(IntStream.of(y).asLongStream().sum());
        if (rows.length > 0) {
            assertThat(summary.newestMinute())
                    .isEqualTo(IntStream.of(rows).map(snapshot::minute).max().orElseThrow());
            assertThat(summary.spreadCells()).isEqualTo(Math.max(spread(x), spread(y)));
        }
    }

    private static int spread(int[] values) {
        return IntStream.of(values).max().orElseThrow()
                - IntStream.of(values).min().orElseThrow();
    }

    private static void assertSame(Summary actual, Summary expected) {
        assertThat(actual).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(expected);
    }
}
