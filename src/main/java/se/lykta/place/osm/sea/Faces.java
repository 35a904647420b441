package se.lykta.place.osm.sea;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.util.GeometricShapeFactory;

/**
 * The faces that coast and cover make, and the judgement which of them are sea.
 *
 * <p>As far around a gap as the gap is wide nothing is said to be sea: what is missing of the coast may be a cape. Used by
 * one thread.
 */
final class Faces {

    /** More of the houses than this in one face: it is a town, and the coast runs the wrong way round. */
    private static final double TOWN_SHARE = 0.25;

    private static final int LEAST_HOUSES = 10;

    private final Shore shore;
    private final Arrangement arrangement = new Arrangement();
    private final STRtree gaps = new STRtree();
    private final List<Face> faces = new ArrayList<>();
    private final List<Polygon> others = new ArrayList<>();
    private final STRtree index = new STRtree();
    private final Map<Face, PointOnGeometryLocator> locators = new HashMap<>();

    Faces(Shore shore, List<LineSegment> joins) {
        this.shore = shore;
        for (int i = 0; i < shore.coast().size(); i++) {
            arrangement.addCoast(i, shore.coast().get(i));
        }
        addRings(shore.cover());
        addRings(new GeometryFactory().toGeometry(shore.whole()));
        for (LineSegment join : joins) {
            arrangement.addLine(new Coordinate[] {join.p0, join.p1});
            addGap(join);
        }
        sort(arrangement.cut());
    }

    private void addRings(Geometry area) {
        Geometry rings = area.getBoundary();
        for (int i = 0; i < rings.getNumGeometries(); i++) {
            arrangement.addLine(rings.getGeometryN(i).getCoordinates());
        }
    }

    private void addGap(LineSegment join) {
        if (join.getLength() > 0) {
            var shapes = new GeometricShapeFactory();
            shapes.setCentre(join.midPoint());
            shapes.setSize(join.getLength());
            shapes.setNumPoints(32);
            Polygon circle = shapes.createCircle();
            gaps.insert(circle.getEnvelopeInternal(), circle);
            addRings(circle);
        }
    }

    /** Parts the faces that the coast may speak about from all others. */
    private void sort(Iterable<?> polygons) {
        var cover = new IndexedPointInAreaLocator(shore.cover());
        for (Object one : polygons) {
            Polygon polygon = (Polygon) one;
            Coordinate inside = polygon.getInteriorPoint().getCoordinate();
            if (cover.locate(inside) == Location.EXTERIOR || isInGap(inside)) {
                addOther(polygon, inside);
            } else {
                var face = new Face(polygon);
                arrangement.border(face);
                faces.add(face);
                index.insert(polygon.getEnvelopeInternal(), face);
            }
        }
    }

    /** Coast that leads out of the ground may close there, too. */
    private void addOther(Polygon polygon, Coordinate inside) {
        if (shore.whole().contains(inside)) {
            others.add(polygon);
        }
    }

    private boolean isInGap(Coordinate point) {
        for (Object gap : gaps.query(new Envelope(point))) {
            if (SimplePointInAreaLocator.containsPointInPolygon(point, (Polygon) gap)) {
                return true;
            }
        }
        return false;
    }

    /** Decides; one place of each line that runs the wrong way. */
    List<Coordinate> judge() {
        markBroken();
        markTowns();
        List<Coordinate> wrong = wrong();
        faces.stream().filter(Face::isBroken).forEach(Face::dry);
        faces.stream()
                .filter(Face::isSea)
                .sorted(Comparator.comparingDouble(face -> face.area().getArea()))
                .filter(Face::liesInTheSea)
                .forEach(Face::dry);
        return wrong;
    }

    List<Polygon> ocean() {
        return faces.stream().filter(Face::isSea).map(Face::area).toList();
    }

    List<Polygon> earth() {
        List<Polygon> earth = new ArrayList<>(others);
        faces.stream().filter(face -> !face.isSea()).map(Face::area).forEach(earth::add);
        return earth;
    }

    /** Where the coast breaks off there may be land beyond; a short line that leaves a whole coast is a quay. */
    private void markBroken() {
        List<Edge> strays = arrangement.strays();
        Set<Coordinate> whole = strays.isEmpty() ? Set.of() : arrangement.coastNodes(strays);
        for (Edge stray : strays) {
            boolean quay = stray.length() <= shore.reach() && stray.nodes().anyMatch(whole::contains);
            if (!quay) {
                faceAt(new LineSegment(stray.line()[0], stray.line()[1]).midPoint())
                        .ifPresent(Face::breakOff);
            }
        }
    }

    private void markTowns() {
        Map<Face, Integer> counts = new HashMap<>();
        shore.houses().forEach(house -> faceAt(house).ifPresent(face -> counts.merge(face, 1, Integer::sum)));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        counts.forEach((face, count) -> {
            if (count >= LEAST_HOUSES && count > TOWN_SHARE * all && face.isSea() && !face.isBroken()) {
                face.dry();
            }
        });
    }

    private Optional<Face> faceAt(Coordinate point) {
        for (Object one : index.query(new Envelope(point))) {
            Face face = (Face) one;
            if (locators.computeIfAbsent(face, any -> new IndexedPointInAreaLocator(any.area()))
                            .locate(point)
                    == Location.INTERIOR) {
                return Optional.of(face);
            }
        }
        return Optional.empty();
    }

    private List<Coordinate> wrong() {
        Map<Integer, Coordinate> byWay = new TreeMap<>();
        for (Edge edge : arrangement.coast()) {
            if (edge.isWrong()) {
                byWay.putIfAbsent(edge.way(), edge.line()[0]);
            }
        }
        return List.copyOf(byWay.values());
    }
}
