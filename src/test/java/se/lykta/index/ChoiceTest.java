package se.lykta.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.geo.Morton;

/** What is told for many rows at once, against asking the filter row by row. */
class ChoiceTest {

    private static final int ROWS = 3000;

    private final Snapshot snapshot = SnapshotTest.snapshot(new RandomReports(31).list(ROWS), 1);
    private final Leaf leaf = leaf(snapshot);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void wordsTellWhatTheFilterTellsOfEachRow(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            Filter filter = new RandomQuery(random, 0.3).filter();
            for (int block = 0; block < leaf.values().blocks(); block++) {
                long rows = Leaf.rowsOf(block, 0, ROWS) & random.nextLong();

                assertThat(filter.choice().wanted(leaf, block, rows))
                        .as("seed %d, %s, block %d", seed, filter, block)
                        .isEqualTo(rows & tested(filter, block));
            }
        }
    }

    /** Many whole leaves are answered without a look at a row: never one of which the look would say another thing. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void aLeafIsTakenOrLeftAsAWholeOnlyIfAllItsRowsAre(long seed) {
        var random = new Random(seed);
        int taken = 0;
        int left = 0;
        for (int i = 0; i < 3000; i++) {
            Choice choice = random(random).choice();
            long[] wanted = wanted(choice);
            if (choice.takesCounting(leaf)) {
                taken++;
                assertThat(wanted).isEqualTo(wanted(Filter.counting().choice()));
            }
            if (choice.misses(leaf)) {
                left++;
                assertThat(wanted).containsOnly(0);
            }
        }
        assertThat(taken).isPositive();
        assertThat(left).isPositive();
    }

    @Test
    void aFilterThatWantsNoStateWantsNothing() {
        Filter rejected = new Filter(Conditions.NONE.withValues(new Conditions.Values(-1, 0, -1, -1, -1, -1, -1)));

        assertThat(wanted(rejected.choice())).containsOnly(0);
    }

    @Test
    void aBoxAroundCodesHoldsAllBetween() {
        var random = new Random(5);
        for (int i = 0; i < 500; i++) {
            long first = random.nextLong() >>> (2 + random.nextInt(40));
            long last = first + (random.nextLong() >>> (2 + random.nextInt(60)));
            long between = first + (long) (random.nextDouble() * (last - first));
            CellBox box = CellBox.around(first, Math.min(last, Long.MAX_VALUE >>> 1));

            assertThat(Stream.of(first, Math.min(between, Long.MAX_VALUE >>> 1)).allMatch(box::contains))
                    .as("%x to %x", first, last)
                    .isTrue();
        }
    }

    @Test
    void aBoxAroundOneCodeIsItsCell() {
        assertThat(CellBox.around(Morton.encode(5, 9), Morton.encode(5, 9))).isEqualTo(new CellBox(5, 9, 5, 9));
    }

    @Test
    void rowsOfABlockAreThoseInTheRange() {
        for (int first : List.of(0, 1, 63, 64, 65, 127)) {
            for (int end : List.of(first + 1, first + 63, first + 64, 191, 192)) {
                for (int block = first / 64; block * 64 < end; block++) {
                    int start = block * 64;
                    long expected = IntStream.range(0, 64)
                            .filter(bit -> start + bit >= first && start + bit < end)
                            .mapToLong(bit -> 1L << bit)
                            .sum();
                    assertThat(Leaf.rowsOf(block, first, end))
                            .as("%d..%d", first, end)
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** A box or a window that may hold all, some or none, and now and then another condition. */
    private static Filter random(Random random) {
        Conditions any = new RandomQuery(random, 0.05).filter().conditions();
        int from = RandomReports.FIRST_MINUTE + (int) (2_000_000 * random.nextGaussian());
        int size = (int) Math.abs(4_000_000 * random.nextGaussian());
        Conditions.Values values =
                random.nextBoolean() ? any.values() : Conditions.NONE.values().counting();
        return new Filter(new Conditions(any.causes(), values, new Conditions.Window(from, from + size), any.place()));
    }

    private long[] wanted(Choice choice) {
        return IntStream.range(0, leaf.values().blocks())
                .mapToLong(block -> choice.wanted(leaf, block, Leaf.rowsOf(block, 0, ROWS)))
                .toArray();
    }

    private long tested(Filter filter, int block) {
        return IntStream.range(block * 64, Math.min(ROWS, block * 64 + 64))
                .filter(row -> filter.test(snapshot, row))
                .mapToLong(row -> 1L << row)
                .sum();
    }

    private static Leaf leaf(Snapshot snapshot) {
        var columns = new Columns(ROWS);
        snapshot.forEachLeaf(0, ROWS, (from, first, end, row) -> columns.copy(from, first, row, end - first));
        return new Leaf(columns);
    }
}
