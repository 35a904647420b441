package se.lykta.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import se.lykta.geo.TileId;
import se.lykta.geo.WebMercator;
import se.lykta.tile.mvt.MvtLayer;

/**
 * Cuts polygons in longitude and latitude to a tile: project, clip with a buffer, thin out, snap to whole units.
 *
 * <p>Snapping is done by snap-rounding overlay (Hobby 1999), so rings stay valid; what becomes smaller than a unit falls
 * away. The buffer of {@value #BUFFER} units hides the outline along the cut. Pure.
 */
final class PolygonTiles {

    static final int BUFFER = 128;

    /** A quarter of a pixel on a tile of 256. */
    private static final double TOLERANCE_UNITS = 4;

    private static final GeometryFactory UNITS = new GeometryFactory();
    private static final PrecisionModel WHOLE = new PrecisionModel(1);
    private static final Geometry WINDOW =
            UNITS.toGeometry(new Envelope(-BUFFER, MvtLayer.EXTENT + BUFFER, -BUFFER, MvtLayer.EXTENT + BUFFER));

    private PolygonTiles() {}

    /** Adds a feature with what of the polygons is in the tile; nothing if there is nothing. */
    static void add(MvtLayer layer, TileId tile, Geometry lonLat, Map<String, Object> properties) {
        Geometry units = toUnits(lonLat, tile);
        if (!units.getEnvelopeInternal().intersects(WINDOW.getEnvelopeInternal())) {
            return;
        }
        Geometry clipped = OverlayNGRobust.overlay(units, WINDOW, OverlayNG.INTERSECTION);
        Geometry thinned = TopologyPreservingSimplifier.simplify(clipped, TOLERANCE_UNITS);
        layer.addPolygons(polygonsOf(GeometryPrecisionReducer.reduce(thinned, WHOLE)), properties);
    }

    private static List<Polygon> polygonsOf(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (int part = 0; part < geometry.getNumGeometries(); part++) {
            if (geometry.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            }
        }
        return polygons;
    }

    private static Geometry toUnits(Geometry lonLat, TileId tile) {
        var units = new TileUnits(tile);
        Geometry copy = UNITS.createGeometry(lonLat);
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence corners, int i) {
                Coordinate corner = corners.getCoordinateCopy(i);
                corners.setOrdinate(i, CoordinateSequence.X, units.x(WebMercator.cellX(corner.x) + 0.5));
                corners.setOrdinate(i, CoordinateSequence.Y, units.y(WebMercator.cellY(corner.y) + 0.5));
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }
}
