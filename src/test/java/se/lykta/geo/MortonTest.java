package se.lykta.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MortonTest {

    private static final int LAST = Integer.MAX_VALUE;

    @Test
    void theFirstCellsFollowTheLetterZ() {
        assertThat(Morton.encode(0, 0)).isZero();
        assertThat(Morton.encode(1, 0)).isEqualTo(1);
        assertThat(Morton.encode(0, 1)).isEqualTo(2);
        assertThat(Morton.encode(1, 1)).isEqualTo(3);
        assertThat(Morton.encode(2, 0)).isEqualTo(4);
    }

    @Test
    void theLastCellHasAllBits() {
        assertThat(Morton.encode(LAST, LAST)).isEqualTo((1L << 62) - 1);
    }

    @Test
    void theCodeIsTheBitsInTurn() {
        var random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            int x = random.nextInt() & LAST;
            int y = random.nextInt() & LAST;

            assertThat(Morton.encode(x, y)).isEqualTo(bitByBit(x, y));
        }
    }

    @Test
    void everyCellComesBack() {
        var random = new Random(2);
        for (int i = 0; i < 1000; i++) {
            int x = random.nextInt() & LAST;
            int y = random.nextInt() & LAST;
            long code = Morton.encode(x, y);

            assertThat(Morton.x(code)).isEqualTo(x);
            assertThat(Morton.y(code)).isEqualTo(y);
        }
    }

    private static long bitByBit(int x, int y) {
        long code = 0;
        for (int bit = 0; bit < 31; bit++) {
            code |= (long) ((x >> bit) & 1) << (2 * bit);
            code |= (long) ((y >> bit) & 1) << (2 * bit + 1);
        }
        return code;
    }
}
