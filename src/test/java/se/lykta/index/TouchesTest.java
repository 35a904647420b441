package se.lykta.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.geo.Morton;
import se.lykta.report.ReportPoint;

/** The bounded log of changes against one that forgets nothing. */
class TouchesTest {

    private static final long WORLD = 1L << 62;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noTouchIsEverMissed(long seed) {
        var random = new Random(seed);
        long[] regions = random.longs(20, 0, WORLD).sorted().toArray();
        Touches touches = Touches.none(100, regions);
        var truth = new TreeMap<Long, Long>();
        for (long version = 101; version < 260; version++) {
            long[] places = places(random);
            for (long place : places) {
                truth.put(place, version);
            }
            touches = touches.with(version, places);
            for (int i = 0; i < 6; i++) {
                long first = random.nextLong(WORLD);
                long end = first + 1 + random.nextLong(i < 3 ? WORLD / 1000 : WORLD - first);
                long expected = truth.subMap(first, end).values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(100);

                assertThat(touches.touchedAt(first, end)).isBetween(expected, version);
            }
            assertThat(touches.touchedAt(0, WORLD)).isEqualTo(version);
        }
    }

    @Test
    void asLongAsTheLogIsNotFullTheAnswerIsExact() {
        Touches touches = Touches.none(5, new long[] {0, 1000})
                .with(6, new long[] {10, 2000})
                .with(7, new long[] {11});

        assertThat(touches.touchedAt(0, 10)).isEqualTo(5);
        assertThat(touches.touchedAt(0, 11)).isEqualTo(6);
        assertThat(touches.touchedAt(10, 12)).isEqualTo(7);
        assertThat(touches.touchedAt(12, 2000)).isEqualTo(5);
        assertThat(touches.touchedAt(12, 2001)).isEqualTo(6);
        assertThat(touches.with(8, new long[] {2000}).touchedAt(12, 2001)).isEqualTo(8);
    }

    @Test
    void aFullLogForgetsOnlyWhereItChanged() {
        Touches touches = Touches.none(5, new long[] {0, 1_000_000});
        for (int i = 0; i < 3 * Touches.MOST; i++) {
            touches = i % 64 == 0 ? touches.with(6 + i, consecutive(i)) : touches;
        }

        assertThat(touches.touchedAt(1_000_000, WORLD)).isEqualTo(5);
        assertThat(touches.touchedAt(0, 64)).isGreaterThan(5);
    }

    @Test
    void oldAndNewPlacesOfAChangeAreTouchedAndThoseOfRemovedReports() {
        var reports = new RandomReports(4);
        List<ReportPoint> points = reports.list(3000);
        Snapshot before = SnapshotTest.snapshot(points, 10);
        ReportPoint moved = reports.point(7);
        Snapshot after = before.with(11, List.of(moved), new long[] {8, 99_999});
        List<Long> places = new ArrayList<>();
        for (int row = 0; row < before.size(); row++) {
            if (before.id(row) == 7 || before.id(row) == 8) {
                places.add(before.morton(row));
            }
        }
        places.add(Morton.encode(moved.lonDeg(), moved.latDeg()));

        assertThat(places).allSatisfy(place -> {
            assertThat(before.touchedAt(place, place + 1)).isEqualTo(10);
            assertThat(after.touchedAt(place, place + 1)).isEqualTo(11);
        });
        long touched = 0;
        for (int row = 0; row < after.size(); row++) {
            touched += after.touchedAt(after.morton(row), after.morton(row) + 1) == 11
                            && !places.contains(after.morton(row))
                    ? 1
                    : 0;
        }
        assertThat(touched).isZero();
    }

    @Test
    void aVersionWithoutAChangeTouchesNothing() {
        Snapshot before = SnapshotTest.snapshot(new RandomReports(5).list(100), 10);

        Snapshot after = before.with(12, List.of(), new long[] {4711});

        assertThat(after.version()).isEqualTo(12);
        assertThat(after.touchedAt(0, WORLD)).isEqualTo(10);
    }

    private static long[] places(Random random) {
        int size = 1 + random.nextInt(300);
        long corner = random.nextLong(WORLD / 2);
        return random.nextBoolean()
                ? random.longs(size, 0, WORLD).toArray()
                : random.longs(size, corner, corner + 100_000).toArray();
    }

    private static long[] consecutive(int first) {
        long[] places = new long[64];
        for (int i = 0; i < places.length; i++) {
            places[i] = (long) first + i;
        }
        return places;
    }
}
