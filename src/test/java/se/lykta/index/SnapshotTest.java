package se.lykta.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;

class SnapshotTest {

    private static final double CELL_DEG = 360.0 / (1L << 31);

    @Test
    void aReportIsReadAsItWasWritten() {
        var when = new ReportPoint.When(29_000_000, 167, Light.DARK);
        var point = new ReportPoint(7, 14.5, 56.25, 5L, when, Source.POLICE, ReportState.DONE, Severity.UNSAFE, -3L);

        Snapshot snapshot = snapshot(List.of(point), 9);

        assertThat(snapshot.version()).isEqualTo(9);
        assertThat(snapshot.size()).isEqualTo(1);
        assertThat(snapshot.id(0)).isEqualTo(7);
        assertThat(snapshot.lonDeg(0)).isCloseTo(14.5, within(CELL_DEG));
        assertThat(snapshot.latDeg(0)).isCloseTo(56.25, within(CELL_DEG));
        assertThat(snapshot.morton(0)).isEqualTo(Morton.encode(14.5, 56.25));
        assertThat(snapshot.causes(0)).isEqualTo(5);
        assertThat(snapshot.minute(0)).isEqualTo(29_000_000);
        assertThat(snapshot.source(0)).isEqualTo(Source.POLICE);
        assertThat(snapshot.state(0)).isEqualTo(ReportState.DONE);
        assertThat(snapshot.light(0)).isEqualTo(Light.DARK);
        assertThat(snapshot.reporter(0)).isEqualTo(-3);
        assertThat(snapshot.severity(0)).isEqualTo(Severity.UNSAFE);
        assertThat(snapshot.hourOfWeek(0)).isEqualTo(167);
    }

    @Test
    void rowsAreInMortonOrderAndTiesInOrderOfIds() {
        Snapshot snapshot = snapshot(new RandomReports(21).list(5000), 1);

        for (int row = 1; row < snapshot.size(); row++) {
            long step = Long.compare(snapshot.morton(row - 1), snapshot.morton(row));
            assertThat(step).isNotPositive();
            if (step == 0) {
                assertThat(snapshot.id(row - 1)).isLessThan(snapshot.id(row));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void theOrderOfArrivalChangesNoByte(long seed) {
        List<ReportPoint> points = new RandomReports(seed).list(3000);
        List<ReportPoint> shuffled = new ArrayList<>(points);
        Collections.shuffle(shuffled, new Random(seed));

        assertSame(snapshot(shuffled, 1), snapshot(points, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45, 46})
    void changesGiveTheSameBytesAsARebuild(long seed) {
        var reports = new RandomReports(seed);
        var random = new Random(seed);
        Map<Long, ReportPoint> truth = new HashMap<>();
        Snapshot snapshot = Snapshot.empty(0);
        for (int round = 1; round <= 30; round++) {
            List<ReportPoint> changed = new ArrayList<>();
            for (int i = random.nextInt(60); i > 0; i--) {
                changed.add(reports.point(1 + random.nextInt(300)));
            }
            changed.forEach(point -> truth.put(point.id(), point));
            long[] removed = random.longs(random.nextInt(20), 301, 320).toArray();
            if (random.nextBoolean()) {
                removed = new long[] {1 + random.nextInt(300)};
                truth.remove(removed[0]);
            }

            snapshot = snapshot.with(round, changed, removed);

            assertSame(snapshot, snapshot(List.copyOf(truth.values()), round));
        }
    }

    @Test
    void anEmptySnapshotHasNothingAnywhere() {
        Snapshot empty = Snapshot.empty(3).with(4, List.of(), new long[] {1, 2});

        assertThat(empty.size()).isZero();
        assertThat(empty.version()).isEqualTo(4);
        assertThat(empty.firstAtOrAfter(0)).isZero();
        assertThat(Filter.everything().count(empty)).isZero();
    }

    @Test
    void theRowsOfATileAreTheReportsInIt() {
        List<ReportPoint> points = new RandomReports(51).list(4000);
        Snapshot snapshot = snapshot(points, 1);
        var random = new Random(51);
        for (int i = 0; i < 500; i++) {
            int zoom = random.nextInt(19);
            ReportPoint near = points.get(random.nextInt(points.size()));
            long code = Morton.encode(near.lonDeg(), near.latDeg());
            var tile = new TileId(zoom, Morton.x(code) >> (31 - zoom), Morton.y(code) >> (31 - zoom));

            int rows = snapshot.firstAtOrAfter(tile.endMorton()) - snapshot.firstAtOrAfter(tile.firstMorton());

            long inside = points.stream().filter(point -> isIn(tile, point)).count();
            assertThat(rows).isEqualTo((int) inside).isPositive();
        }
    }

    /** The textbook formula of tile numbers, with tangent and secant. */
    private static boolean isIn(TileId tile, ReportPoint point) {
        double column = Math.min((point.lonDeg() + 180) / 360, Math.nextDown(1.0)) * (1 << tile.zoom());
        double latRad = Math.toRadians(Math.max(-89.99, point.latDeg()));
        double y = (1 - Math.log(Math.tan(latRad) + 1 / Math.cos(latRad)) / Math.PI) / 2;
        double line = Math.max(0, Math.min(y, Math.nextDown(1.0))) * (1 << tile.zoom());
        return (int) column == tile.x() && (int) line == tile.y();
    }

    static Snapshot snapshot(List<ReportPoint> points, long version) {
        var builder = new SnapshotBuilder();
        points.forEach(builder::add);
        return builder.build(version);
    }

    /** Every column of every row, and every summary of the whole, is the same. */
    static void assertSame(Snapshot actual, Snapshot expected) {
        assertThat(actual.version()).isEqualTo(expected.version());
        Columns left = columns(actual);
        Columns right = columns(expected);
        assertThat(left.morton).isEqualTo(right.morton);
        assertThat(left.id).isEqualTo(right.id);
        assertThat(left.causes).isEqualTo(right.causes);
        assertThat(left.reporter).isEqualTo(right.reporter);
        assertThat(left.minute).isEqualTo(right.minute);
        assertThat(left.hourOfWeek).isEqualTo(right.hourOfWeek);
        assertThat(left.source).isEqualTo(right.source);
        assertThat(left.state).isEqualTo(right.state);
        assertThat(left.light).isEqualTo(right.light);
        assertThat(left.severity).isEqualTo(right.severity);
        assertThat(actual.checksum()).isEqualTo(expected.checksum());
    }

    private static Columns columns(Snapshot snapshot) {
        var all = new Columns(snapshot.size());
        snapshot.forEachLeaf(
                0, snapshot.size(), (columns, first, end, row) -> all.copy(columns, first, row, end - first));
        return all;
    }
}
