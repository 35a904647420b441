package se.lykta.tile.mvt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of longs against {@link HashMap}. */
class LongNumbersTest {

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void itSaysWhatAMapOfObjectsSays(long seed) {
        var random = new Random(seed);
        var numbers = new LongNumbers();
        Map<Long, Integer> expected = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            // few near zero, multiples of large powers of two, which crowd a table that hashes badly, and any
            long key = switch (i % 3) {
                case 0 -> random.nextInt(3000) - 1500;
                case 1 -> (long) random.nextInt(3000) << 50;
                default -> random.nextLong();
            };
            Integer known = expected.get(key);
            assertThat(numbers.find(key)).as("seed %d key %d", seed, key).isEqualTo(known == null ? -1 : known);
            if (known == null) {
                numbers.put(key, i);
                expected.put(key, i);
            }
        }
        expected.forEach((key, number) -> assertThat(numbers.find(key)).isEqualTo(number));
    }
}
