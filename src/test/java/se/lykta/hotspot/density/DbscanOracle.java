package se.lykta.hotspot.density;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** DBSCAN and ST-DBSCAN straight from their definition, quadratic, sharing no code with the real ones. */
final class DbscanOracle {

    private final double[] x;
    private final double[] y;
    private final long[] time;
    private final double eps;
    private final long epsTime;
    final int[] labels;
    final boolean[] core;

    DbscanOracle(double[] x, double[] y, double eps, int minPts) {
        this(x, y, new long[x.length], eps, 0, minPts);
    }

    DbscanOracle(double[] x, double[] y, long[] time, double eps, long epsTime, int minPts) {
        this.x = x;
        this.y = y;
        this.time = time;
        this.eps = eps;
        this.epsTime = epsTime;
        this.labels = new int[x.length];
        this.core = new boolean[x.length];
        Arrays.fill(labels, -1);
        for (int i = 0; i < x.length; i++) {
            int near = 0;
            for (int j = 0; j < x.length; j++) {
                near += isNear(i, j) ? 1 : 0;
            }
            core[i] = near >= minPts;
        }
        int cluster = 0;
        for (int start : westToEast()) {
            if (core[start] && labels[start] < 0) {
                flood(start, cluster++);
            }
        }
        for (int i = 0; i < x.length; i++) {
            if (!core[i]) {
                labels[i] = labelOfNearestCore(i);
            }
        }
    }

    private double squared(int i, int j) {
        return (x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j]);
    }

    boolean isNear(int i, int j) {
        return squared(i, j) <= eps * eps && Math.abs(time[i] - time[j]) <= epsTime;
    }

    /** How many clusters have a core near a point; a core is in one. */
    int adjacent(int i) {
        Set<Integer> clusters = new HashSet<>();
        for (int j = 0; j < x.length; j++) {
            if (core[j] && isNear(i, j)) {
                clusters.add(labels[j]);
            }
        }
        return clusters.size();
    }

    private List<Integer> westToEast() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.<Integer>comparingDouble(i -> x[i])
                .thenComparingDouble(i -> y[i])
                .thenComparingLong(i -> time[i]));
        return order;
    }

    private void flood(int start, int cluster) {
        var open = new ArrayDeque<Integer>(List.of(start));
        labels[start] = cluster;
        while (!open.isEmpty()) {
            int at = open.pop();
            for (int j = 0; j < x.length; j++) {
                if (core[j] && labels[j] < 0 && isNear(at, j)) {
                    labels[j] = cluster;
                    open.push(j);
                }
            }
        }
    }

    private int labelOfNearestCore(int i) {
        int label = -1;
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < x.length; j++) {
            boolean candidate = core[j] && isNear(i, j);
            if (candidate && (squared(i, j) < best || (squared(i, j) == best && labels[j] < label))) {
                best = squared(i, j);
                label = labels[j];
            }
        }
        return label;
    }
}
