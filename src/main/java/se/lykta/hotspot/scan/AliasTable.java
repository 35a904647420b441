package se.lykta.hotspot.scan;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws from a fixed discrete distribution in constant time by the alias method (Walker 1977; Vose 1991).
 *
 * <p>Probabilities are exact to 2⁻³². Immutable.
 */
final class AliasTable {

    private static final double UNIT = 0x1p32;

    private final long[] threshold;
    private final int[] alias;

    /** Weights are 0 or more, not all 0; what has none is never drawn. */
    AliasTable(double[] weights) {
        int n = weights.length;
        double mean = Arrays.stream(weights).sum() / n;
        double[] left = Arrays.stream(weights).map(weight -> weight / mean).toArray();
        threshold = new long[n];
        alias = new int[n];
        int[] small = new int[n];
        int[] large = new int[n];
        int smalls = 0;
        int larges = 0;
        int heaviest = 0;
        for (int i = 0; i < n; i++) {
            heaviest = weights[i] > weights[heaviest] ? i : heaviest;
            if (left[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        while (smalls > 0 && larges > 0) {
            int poor = small[--smalls];
            int rich = large[larges - 1];
            set(poor, left[poor], rich);
            left[rich] -= 1 - left[poor];
            if (left[rich] < 1) {
                small[smalls++] = rich;
                larges--;
            }
        }
        // what rounding left over is whole, but for what has no weight at all
        for (int i = 0; i < smalls; i++) {
            set(small[i], weights[small[i]] > 0 ? 1 : 0, heaviest);
        }
        for (int i = 0; i < larges; i++) {
            set(large[i], 1, large[i]);
        }
    }

    private void set(int column, double share, int other) {
        threshold[column] = (long) (share * UNIT);
        alias[column] = other;
    }

    /** Draws so many times and counts how often each came (a multinomial sample). */
    void count(long draws, SplittableRandom random, double[] counts) {
        Arrays.fill(counts, 0);
        for (long draw = 0; draw < draws; draw++) {
            long bits = random.nextLong();
            int column = (int) (((bits >>> 32) * threshold.length) >>> 32);
            counts[(bits & 0xFFFF_FFFFL) < threshold[column] ? column : alias[column]]++;
        }
    }
}
