package se.lykta.hotspot.confidence;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import se.lykta.hotspot.density.Clustering;

/**
 * Points in metres and the clusters that some of them are in, in an order of their own: by position, so that drawing by
 * number does not depend on the order in which the points came. Immutable.
 */
public final class ClusteredPoints {

    private final double[] x;
    private final double[] y;
    private final int[] cluster;
    private final int clusters;

    /**
     * Points and the clusters that are looked at.
     *
     * @param x east, metres
     * @param y north
     * @param members for each cluster the indexes of its points; no point is in two
     */
    public ClusteredPoints(double[] x, double[] y, int[][] members) {
        int[] of = new int[x.length];
        Arrays.fill(of, Clustering.NOISE);
        for (int c = 0; c < members.length; c++) {
            for (int member : members[c]) {
                of[member] = c;
            }
        }
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> x[i])
                        .thenComparingDouble(i -> y[i])
                        .thenComparingInt(i -> of[i]))
                .mapToInt(i -> i)
                .toArray();
        this.x = Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
        this.y = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
        this.cluster = Arrays.stream(order).map(i -> of[i]).toArray();
        this.clusters = members.length;
    }

    int size() {
        return x.length;
    }

    int clusters() {
        return clusters;
    }

    double x(int point) {
        return x[point];
    }

    double y(int point) {
        return y[point];
    }

    /** The cluster of a point; -1 for none. */
    int cluster(int point) {
        return cluster[point];
    }

    /** The points of each cluster. */
    int[][] members() {
        int[][] members = new int[clusters][];
        for (int c = 0; c < clusters; c++) {
            int wanted = c;
            members[c] = IntStream.range(0, x.length)
                    .filter(i -> cluster[i] == wanted)
                    .toArray();
        }
        return members;
    }
}
