package se.lykta.hotspot.density;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * HDBSCAN* straight from its definition on a full matrix of distances, cubic, sharing no code with the real one.
 *
 * <p>Ties by row follow R dbscan, which joins the points of Prim's order one after another: a run of that order falls apart
 * at its greatest step, of equal ones at the last. Ties taken together follow the paper: what is connected by less than the
 * greatest distance that is needed to connect a set stays together.
 */
final class HdbscanOracle {

    private final double[][] reach;
    private final int minPts;
    private final Hdbscan.Ties ties;
    private final double[] steps;
    final double[] core;
    final double[] outlierScores;
    final int[] labels;
    private final Cluster root;

    /** A set of points that exists from one distance down to another. */
    private static final class Cluster {
        private final double birth;
        private double death;
        private final List<Integer> own = new ArrayList<>();
        private final List<Cluster> children = new ArrayList<>();
        private double stability;
        private double densest = Double.POSITIVE_INFINITY;

        private Cluster(double birth) {
            this.birth = birth;
        }

        private List<Integer> all() {
            List<Integer> all = new ArrayList<>(own);
            children.forEach(child -> all.addAll(child.all()));
            return all;
        }
    }

    HdbscanOracle(double[] x, double[] y, int minPts, Hdbscan.Ties ties) {
        int n = x.length;
        this.minPts = minPts;
        this.ties = ties;
        this.core = new double[n];
        this.reach = new double[n][n];
        this.steps = new double[n];
        this.outlierScores = new double[n];
        this.labels = new int[n];
        for (int i = 0; i < n; i++) {
            int from = i;
            double[] distances = new double[n];
            Arrays.setAll(
                    distances,
                    j -> Math.sqrt((x[from] - x[j]) * (x[from] - x[j]) + (y[from] - y[j]) * (y[from] - y[j])));
            reach[i] = distances;
            core[i] = Arrays.stream(distances).sorted().toArray()[minPts - 1];
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                reach[i][j] = Math.max(reach[i][j], Math.max(core[i], core[j]));
            }
        }
        List<Integer> order = prim();
        root = new Cluster(greatestStep(order));
        takeApart(root, order);
        score(root);
    }

    /** The weight of the minimum spanning tree by Kruskal's algorithm, which has nothing to do with Prim's. */
    double treeWeight() {
        int n = core.length;
        List<int[]> edges = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                edges.add(new int[] {i, j});
            }
        }
        edges.sort(Comparator.comparingDouble(edge -> reach[edge[0]][edge[1]]));
        int[] tree = new int[n];
        Arrays.setAll(tree, i -> i);
        double weight = 0;
        for (int[] edge : edges) {
            int a = tree[edge[0]];
            int b = tree[edge[1]];
            if (a != b) {
                weight += reach[edge[0]][edge[1]];
                Arrays.setAll(tree, i -> tree[i] == a ? b : tree[i]);
            }
        }
        return weight;
    }

    private List<Integer> prim() {
        List<Integer> order = new ArrayList<>(List.of(0));
        double[] nearest = reach[0].clone();
        while (order.size() < core.length) {
            int best = -1;
            for (int i = 0; i < core.length; i++) {
                if (!order.contains(i) && (best < 0 || nearest[i] < nearest[best])) {
                    best = i;
                }
            }
            steps[best] = nearest[best];
            order.add(best);
            for (int i = 0; i < core.length; i++) {
                nearest[i] = Math.min(nearest[i], reach[best][i]);
            }
        }
        return order;
    }

    private double greatestStep(List<Integer> run) {
        return run.stream().skip(1).mapToDouble(i -> steps[i]).max().orElse(0);
    }

    private List<List<Integer>> parts(List<Integer> run) {
        double greatest = greatestStep(run);
        if (ties == Hdbscan.Ties.TOGETHER) {
            return connectedBelow(greatest, run);
        }
        int last = run.size() - 1;
        while (steps[run.get(last)] < greatest) {
            last--;
        }
        return List.of(run.subList(0, last), run.subList(last, run.size()));
    }

    /** Each component in the order of the run. */
    private List<List<Integer>> connectedBelow(double distance, List<Integer> run) {
        List<List<Integer>> parts = new ArrayList<>();
        List<Integer> left = new ArrayList<>(run);
        while (!left.isEmpty()) {
            List<Integer> part = new ArrayList<>();
            var open = new ArrayDeque<Integer>(List.of(left.remove(0)));
            while (!open.isEmpty()) {
                int at = open.pop();
                part.add(at);
                List<Integer> next =
                        left.stream().filter(i -> reach[at][i] < distance).toList();
                left.removeAll(next);
                open.addAll(next);
            }
            parts.add(run.stream().filter(part::contains).toList());
        }
        return parts;
    }

    private void takeApart(Cluster cluster, List<Integer> run) {
        List<Integer> rest = run;
        while (true) {
            double greatest = greatestStep(rest);
            List<List<Integer>> parts = parts(rest);
            List<List<Integer>> large =
                    parts.stream().filter(part -> part.size() >= minPts).toList();
            parts.stream().filter(part -> part.size() < minPts).forEach(cluster.own::addAll);
            if (large.size() > 1) {
                cluster.death = greatest;
                for (List<Integer> part : large) {
                    var child = new Cluster(greatest);
                    cluster.children.add(child);
                    takeApart(child, part);
                }
                return;
            }
            if (large.isEmpty()) {
                cluster.death =
                        cluster.own.stream().mapToDouble(this::alone).min().orElseThrow();
                return;
            }
            rest = large.get(0);
        }
    }

    private double alone(int point) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < core.length; i++) {
            least = i == point ? least : Math.min(least, reach[point][i]);
        }
        return least;
    }

    private void score(Cluster cluster) {
        cluster.children.forEach(this::score);
        cluster.densest = cluster.children.stream()
                .mapToDouble(child -> child.densest)
                .min()
                .orElse(cluster.death);
        for (int point : cluster.own) {
            double exit = cluster.children.isEmpty() ? alone(point) : Math.max(alone(point), cluster.death);
            outlierScores[point] = exit == 0 ? 0 : 1 - cluster.densest / exit;
            cluster.stability += 1 / exit - 1 / cluster.birth;
        }
        int below =
                cluster.children.stream().mapToInt(child -> child.all().size()).sum();
        cluster.stability += below == 0 ? 0 : below / cluster.death - below / cluster.birth;
    }

    /** Chooses clusters and labels all points; numbers mean nothing. */
    HdbscanOracle choose(Hdbscan.Selection selection, double minDistance) {
        Arrays.fill(labels, Clustering.NOISE);
        List<Cluster> chosen = new ArrayList<>();
        root.children.forEach(child -> chosen.addAll(choose(child, selection, minDistance)));
        for (int label = 0; label < chosen.size(); label++) {
            for (int point : chosen.get(label).all()) {
                labels[point] = label;
            }
        }
        return this;
    }

    /** The choice from a cluster and all below; where its children part at less than the distance it is one. */
    private static List<Cluster> choose(Cluster cluster, Hdbscan.Selection selection, double minDistance) {
        if (cluster.children.isEmpty() || cluster.death < minDistance) {
            return List.of(cluster);
        }
        if (selection == Hdbscan.Selection.EXCESS_OF_MASS && !(cluster.stability < best(cluster.children))) {
            return List.of(cluster);
        }
        List<Cluster> chosen = new ArrayList<>();
        cluster.children.forEach(child -> chosen.addAll(choose(child, selection, minDistance)));
        return chosen;
    }

    /** The most stability that can be had from clusters and what is below; not a number where one is infinitely stable. */
    private static double best(List<Cluster> clusters) {
        double sum = 0;
        for (Cluster cluster : clusters) {
            double below = cluster.children.isEmpty() ? Double.NEGATIVE_INFINITY : best(cluster.children);
            double best = cluster.stability < below ? below : cluster.stability;
            sum += best == Double.POSITIVE_INFINITY ? Double.NaN : best;
        }
        return sum;
    }
}
