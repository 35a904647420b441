package se.lykta.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.report.PointView;
import se.lykta.report.ReportPoint;

/** Sorting and building by many threads against the library's sort and a build by one. */
class RowOrderTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 63, 64, 65, 5000})
    void keysAreSortedStably(int size) {
        var random = new Random(size);
        for (long range : new long[] {2, 1000, 1L << 40, Long.MAX_VALUE}) {
            long[] keys = random.longs(size).map(key -> key % range).toArray();
            int[] values = IntStream.range(0, size).toArray();
            int[] expected = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparingLong(i -> keys[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();

            RadixSort.sort(keys.clone(), values, 0, size);

            assertThat(values).as("range %d", range).isEqualTo(expected);
        }
    }

    @Test
    void onlyTheGivenPartIsSorted() {
        long[] keys = {9, 8, 7, 6, 5};
        int[] values = {0, 1, 2, 3, 4};

        RadixSort.sort(keys, values, 1, 4);

        assertThat(keys).containsExactly(9, 6, 7, 8, 5);
        assertThat(values).containsExactly(0, 3, 2, 1, 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void rowsOfManyChunksAreSortedByKeyThenById(long seed) {
        var random = new Random(seed);
        List<Columns> chunks = new ArrayList<>();
        List<long[]> rows = new ArrayList<>();
        for (int size : new int[] {40_000, 0, 1, 65_536, 30_000}) {
            var chunk = new Columns(size + 5);
            for (int row = 0; row < size; row++) {
                chunk.morton[row] = random.nextInt(4) == 0 ? 77 : random.nextLong(1L << 62);
                chunk.id[row] = random.nextLong();
                rows.add(new long[] {chunk.morton[row], chunk.id[row], (long) chunks.size() << RowOrder.CHUNK_BITS | row
                });
            }
            chunks.add(chunk);
        }
        rows.sort(Comparator.<long[]>comparingLong(row -> row[0]).thenComparingLong(row -> row[1]));
        int[] used = {40_000, 0, 1, 65_536, 30_000};

        assertThat(RowOrder.of(chunks, used, columns -> columns.morton))
                .isEqualTo(rows.stream().mapToInt(row -> (int) row[2]).toArray());
    }

    @Test
    void partsFilledByManyThreadsGiveTheSameAsOne() {
        List<ReportPoint> points = new RandomReports(9).list(100_000);
        List<ReportPoint> shuffled = new ArrayList<>(points);
        Collections.shuffle(shuffled, new Random(9));
        for (int parts : new int[] {1, 3, 8}) {
            var builder = new SnapshotBuilder();
            List<Consumer<PointView>> sinks =
                    IntStream.range(0, parts).mapToObj(i -> builder.part()).toList();
            IntStream.range(0, parts).parallel().forEach(part -> {
                for (int i = part; i < shuffled.size(); i += parts) {
                    sinks.get(part).accept(shuffled.get(i));
                }
            });

            SnapshotTest.assertSame(builder.build(1), SnapshotTest.snapshot(points, 1));
        }
    }

    @Test
    void aReportGivenTwiceIsRefused() {
        ReportPoint point = new RandomReports(10).point(4);
        var builder = new SnapshotBuilder().add(point).add(point);

        assertThatThrownBy(() -> builder.build(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("report 4 was given twice");
    }
}
