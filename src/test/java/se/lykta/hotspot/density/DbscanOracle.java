package se.lykta.hotspot.density;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** DBSCAN straight from its definition, quadratic, sharing no code with the real one. */
final class DbscanOracle {

    private final double[] x;
    private final double[] y;
    private final double eps;
    final int[] labels;
    final boolean[] core;

    DbscanOracle(double[] x, double[] y, double eps, int minPts) {
        this.x = x;
        this.y = y;
        this.eps = eps;
        this.labels = new int[x.length];
        this.core = new boolean[x.length];
        java.util.Arrays.fill(labels, -1);
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
        return squared(i, j) <= eps * eps;
    }

    private List<Integer> westToEast() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.<Integer>comparingDouble(i -> x[i]).thenComparingDouble(i -> y[i]));
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
