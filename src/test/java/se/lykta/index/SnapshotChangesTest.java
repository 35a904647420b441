package se.lykta.index;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lykta.index.SnapshotTest.assertSame;
import static se.lykta.index.SnapshotTest.snapshot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.report.ReportPoint;

/** Changes of a snapshot of many leaves against a rebuild, and against what is shared. */
class SnapshotChangesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anySequenceOfChangesEqualsARebuild(long seed) {
        var reports = new RandomReports(seed);
        var random = new Random(seed);
        Map<Long, ReportPoint> truth = new TreeMap<>();
        Snapshot snapshot = Snapshot.empty(0);
        for (int round = 1; round <= 25; round++) {
            List<ReportPoint> changed = new ArrayList<>();
            int changes = random.nextInt(random.nextInt(3) == 0 ? 20_000 : 50);
            for (int i = 0; i < changes; i++) {
                changed.add(reports.point(1 + random.nextInt(60_000)));
            }
            changed.forEach(point -> truth.put(point.id(), point));
            long[] removed = removed(random, truth);
            for (long id : removed) {
                truth.remove(id);
            }

            snapshot = snapshot.with(round, changed, removed);

            assertSame(snapshot, snapshot(List.copyOf(truth.values()), round));
            assertWellFormed(snapshot);
        }
    }

    @Test
    void everythingCanGoAndComeBack() {
        List<ReportPoint> points = new RandomReports(5).list(20_000);
        long[] ids = points.stream().mapToLong(ReportPoint::id).toArray();
        Snapshot full = snapshot(points, 1);

        Snapshot gone = full.with(2, List.of(), ids);
        Snapshot back = gone.with(3, points, new long[0]);

        assertThat(gone.size()).isZero();
        assertSame(back, snapshot(points, 3));
        assertWellFormed(back);
    }

    @Test
    void manyReportsAtOnePlaceFillSeveralLeaves() {
        ReportPoint place = new RandomReports(6).point(1);
        List<ReportPoint> points = new ArrayList<>();
        for (long id = 1; id <= 30_000; id++) {
            points.add(at(place, id));
        }
        Collections.shuffle(points, new Random(6));
        Snapshot snapshot = snapshot(points, 1);

        Snapshot changed = snapshot.with(2, List.of(at(place, 30_001)), new long[] {15_000});

        assertThat(snapshot.firstAtOrAfter(snapshot.morton(0))).isZero();
        assertThat(snapshot.firstAtOrAfter(snapshot.morton(0) + 1)).isEqualTo(30_000);
        assertThat(changed.id(14_998)).isEqualTo(14_999);
        assertThat(changed.id(14_999)).isEqualTo(15_001);
        assertThat(changed.id(29_999)).isEqualTo(30_001);
        assertWellFormed(changed);
    }

    @Test
    void aChangeSharesTheLeavesItDoesNotTouch() {
        var reports = new RandomReports(7);
        Snapshot before = snapshot(reports.list(60_000), 1);

        Snapshot after = before.with(2, List.of(reports.point(30_000)), new long[0]);

        List<Columns> old = leaves(before);
        List<Columns> made = leaves(after);
        made.removeIf(leaf -> old.stream().anyMatch(other -> other == leaf));
        assertThat(old).hasSizeGreaterThan(10);
        assertThat(made).hasSizeBetween(1, 2);
    }

    @Test
    void aSnapshotStaysAsItWasWhenAnotherIsMadeOfIt() {
        var reports = new RandomReports(8);
        List<ReportPoint> points = reports.list(20_000);
        Snapshot before = snapshot(points, 1);

        before.with(2, List.of(reports.point(10), reports.point(11)), new long[] {12, 13, 14});

        assertSame(before, snapshot(points, 1));
    }

    /** Nothing, a few, a block of ids, or nearly all. */
    private static long[] removed(Random random, Map<Long, ReportPoint> truth) {
        return switch (random.nextInt(5)) {
            case 0 -> random.longs(random.nextInt(100), 1, 60_100).toArray();
            case 1 -> random.longs(20_000, 1, 60_000).distinct().toArray();
            case 2 ->
                truth.size() < 30_000
                        ? new long[0]
                        : truth.keySet().stream()
                                .filter(id -> id % 50 != 0)
                                .mapToLong(Long::longValue)
                                .toArray();
            default -> new long[0];
        };
    }

    private static ReportPoint at(ReportPoint place, long id) {
        return new ReportPoint(
                id,
                place.lonDeg(),
                place.latDeg(),
                place.causes(),
                place.when(),
                place.source(),
                place.state(),
                place.severity(),
                id);
    }

    private static List<Columns> leaves(Snapshot snapshot) {
        List<Columns> leaves = new ArrayList<>();
        snapshot.forEachLeaf(0, snapshot.size(), (columns, first, end, row) -> leaves.add(columns));
        return leaves;
    }

    /** Leaves have a good size; row numbers are dense; accessors and scans see the same. */
    private static void assertWellFormed(Snapshot snapshot) {
        List<Columns> leaves = leaves(snapshot);
        int row = 0;
        for (Columns leaf : leaves) {
            assertThat(leaf.size()).isLessThanOrEqualTo(Page.MOST);
            assertThat(leaf.size()).isGreaterThanOrEqualTo(leaves.size() == 1 ? 1 : Page.LEAST);
            for (int i = 0; i < leaf.size(); i += 97) {
                assertThat(snapshot.id(row + i)).isEqualTo(leaf.id[i]);
            }
            row += leaf.size();
        }
        assertThat(row).isEqualTo(snapshot.size());
    }
}
