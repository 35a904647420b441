package se.lykta.hotspot.surface;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.linemerge.LineMerger;

/** The eight triangles of a raster's cells, cut by levels. Immutable. */
final class CellFan {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Half cells to the east and south of the cell's north-western corner, around it clockwise, and its middle. */
    private static final int[] EAST = {0, 1, 2, 2, 2, 1, 0, 0};

    private static final int[] SOUTH = {0, 0, 0, 1, 2, 2, 2, 1};

    private final Raster raster;

    CellFan(Raster raster) {
        this.raster = raster;
    }

    /** Adds what of a cell lies in a band. */
    void addBand(int column, int row, double from, double to, List<Polygon> pieces) {
        if (Float.isNaN(raster.value(column, row))) {
            return;
        }
        Coordinate[] ring = ring(column, row);
        Coordinate middle = corner(2 * column + 1, 2 * row + 1);
        double least = middle.z;
        double most = middle.z;
        for (Coordinate corner : ring) {
            least = Math.min(least, corner.z);
            most = Math.max(most, corner.z);
        }
        if (least >= from && most < to) {
            addPolygon(List.of(ring), pieces);
            return;
        }
        for (int i = 0; i < ring.length && least < to && most >= from; i++) {
            Coordinate[] triangle = {middle, ring[i], ring[(i + 1) % ring.length]};
            List<Coordinate> part = new ArrayList<>();
            for (int k = 0; k < triangle.length; k++) {
                addEdge(triangle[k], triangle[(k + 1) % triangle.length], from, to, part);
            }
            addPolygon(part, pieces);
        }
    }

    /** What of an edge lies in a band: its start, then where it crosses a level, in its direction. */
    private static void addEdge(Coordinate start, Coordinate end, double from, double to, List<Coordinate> part) {
        if (start.z >= from && start.z < to) {
            part.add(start);
        }
        boolean up = start.z < end.z;
        addCrossing(start, end, up ? from : to, part);
        addCrossing(start, end, up ? to : from, part);
    }

    private static void addCrossing(Coordinate start, Coordinate end, double level, List<Coordinate> part) {
        if (start.z < level != end.z < level) {
            part.add(crossing(start, end, level));
        }
    }

    /** The same from both ends: computed from the lower to the higher one. */
    private static Coordinate crossing(Coordinate one, Coordinate other, double level) {
        Coordinate low = one.z < other.z ? one : other;
        Coordinate high = one.z < other.z ? other : one;
        double share = (level - low.z) / (high.z - low.z);
        if (share >= 1) {
            return high;
        }
        return new Coordinate(low.x + share * (high.x - low.x), low.y + share * (high.y - low.y));
    }

    private static void addPolygon(List<Coordinate> corners, List<Polygon> pieces) {
        List<Coordinate> ring = new ArrayList<>();
        for (Coordinate corner : corners) {
            if (ring.isEmpty() || !corner.equals2D(ring.get(ring.size() - 1))) {
                ring.add(corner);
            }
        }
        while (ring.size() > 1 && ring.get(0).equals2D(ring.get(ring.size() - 1))) {
            ring.remove(ring.size() - 1);
        }
        if (ring.size() > 2) {
            ring.add(ring.get(0));
            pieces.add(FACTORY.createPolygon(ring.toArray(Coordinate[]::new)));
        }
    }

    /** Adds where a cell has a value. */
    void addLine(int column, int row, double level, LineMerger merger) {
        if (Float.isNaN(raster.value(column, row))) {
            return;
        }
        Coordinate[] ring = ring(column, row);
        Coordinate middle = corner(2 * column + 1, 2 * row + 1);
        for (int i = 0; i < ring.length; i++) {
            List<Coordinate> ends = new ArrayList<>();
            addCrossing(middle, ring[i], level, ends);
            addCrossing(ring[i], ring[(i + 1) % ring.length], level, ends);
            addCrossing(ring[(i + 1) % ring.length], middle, level, ends);
            if (ends.size() == 2 && !ends.get(0).equals2D(ends.get(1))) {
                merger.add(FACTORY.createLineString(ends.toArray(Coordinate[]::new)));
            }
        }
    }

    private Coordinate[] ring(int column, int row) {
        Coordinate[] ring = new Coordinate[EAST.length];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = corner(2 * column + EAST[i], 2 * row + SOUTH[i]);
        }
        return ring;
    }

    /** A corner by half cells from the north-west; its z is the mean of the cells that meet there. */
    private Coordinate corner(int halfColumn, int halfRow) {
        double sum = 0;
        int cells = 0;
        for (int row = (halfRow + 1) / 2 - 1; row <= halfRow / 2; row++) {
            for (int column = (halfColumn + 1) / 2 - 1; column <= halfColumn / 2; column++) {
                float value = raster.value(column, row);
                sum += Float.isNaN(value) ? 0 : value;
                cells += Float.isNaN(value) ? 0 : 1;
            }
        }
        double half = raster.cellMetres() / 2;
        return new Coordinate(raster.west() + halfColumn * half, raster.north() - halfRow * half, sum / cells);
    }
}
