package se.lykta.hotspot.cells;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Finds the cells that an area touches, and how much of it lies in each.
 *
 * <p>Every edge of the area marks the cells it passes, row by row. Between two marks of a row there is no edge, so one
 * point tells whether the whole run is inside. Marked cells are measured by cutting the area's rings, first down to ever
 * fewer rows, then to the cell. Where that leaves nothing, JTS decides exactly. O(v log r + b log v + c) for v corners, r
 * rows, b cells on the border, c cells. Used by one thread, once.
 */
final class AreaCells {

    /** Cells within this share of their size from an edge are marked, too, against rounding. */
    private static final double GROWN = 1e-7;

    /** A smaller share of a cell may be rounding, so it is asked exactly. */
    private static final double MEASURABLE = 1e-8;

    /** Rows and columns may be counted up to here from the origin. */
    private static final double MOST_INDEX = 1 << 30;

    private final CellShape shape;
    private final Geometry area;
    private final int most;
    private final PreparedGeometry prepared;
    private final IndexedPointInAreaLocator locator;
    private final KeyList marks;
    private final List<AreaCell> found = new ArrayList<>();

    /** One cell and the square metres of the area in it. */
    record AreaCell(long key, double inside) {}

    AreaCells(CellShape shape, Geometry area, int most) {
        this.shape = shape;
        this.area = area;
        this.most = most;
        this.prepared = PreparedGeometryFactory.prepare(area);
        this.locator = new IndexedPointInAreaLocator(area);
        this.marks = new KeyList(2 * most);
        Envelope box = area.getEnvelopeInternal();
        double reach = Math.max(
                Math.max(Math.abs(box.getMinX()), Math.abs(box.getMaxX())),
                Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())));
        if (reach / shape.pitch() > MOST_INDEX || area.getArea() / shape.area() > most) {
            throw tooMany();
        }
    }

    private IllegalArgumentException tooMany() {
        return new IllegalArgumentException(
                "more than %d cells of %s m in the study area, choose larger ones".formatted(most, shape.sizeMetres()));
    }

    /** All cells, in no order. */
    List<AreaCell> find() {
        List<Ring> rings = new ArrayList<>();
        for (int part = 0; part < area.getNumGeometries(); part++) {
            Polygon polygon = (Polygon) area.getGeometryN(part);
            mark(polygon.getExteriorRing().getCoordinates());
            rings.add(Ring.of(polygon.getExteriorRing(), true));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                mark(polygon.getInteriorRingN(hole).getCoordinates());
                rings.add(Ring.of(polygon.getInteriorRingN(hole), false));
            }
        }
        long[] sorted = marks.sorted();
        measure(sorted, 0, sorted.length, rings);
        return found;
    }

    private void mark(Coordinate[] ring) {
        for (int i = 1; i < ring.length; i++) {
            Coordinate low = ring[i].y < ring[i - 1].y ? ring[i] : ring[i - 1];
            Coordinate high = ring[i].y < ring[i - 1].y ? ring[i - 1] : ring[i];
            int last = floor((high.y + shape.halfHeight() - shape.centreY(0)) / shape.pitch() + GROWN);
            for (int j = ceil((low.y - shape.halfHeight() - shape.centreY(0)) / shape.pitch() - GROWN);
                    j <= last;
                    j++) {
                markRow(j, low, high);
            }
        }
    }

    /** Marks the cells of a row between the ends of the part of an edge that lies in it. */
    private void markRow(int j, Coordinate low, Coordinate high) {
        double margin = GROWN * shape.pitch();
        double one = xAt(shape.centreY(j) - shape.halfHeight() - margin, low, high);
        double other = xAt(shape.centreY(j) + shape.halfHeight() + margin, low, high);
        double half = shape.sizeMetres() / 2;
        double first = (Math.min(one, other) - half - shape.centreX(0, j)) / shape.sizeMetres() - GROWN;
        double last = (Math.max(one, other) + half - shape.centreX(0, j)) / shape.sizeMetres() + GROWN;
        for (int i = ceil(first); i <= floor(last); i++) {
            if (!marks.add(CellShape.key(j, i))) {
                throw tooMany();
            }
        }
    }

    /** The x where an edge crosses a height, or of the end that is nearest to it. */
    private static double xAt(double y, Coordinate low, Coordinate high) {
        if (y <= low.y) {
            return low.x;
        }
        return y >= high.y ? high.x : low.x + (y - low.y) / (high.y - low.y) * (high.x - low.x);
    }

    /** Measures the marked cells from..to, of whose rows the rings are all that is needed. */
    private void measure(long[] sorted, int from, int to, List<Ring> rings) {
        if (from == to) {
            return;
        }
        int first = CellShape.i(sorted[from]);
        int last = CellShape.i(sorted[to - 1]);
        if (first == last) {
            measureRow(sorted, from, to, rings);
            return;
        }
        int middle = first + (last - first) / 2;
        int cut = from;
        while (CellShape.i(sorted[cut]) <= middle) {
            cut++;
        }
        double top = shape.centreY(middle) + shape.halfHeight();
        measure(sorted, from, cut, cut(rings, 0, 1, top));
        double bottom = shape.centreY(middle + 1) - shape.halfHeight();
        measure(sorted, cut, to, cut(rings, 0, -1, -bottom));
    }

    private void measureRow(long[] sorted, int from, int to, List<Ring> rings) {
        int j = CellShape.i(sorted[from]);
        for (int at = from; at < to; at++) {
            int i = CellShape.j(sorted[at]);
            measureCell(i, j, rings);
            int next = at + 1 < to ? CellShape.j(sorted[at + 1]) : i;
            if (next > i + 1 && isInside(i + 1, j)) {
                for (int inside = i + 1; inside < next; inside++) {
                    add(inside, j, shape.area());
                }
            }
        }
    }

    private boolean isInside(int i, int j) {
        return locator.locate(new Coordinate(shape.centreX(i, j), shape.centreY(j))) == Location.INTERIOR;
    }

    private void measureCell(int i, int j, List<Ring> rings) {
        double centreX = shape.centreX(i, j);
        double centreY = shape.centreY(j);
        double[] corners = shape.corners();
        List<Ring> left = rings;
        for (int k = 0; k < corners.length; k += 2) {
            int next = (k + 2) % corners.length;
            double a = corners[next + 1] - corners[k + 1];
            double b = corners[k] - corners[next];
            left = cut(left, a, b, a * (corners[k] + centreX) + b * (corners[k + 1] + centreY));
        }
        double inside = left.stream().mapToDouble(Ring::area).sum();
        if (inside > MEASURABLE * shape.area()) {
            add(i, j, Math.min(inside, shape.area()));
            return;
        }
        Polygon cell = StudyCells.polygon(shape, i, j);
        if (prepared.intersects(cell)) {
            addIfOneOfItsPointsIsInside(i, j, area.intersection(cell));
        }
    }

    /** A cell that the area only touches is one of the area's if a point of the touch belongs to it and not to the next. */
    private void addIfOneOfItsPointsIsInside(int i, int j, Geometry common) {
        boolean own = common.getArea() > 0;
        for (Coordinate point : common.getCoordinates()) {
            own |= shape.cellAt(point.x, point.y) == CellShape.key(i, j);
        }
        if (own) {
            add(i, j, common.getArea());
        }
    }

    private void add(int i, int j, double inside) {
        if (found.size() == most) {
            throw tooMany();
        }
        found.add(new AreaCell(CellShape.key(i, j), inside));
    }

    private static List<Ring> cut(List<Ring> rings, double a, double b, double c) {
        return rings.stream()
                .map(ring -> ring.cut(a, b, c))
                .filter(ring -> !ring.isEmpty())
                .toList();
    }

    private static int floor(double value) {
        return (int) Math.floor(value);
    }

    private static int ceil(double value) {
        return (int) Math.ceil(value);
    }
}
