package se.lykta.index;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import se.lykta.geo.Bbox;
import se.lykta.geo.Morton;
import se.lykta.geo.WebMercator;

/** A box in cells of {@link WebMercator}, edges included; so a report on the edge of the box in degrees is inside. */
record CellBox(int minX, int minY, int maxX, int maxY) {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    static final CellBox WORLD = of(Bbox.WORLD);

    static CellBox of(Bbox box) {
        return new CellBox(
                WebMercator.cellX(box.westDeg()),
                WebMercator.cellY(box.northDeg()),
                WebMercator.cellX(box.eastDeg()),
                WebMercator.cellY(box.southDeg()));
    }

    /** The least box on the bits of both codes that surely holds all codes from the first to the last. */
    static CellBox around(long firstMorton, long lastMorton) {
        long free = ~(-1L << (Long.SIZE - Long.numberOfLeadingZeros(firstMorton ^ lastMorton)));
        long least = firstMorton & ~free;
        long most = firstMorton | free;
        return new CellBox(Morton.x(least), Morton.y(least), Morton.x(most), Morton.y(most));
    }

    boolean containsAll(CellBox other) {
        return other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY;
    }

    boolean misses(CellBox other) {
        return other.maxX < minX || other.minX > maxX || other.maxY < minY || other.minY > maxY;
    }

    boolean contains(long morton) {
        int x = Morton.x(morton);
        int y = Morton.y(morton);
        return x >= minX && x <= maxX && y >= minY && y <= maxY;
    }

    /** The box in longitude and latitude, whole cells. */
    Polygon polygon() {
        var corners = new Envelope(
                WebMercator.lonDeg(minX),
                WebMercator.lonDeg(maxX + 1.0),
                WebMercator.latDeg(minY),
                WebMercator.latDeg(maxY + 1.0));
        return (Polygon) FACTORY.toGeometry(corners);
    }

    /** The least Morton code in the box: that of its north-western corner. */
    long firstMorton() {
        return Morton.encode(minX, minY);
    }

    /** The least Morton code behind the box. */
    long endMorton() {
        return Morton.encode(maxX, maxY) + 1;
    }
}
