package se.lykta.hotspot.cells;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Study areas for tests. */
final class Areas {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Areas() {}

    static Polygon box(double minX, double minY, double maxX, double maxY) {
        return (Polygon) FACTORY.toGeometry(new Envelope(minX, maxX, minY, maxY));
    }

    /** A jagged area of two parts with a hole, about 2 km across. */
    static Geometry jagged(SplittableRandom random, double x, double y) {
        Geometry main = star(random, x, y, 400, 1000);
        Geometry hole = star(random, x, y, 100, 300);
        Geometry island = star(random, x + 2500, y + 300, 20, 400);
        return main.difference(hole).union(island);
    }

    private static Geometry star(SplittableRandom random, double x, double y, double least, double most) {
        int corners = 5 + random.nextInt(40);
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int k = 0; k < corners; k++) {
            double radius = least + random.nextDouble() * (most - least);
            double angle = 2 * Math.PI * k / corners;
            ring[k] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        ring[corners] = ring[0];
        return FACTORY.createPolygon(ring);
    }

    /** So many columns and rows of cells, of which those at the border lie partly outside. */
    static StudyCells squares(int columns, int rows) {
        return StudyCells.of(new SquareCells(1), box(0.25, 0.25, columns - 0.25, rows - 0.25));
    }

    /** A background with the same share for each cell. */
    static double[] even(StudyCells cells) {
        double[] even = new double[cells.size()];
        Arrays.fill(even, 1);
        return even;
    }
}
