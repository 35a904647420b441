package se.lykta.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Ranges of ids against plain sets. */
class IdRangesTest {

    @Test
    void rangesThatTouchBecomeOne() {
        IdRanges ranges = new IdRanges();
        ranges.add(5, 7);
        ranges.add(1, 2);
        ranges.add(3, 4);

        assertThat(ranges.firsts()).containsExactly(1L);
        assertThat(ranges.lasts()).containsExactly(7L);
        assertThat(ranges.size()).isEqualTo(7);
        assertThat(ranges.without(new long[] {1, 2, 6})).containsExactly(3, 4, 5, 7);
    }

    @Test
    void randomRangesHoldWhatASetHolds() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            IdRanges ranges = new IdRanges();
            TreeSet<Long> oracle = new TreeSet<>();
            for (int i = 0; i < 30; i++) {
                long first = random.nextInt(200);
                long last = first + random.nextInt(12);
                ranges.add(first, last);
                for (long id = first; id <= last; id++) {
                    oracle.add(id);
                }
            }

            assertThat(ranges.size()).as("seed %d", seed).isEqualTo(oracle.size());
            assertThat(ranges.without(new long[0]))
                    .as("seed %d", seed)
                    .containsExactly(oracle.stream().mapToLong(Long::longValue).toArray());
        }
    }

    @Test
    void theFewestRangesCoverIds() {
        assertThat(IdRanges.covering(new long[] {1, 2, 3, 7, 9, 10}, 3))
                .containsExactly(new long[] {1, 3}, new long[] {7, 7}, new long[] {9, 10});
        assertThat(IdRanges.covering(new long[] {1, 2, 3, 7, 9, 10}, 2)).containsExactly(new long[] {1, 10});
        assertThat(IdRanges.covering(new long[0], 2)).isEqualTo(List.of());
    }
}
