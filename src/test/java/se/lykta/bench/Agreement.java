package se.lykta.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import se.lykta.hotspot.density.Clustering;

/** Whether another program found the same clusters; if it did not, no time is worth a comparison. */
final class Agreement {

    private Agreement() {}

    /**
     * Compares what DBSCAN defines: which points are noise, which cores are together, and the cluster of each border point
     * that has but one to choose.
     *
     * @param theirs labels under their own numbers, -1 for noise
     * @throws IllegalStateException if anything differs
     */
    static void require(String who, Clustering ours, int[] theirs) {
        for (int row = 0; row < ours.size(); row++) {
            if ((ours.label(row) == Clustering.NOISE) != (theirs[row] == Clustering.NOISE)) {
                throw differs(who, row, theirs[row], ours.label(row));
            }
        }
        int[] unambiguous = theirs.clone();
        for (int row = 0; row < ours.size(); row++) {
            unambiguous[row] = ours.adjacentClusters(row) == 1 ? theirs[row] : Clustering.NOISE;
        }
        requirePartition(
                who,
                ours.size(),
                row -> ours.adjacentClusters(row) == 1 ? ours.label(row) : Clustering.NOISE,
                unambiguous);
    }

    /**
     * Compares two partitions whose numbers may differ, but for noise.
     *
     * @throws IllegalStateException if they are not the same
     */
    static void requirePartition(String who, int size, IntUnaryOperator ours, int[] theirs) {
        Map<Integer, Integer> theirsOf = new HashMap<>(Map.of(Clustering.NOISE, Clustering.NOISE));
        Map<Integer, Integer> oursOf = new HashMap<>(theirsOf);
        for (int row = 0; row < size; row++) {
            int our = ours.applyAsInt(row);
            int their = theirs[row];
            theirsOf.putIfAbsent(our, their);
            oursOf.putIfAbsent(their, our);
            if (theirsOf.get(our) != their || oursOf.get(their) != our) {
                throw differs(who, row, their, our);
            }
        }
    }

    private static IllegalStateException differs(String who, int row, int their, int our) {
        return new IllegalStateException(
                "%s has point %d in cluster %d, we have it in cluster %d".formatted(who, row, their, our));
    }
}
