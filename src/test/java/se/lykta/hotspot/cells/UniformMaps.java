package se.lykta.hotspot.cells;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.hotspot.probability.Correction;

/**
 * Seeded maps on which reports fall evenly over a slanted municipality, so that whatever is found is false.
 *
 * <p>The area is a rotated rectangle of 400 km² in cells of 500 m, so that there are cells at the border of which little
 * lies inside. Used by the calibration test and by the bench.
 */
public final class UniformMaps {

    private static final double SIDE = 20_000;
    private static final double CELL = 500;
    private static final double[] ALONG = {0.9, 0.4359};

    private final StudyCells cells = StudyCells.of(new SquareCells(CELL), area());
    private final Neighbours queen = Neighbours.touching(cells, Contiguity.QUEEN, 1);
    private final double[] areas = cells.areasInside();

    /** How many of the maps show a hot cell at 5 % by the exact p, and by the normal p of Gi*. */
    public record Shares(double exact, double normal) {}

    private static Geometry area() {
        Coordinate[] corners = {at(0, 0), at(SIDE, 0), at(SIDE, SIDE), at(0, SIDE), at(0, 0)};
        return new GeometryFactory().createPolygon(corners);
    }

    private static Coordinate at(double along, double across) {
        return new Coordinate(
                500_123 + ALONG[0] * along - ALONG[1] * across, 6_500_321 + ALONG[1] * along + ALONG[0] * across);
    }

    /** Number of cells. */
    public int size() {
        return cells.size();
    }

    StudyCells cells() {
        return cells;
    }

    Neighbours queen() {
        return queen;
    }

    /** How many reports make so many expected in a whole neighbourhood of nine cells. */
    public int reports(double expectedPerNeighbourhood) {
        double neighbourhood = 9 * CELL * CELL;
        double whole =
                IntStream.range(0, cells.size()).mapToDouble(cells::areaInside).sum();
        return (int) Math.round(expectedPerNeighbourhood * whole / neighbourhood);
    }

    /** Reports by cell, of a map without any pattern. */
    public int[] counts(int reports, SplittableRandom random) {
        double[] x = new double[reports];
        double[] y = new double[reports];
        for (int i = 0; i < reports; i++) {
            Coordinate at = at(random.nextDouble() * SIDE, random.nextDouble() * SIDE);
            x[i] = at.x;
            y[i] = at.y;
        }
        return cells.count(x, y).toArray();
    }

    HotCells exact(int[] counts) {
        return ExactTest.of(counts, areas, queen);
    }

    /** Says whether any cell is hot by the exact test. */
    public boolean isHotByExact(int[] counts) {
        return exact(counts).count(HotCells.Kind.HOT) > 0;
    }

    /** Says whether any cell with a positive Gi* has a normal p of at most 5 % after Benjamini and Hochberg. */
    public boolean isHotByNormal(int[] counts) {
        Scores star = GetisOrd.star(IntStream.of(counts).asDoubleStream().toArray(), queen);
        double[] adjusted = star.adjusted(Correction.BENJAMINI_HOCHBERG);
        return IntStream.range(0, counts.length).anyMatch(cell -> star.z(cell) > 0 && adjusted[cell] <= HotCells.LEVEL);
    }

    /** Draws so many maps and looks for hot cells on each. */
    public Shares falseShares(double expectedPerNeighbourhood, int maps, long seed) {
        var random = new SplittableRandom(seed);
        int reports = reports(expectedPerNeighbourhood);
        int exact = 0;
        int normal = 0;
        for (int map = 0; map < maps; map++) {
            int[] counts = counts(reports, random.split());
            exact += isHotByExact(counts) ? 1 : 0;
            normal += isHotByNormal(counts) ? 1 : 0;
        }
        return new Shares((double) exact / maps, (double) normal / maps);
    }
}
