package se.lykta.hotspot.density;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How far two partitions of the same points agree: 1 for the same up to names, about 0 for chance.
 *
 * <p>Adjusted Rand index (Hubert and Arabie 1985, formula 5).
 */
final class RandIndex {

    private RandIndex() {}

    static double adjusted(int[] a, int[] b) {
        Map<Long, Long> both = new HashMap<>();
        Map<Integer, Long> ofA = new HashMap<>();
        Map<Integer, Long> ofB = new HashMap<>();
        for (int i = 0; i < a.length; i++) {
            both.merge(((long) a[i] << 32) | (b[i] & 0xffff_ffffL), 1L, Long::sum);
            ofA.merge(a[i], 1L, Long::sum);
            ofB.merge(b[i], 1L, Long::sum);
        }
        double pairs = pairs(both);
        double pairsOfA = pairs(ofA);
        double pairsOfB = pairs(ofB);
        double expected = pairsOfA * pairsOfB / pairs(a.length);
        double most = (pairsOfA + pairsOfB) / 2;
        return most == expected ? 1 : (pairs - expected) / (most - expected);
    }

    /** The same, where only some points are looked at. */
    static double adjusted(int[] a, int[] b, int[] rows) {
        return adjusted(
                Arrays.stream(rows).map(row -> a[row]).toArray(),
                Arrays.stream(rows).map(row -> b[row]).toArray());
    }

    private static double pairs(Map<?, Long> sizes) {
        return sizes.values().stream().mapToDouble(RandIndex::pairs).sum();
    }

    private static double pairs(long size) {
        return size * (size - 1) / 2.0;
    }
}
