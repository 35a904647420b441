package se.lykta.hotspot.density;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RadixSortTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 11, 12, 33, 64})
    void ordersByKeyAndKeepsEqualOnesInOrder(int bits) {
        long seed = 3;
        long[] keys = new Random(seed)
                .longs(5000)
                .map(key -> key >>> (64 - bits) & ~2L)
                .toArray();
        int[] expected = IntStream.range(0, keys.length)
                .boxed()
                .sorted((a, b) -> Long.compareUnsigned(keys[a], keys[b]))
                .mapToInt(i -> i)
                .toArray();

        assertThat(RadixSort.order(keys)).as("seed " + seed).isEqualTo(expected);
    }

    @Test
    void keysOfNumbersAscendAsTheNumbersDo() {
        double[] numbers = {-1e300, -2, -1, -Double.MIN_VALUE, 0, Double.MIN_VALUE, 1, 2, 6_500_000, 1e300};

        for (int i = 1; i < numbers.length; i++) {
            assertThat(Long.compareUnsigned(RadixSort.key(numbers[i - 1]), RadixSort.key(numbers[i])))
                    .as(numbers[i - 1] + " before " + numbers[i])
                    .isNegative();
        }
        assertThat(RadixSort.key(-0.0)).isEqualTo(RadixSort.key(0.0));
        assertThat(Long.compareUnsigned(RadixSort.key(-5L), RadixSort.key(4L))).isNegative();
    }

    @Test
    void nothingIsInOrder() {
        assertThat(RadixSort.order(new long[0])).isEmpty();
    }
}
