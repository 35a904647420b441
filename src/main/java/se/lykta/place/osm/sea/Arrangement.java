package se.lykta.place.osm.sea;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.OrientedCoordinateArray;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Lines cut wherever they meet, and the polygons between them.
 *
 * <p>Snap rounding to a millimetre (Hobby, "Practical segment intersection with finite precision output", 1999) makes the
 * cutting safe for any input, so that the polygons are valid; each line of the coast keeps its direction. O(n log n) in
 * corners and crossings. Used by one thread.
 */
final class Arrangement {

    private static final PrecisionModel MILLIMETRES = new PrecisionModel(1000);
    private static final long SEED = 1;

    private final GeometryFactory factory = new GeometryFactory();
    private final List<NodedSegmentString> lines = new ArrayList<>();
    private final Map<OrientedCoordinateArray, Edge> edges = new TreeMap<>();
    private final Map<Hop, Heading> headings = new HashMap<>();
    private final Polygonizer polygonizer = new Polygonizer();

    /** From a corner to the next. */
    private record Hop(Coordinate from, Coordinate to) {}

    /** An edge, and whether it is gone along or against. */
    private record Heading(Edge edge, boolean along) {}

    /** Puts a line of the coast. */
    void addCoast(int number, Coordinate[] line) {
        lines.add(new NodedSegmentString(line, number));
    }

    /** Puts a line that says nothing of what lies beside it. */
    void addLine(Coordinate[] line) {
        lines.add(new NodedSegmentString(line, -1));
    }

    /**
     * Cuts the lines; the polygons between them.
     *
     * <p>Lines in random order: the noder keeps corners in a tree that is never balanced, and lines that follow each other
     * across the map, as in a file, make it deep. The outcome has no order.
     */
    Collection<?> cut() {
        Collections.shuffle(lines, new Random(SEED));
        var noder = new SnapRoundingNoder(MILLIMETRES);
        noder.computeNodes(lines);
        for (Object piece : noder.getNodedSubstrings()) {
            lay((SegmentString) piece);
        }
        lines.clear();
        for (Edge edge : edges.values()) {
            LineString line = factory.createLineString(edge.line());
            line.setUserData(edge);
            polygonizer.add(line);
            if (edge.way() >= 0) {
                index(edge);
            }
        }
        return polygonizer.getPolygons();
    }

    private void lay(SegmentString piece) {
        Coordinate[] line = piece.getCoordinates();
        Edge edge = edges.computeIfAbsent(new OrientedCoordinateArray(line), key -> new Edge(line));
        int way = (Integer) piece.getData();
        if (way >= 0) {
            edge.lay(way, line);
        }
    }

    private void index(Edge edge) {
        Coordinate[] line = edge.line();
        int last = line.length - 1;
        headings.put(new Hop(line[0], line[1]), new Heading(edge, true));
        headings.put(new Hop(line[last], line[last - 1]), new Heading(edge, false));
    }

    /** The pieces of coast. */
    List<Edge> coast() {
        return edges.values().stream().filter(edge -> edge.way() >= 0).toList();
    }

    /** The pieces of coast that lead nowhere and do not come back. */
    List<Edge> strays() {
        List<Edge> strays = new ArrayList<>();
        for (Object line : polygonizer.getDangles()) {
            strays.add((Edge) ((LineString) line).getUserData());
        }
        return strays.stream()
                .filter(edge -> edge.way() >= 0 && !edge.isDoubled())
                .toList();
    }

    /** Where pieces of coast begin and end, but for some of them. */
    Set<Coordinate> coastNodes(List<Edge> without) {
        Set<Edge> left = new LinkedHashSet<>(coast());
        left.removeAll(Set.copyOf(without));
        return left.stream().flatMap(Edge::nodes).collect(Collectors.toSet());
    }

    /** Tells a face which coast lies around it. */
    void border(Face face) {
        Polygon area = face.area();
        border(face, area.getExteriorRing(), false);
        for (int i = 0; i < area.getNumInteriorRing(); i++) {
            border(face, area.getInteriorRingN(i), true);
        }
    }

    private void border(Face face, LinearRing ring, boolean hole) {
        Coordinate[] corners = ring.getCoordinates();
        boolean faceOnLeft = Orientation.isCCW(corners) != hole;
        for (int i = 1; i < corners.length; i++) {
            Heading heading = headings.get(new Hop(corners[i - 1], corners[i]));
            if (heading != null) {
                face.border(heading.edge(), faceOnLeft == heading.along());
            }
        }
    }
}
