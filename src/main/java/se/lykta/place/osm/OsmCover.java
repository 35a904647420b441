package se.lykta.place.osm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.openstreetmap.osmosis.core.domain.v0_6.Bound;
import se.lykta.geo.Bbox;
import se.lykta.place.osm.sea.Shore;

/**
 * Which part of the earth a file tells everything about.
 *
 * <p>Exists because sea can be told from land that is not in the file only where the coast is known. The area of a cut is
 * known exactly. Else the file may name its box; files cut along borders (Geofabrik, Overpass) hold whole municipalities
 * and little beside; and if none of that helps, the box of all nodes is a guess. Used by one thread.
 */
final class OsmCover {

    /** A box that reaches farther beyond the last node is a mistake; degrees. */
    private static final double BEYOND_DEG = 0.2;

    /** With so many of its nodes in whole municipalities a file was cut along their borders. */
    private static final double MOST = 0.75;

    private static final int SAMPLE = 10_000;

    private final GeometryFactory factory = new GeometryFactory();
    private final Optional<Geometry> cut;
    private final Envelope nodeBox = new Envelope();
    private final List<Envelope> named = new ArrayList<>();
    private final List<Geometry> municipalities = new ArrayList<>();

    /**
     * The cover of a file.
     *
     * @param cut the area that it was cut along; the rest tells nothing then
     */
    OsmCover(Optional<Geometry> cut) {
        this.cut = cut;
    }

    void node(double lonDeg, double latDeg) {
        nodeBox.expandToInclude(lonDeg, latDeg);
    }

    /** A box that the file names. */
    void bound(Bound bound) {
        named.add(new Envelope(bound.getLeft(), bound.getRight(), bound.getBottom(), bound.getTop()));
    }

    /** A municipality whose border is complete. */
    void municipality(Geometry area) {
        municipalities.add(area);
    }

    boolean isEmpty() {
        return nodeBox.isNull();
    }

    /** The box of all nodes, of which there is one at least. */
    Bbox extent() {
        return new Bbox(
                rounded(nodeBox.getMinX()),
                rounded(nodeBox.getMinY()),
                rounded(nodeBox.getMaxX()),
                rounded(nodeBox.getMaxY()));
    }

    /** Formats differ in the last bit; OSM has seven decimals. */
    private static double rounded(double deg) {
        return Math.round(deg * 1e7) / 1e7;
    }

    /**
     * A shore in Web Mercator metres, within what is most likely the cover: a box that is named only if the coast is whole
     * in it or there is nothing better.
     */
    Shore shore(List<Coordinate[]> coast, List<Coordinate> houses, NodeStore nodes) {
        Geometry nodeArea = factory.toGeometry(nodeBox);
        Optional<Geometry> file = namedBox();
        Geometry box = file.orElse(nodeArea);
        var shore = new Shore(
                coast, houses, metres(cut.orElse(box)), metres(nodeArea).getEnvelopeInternal());
        if (cut.isPresent() || (file.isPresent() && shore.isWhole())) {
            return shore;
        }
        Optional<Shore> inTowns = towns(nodes)
                .map(area -> OverlayNGRobust.overlay(area, box, OverlayNG.INTERSECTION))
                .map(area -> shore.within(metres(factory.buildGeometry(PolygonExtracter.getPolygons(area)))));
        return inTowns.orElseGet(() -> file.isPresent() ? shore : shore.shrunk());
    }

    private static Geometry metres(Geometry area) {
        return WebMercatorGeometry.ofArea(area);
    }

    private Optional<Geometry> namedBox() {
        Envelope most = new Envelope(nodeBox);
        most.expandBy(BEYOND_DEG);
        List<Geometry> boxes = named.stream()
                .map(most::intersection)
                .filter(box -> box.getArea() > 0)
                .map(factory::toGeometry)
                .toList();
        return boxes.isEmpty() ? Optional.empty() : Optional.of(OverlayNGRobust.union(boxes));
    }

    private Optional<Geometry> towns(NodeStore nodes) {
        if (municipalities.isEmpty()) {
            return Optional.empty();
        }
        Geometry all = OverlayNGRobust.union(municipalities);
        var locator = new IndexedPointInAreaLocator(all);
        int step = 1 + nodes.size() / SAMPLE;
        int asked = (nodes.size() + step - 1) / step;
        long inside = IntStream.range(0, asked)
                .filter(i -> locator.locate(nodes.position(i * step)) != Location.EXTERIOR)
                .count();
        return inside >= MOST * asked ? Optional.of(all) : Optional.empty();
    }
}
