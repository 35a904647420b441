package se.lykta.hotspot.file;

import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import se.lykta.hotspot.density.Clustering;
import se.lykta.hotspot.density.Hdbscan;
import se.lykta.hotspot.density.HdbscanClustering;
import se.lykta.hotspot.density.RowSort;
import se.lykta.http.QueryParameters;

/**
 * {@code hdbscan}: the cluster of every point at its own density, columns {@code id, label, membership_prob,
 * outlier_score_glosh, core_dist} as R dbscan has them; noise has label -1.
 *
 * <p>Ties are broken as R dbscan does, along the rows; they are taken in the order of their ids, so that the order of the
 * lines in the file means nothing.
 */
final class HdbscanMethod implements Method {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    @Override
    public String name() {
        return "hdbscan";
    }

    @Override
    public String summary() {
        return "clusters of different densities, without a distance to choose";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("min-pts", "N", "10", "points of a cluster at least, and that a core distance reaches"),
                new Parameter("selection", "eom|leaf", "eom", "clusters that last longest, or those that do not split"),
                new Parameter("min-distance", "METRES", "0", "clusters that part at less stay together"),
                new Parameter("ties", "row|together", "row", "broken along the ids as R dbscan does, or all at once"));
    }

    @Override
    public Table run(Input input, QueryParameters parameters, DoubleConsumer progress) {
        int minPts = parameters.integer("min-pts", 10, 2, Integer.MAX_VALUE);
        double minDistance = parameters.number("min-distance", 0, 0, 1e6);
        boolean leaves = isSecond(parameters, "selection", "eom", "leaf");
        boolean together = isSecond(parameters, "ties", "row", "together");
        parameters.check();
        Points points = input.points();
        int[] order = inOrder(points);
        HdbscanClustering found = new Hdbscan(minPts)
                .selecting(leaves ? Hdbscan.Selection.LEAVES : Hdbscan.Selection.EXCESS_OF_MASS)
                .together(minDistance)
                .breaking(together ? Hdbscan.Ties.TOGETHER : Hdbscan.Ties.BY_ROW)
                .cluster(sorted(points.x(), order), sorted(points.y(), order), progress);
        int[] place = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        return table(points, found, point -> place[point], minPts);
    }

    private static boolean isSecond(QueryParameters parameters, String name, String first, String second) {
        String said = parameters.find(name).orElse(first);
        if (!said.equals(first) && !said.equals(second)) {
            parameters.fault(name, "'%s' is neither %s nor %s".formatted(said, first, second));
        }
        return said.equals(second);
    }

    /** By ids, numbers as numbers before texts; without ids from west to east, so that the order of lines means nothing. */
    private static int[] inOrder(Points points) {
        if (!points.hasIds()) {
            double[] x = points.x();
            double[] y = points.y();
            return RowSort.sort(points.size(), (a, b) -> x[a] < x[b] || (x[a] == x[b] && y[a] < y[b]));
        }
        IntFunction<Long> number =
                point -> NUMBER.matcher(points.id(point)).matches() ? Long.parseLong(points.id(point)) : Long.MAX_VALUE;
        return IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.<Integer, Long>comparing(number::apply)
                        .thenComparing(points::id)
                        .thenComparing(point -> points.x()[point])
                        .thenComparing(point -> points.y()[point]))
                .mapToInt(point -> point)
                .toArray();
    }

    private static double[] sorted(double[] values, int[] order) {
        return IntStream.of(order).mapToDouble(point -> values[point]).toArray();
    }

    private static Table table(Points points, HdbscanClustering found, IntUnaryOperator rowOf, int minPts) {
        long noise = IntStream.range(0, found.size())
                .filter(row -> found.label(row) == Clustering.NOISE)
                .count();
        return new ColumnTable(points.size(), point -> ClusterTable.position(points, point))
                .column("id", points::id)
                .column("label", point -> found.label(rowOf.applyAsInt(point)))
                .column("membership_prob", point -> found.membership(rowOf.applyAsInt(point)))
                .column("outlier_score_glosh", point -> found.outlierScore(rowOf.applyAsInt(point)))
                .column("core_dist", point -> found.coreDistance(rowOf.applyAsInt(point)))
                .fact("min-pts", minPts)
                .fact("clusters", found.clusters())
                .fact("noise", noise)
                .fact("tree-weight", found.treeWeight());
    }
}
