package se.lykta.place.osm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Builds polygons from rings, and multipolygons with holes from the member ways of a relation.
 *
 * <p>Ways are joined end to end; what does not close is counted, the rest is used. Outer rings are united, inner ones cut
 * out. Rings that cross themselves are repaired ({@link GeometryFixer}). Used by one thread.
 */
final class AreaAssembler {

    private final GeometryFactory factory;
    private long unclosed;
    private long repaired;

    AreaAssembler(GeometryFactory factory) {
        this.factory = factory;
    }

    /** Rings that did not close so far. */
    long unclosed() {
        return unclosed;
    }

    /** Areas so far whose ring crossed itself. */
    long repaired() {
        return repaired;
    }

    /** The polygon of one closed way; empty, and counted, if it does not close. */
    Optional<Geometry> polygon(Coordinate[] ring) {
        if (ring.length < 4 || !ring[0].equals2D(ring[ring.length - 1])) {
            unclosed++;
            return Optional.empty();
        }
        return valid(factory.createPolygon(ring));
    }

    /**
     * The area between outer and inner ways; empty if no outer ring closes.
     *
     * @param whole whether all rings have to close
     */
    Optional<Geometry> multipolygon(List<Coordinate[]> outers, List<Coordinate[]> inners, boolean whole) {
        long before = unclosed;
        List<Geometry> bodies = rings(outers);
        List<Geometry> holes = rings(inners);
        if (bodies.isEmpty() || (whole && unclosed > before)) {
            return Optional.empty();
        }
        Geometry body = UnaryUnionOp.union(bodies);
        return valid(holes.isEmpty() ? body : body.difference(UnaryUnionOp.union(holes)));
    }

    private List<Geometry> rings(List<Coordinate[]> ways) {
        var merger = new LineMerger();
        List<Geometry> polygons = new ArrayList<>();
        for (Coordinate[] way : ways) {
            if (way.length >= 4 && way[0].equals2D(way[way.length - 1])) {
                polygon(way).ifPresent(polygons::add);
            } else if (way.length >= 2) {
                merger.add(factory.createLineString(way));
            }
        }
        Collection<?> merged = merger.getMergedLineStrings();
        merged.forEach(line -> polygon(((LineString) line).getCoordinates()).ifPresent(polygons::add));
        return polygons;
    }

    private Optional<Geometry> valid(Geometry area) {
        boolean sound = area.isValid();
        Geometry fixed = polygonsOf(sound ? area : GeometryFixer.fix(area));
        if (fixed.isEmpty()) {
            unclosed++;
            return Optional.empty();
        }
        repaired += sound ? 0 : 1;
        return Optional.of(fixed);
    }

    /** Without the lines and points that cutting and repairing may leave. */
    private Geometry polygonsOf(Geometry area) {
        boolean pure = area instanceof Polygon || area instanceof MultiPolygon;
        return pure ? area : factory.buildGeometry(PolygonExtracter.getPolygons(area));
    }
}
