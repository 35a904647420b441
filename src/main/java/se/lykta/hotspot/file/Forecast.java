package se.lykta.hotspot.file;

import java.util.Arrays;
import java.util.stream.IntStream;
import se.lykta.hotspot.cells.Contiguity;
import se.lykta.hotspot.cells.GetisOrd;
import se.lykta.hotspot.cells.Neighbours;
import se.lykta.hotspot.cells.Scores;
import se.lykta.hotspot.cells.StudyCells;
import se.lykta.hotspot.density.Clustering;
import se.lykta.hotspot.density.Dbscan;
import se.lykta.hotspot.surface.History;
import se.lykta.hotspot.surface.Kernel;
import se.lykta.hotspot.surface.KernelDensity;
import se.lykta.hotspot.surface.Sites;
import se.lykta.hotspot.surface.Spots;

/** Maps of the points before a moment, made in different ways, a value for each cell. Points outside take no part. */
final class Forecast {

    private final StudyCells cells;
    private final History history;
    private final long split;
    private final double[] x;
    private final double[] y;

    Forecast(StudyCells cells, Points points, long[] times, long split) {
        this.cells = cells;
        this.history = History.in(cells, points.x(), points.y(), times);
        this.split = split;
        int[] known = IntStream.range(0, times.length)
                .filter(i -> times[i] < split && cells.cellAt(points.x()[i], points.y()[i]) >= 0)
                .toArray();
        this.x = Arrays.stream(known).mapToDouble(i -> points.x()[i]).toArray();
        this.y = Arrays.stream(known).mapToDouble(i -> points.y()[i]).toArray();
    }

    /** All points in the cells. */
    History history() {
        return history;
    }

    /** How many points are known. */
    int known() {
        return x.length;
    }

    /** The points to be foretold, by cell. */
    double[] later(long until) {
        return history.between(split, until).counts(cells.size());
    }

    double[] count() {
        return cells.count(x, y).values();
    }

    double[] density(double radiusMetres) {
        return new KernelDensity(Kernel.quartic(radiusMetres)).perKm2(Spots.of(x, y), Sites.of(cells));
    }

    /** Getis-Ord Gi* with queen neighbours. */
    double[] gi() {
        Scores scores = GetisOrd.star(count(), Neighbours.touching(cells, Contiguity.QUEEN, 1));
        return IntStream.range(0, cells.size()).mapToDouble(scores::z).toArray();
    }

    /** The points of each cell that are in clusters. */
    double[] clustered(double eps, int minPts) {
        Clustering clustering = new Dbscan(eps, minPts).cluster(x, y);
        int[] members = IntStream.range(0, x.length)
                .filter(i -> clustering.label(i) != Clustering.NOISE)
                .toArray();
        return cells.count(
                        Arrays.stream(members).mapToDouble(i -> x[i]).toArray(),
                        Arrays.stream(members).mapToDouble(i -> y[i]).toArray())
                .values();
    }
}
