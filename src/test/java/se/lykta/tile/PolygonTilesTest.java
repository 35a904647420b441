package se.lykta.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import se.lykta.geo.Bbox;
import se.lykta.geo.TileId;
import se.lykta.tile.mvt.MvtLayer;

/** Polygons cut into tiles; the decoder tells outer rings from holes by their winding, as version 2.1 wants. */
class PolygonTilesTest {

    private static final GeometryFactory DEGREES = new GeometryFactory();
    private static final TileId TILE = new TileId(14, 8852, 5079);

    @Test
    void aSquareInTheMiddleKeepsItsCorners() {
        // the middle half of the tile: units 1024..3072 on both axes (latitude is linear enough over 1.2 km)
        Geometry square = DEGREES.toGeometry(part(0.25, 0.75));

        Geometry drawn = draw(square).geometry();

        assertThat(drawn.getEnvelopeInternal().getMinX()).isCloseTo(1024, within(1.0));
        assertThat(drawn.getEnvelopeInternal().getMaxX()).isCloseTo(3072, within(1.0));
        assertThat(drawn.getEnvelopeInternal().getMinY()).isCloseTo(1024, within(2.0));
        assertThat(drawn.getEnvelopeInternal().getMaxY()).isCloseTo(3072, within(2.0));
        assertThat(drawn.getArea()).isCloseTo(2048.0 * 2048, within(10_000.0));
    }

    @Test
    void whatReachesBeyondIsCutAtTheBuffer() {
        Geometry drawn = draw(DEGREES.toGeometry(part(-3, 4))).geometry();

        assertThat((Object) drawn.getEnvelopeInternal()).isEqualTo(new Envelope(-128, 4224, -128, 4224));
    }

    @Test
    void aHoleStaysAHole() {
        Polygon outer = (Polygon) DEGREES.toGeometry(part(0.1, 0.9));
        Polygon inner = (Polygon) DEGREES.toGeometry(part(0.4, 0.6));

        Geometry drawn = draw(outer.difference(inner)).geometry();

        assertThat((Object) drawn).isInstanceOf(Polygon.class);
        assertThat(((Polygon) drawn).getNumInteriorRing()).isEqualTo(1);
        assertThat(drawn.isValid()).isTrue();
    }

    @Test
    void aShapeThatTheTileCutsInTwoIsOneFeatureOfTwoParts() {
        // a U whose bottom lies below the tile
        Geometry left = DEGREES.toGeometry(part(0.1, 0.2, -0.5, 0.8));
        Geometry right = DEGREES.toGeometry(part(0.7, 0.8, -0.5, 0.8));
        Geometry bottom = DEGREES.toGeometry(part(0.1, 0.8, -0.5, -0.3));

        Geometry drawn = draw(left.union(right).union(bottom)).geometry();

        assertThat(drawn.getGeometryType()).isEqualTo("MultiPolygon");
        assertThat(drawn.getNumGeometries()).isEqualTo(2);
    }

    @Test
    void whatIsElsewhereOrTooSmallIsNotDrawn() {
        assertThat(bytes(DEGREES.toGeometry(part(2, 3)), TILE)).isEmpty();
        assertThat(bytes(DEGREES.toGeometry(part(0.4, 0.6)), new TileId(0, 0, 0)))
                .isEmpty();
    }

    @Test
    void randomShapesAreValidAtEveryZoom() {
        var random = new Random(131);
        for (int i = 0; i < 300; i++) {
            Geometry shape = star(random);
            int zoom = 8 + random.nextInt(9);
            int shift = 14 - zoom;
            var tile = shift >= 0
                    ? new TileId(zoom, TILE.x() >> shift, TILE.y() >> shift)
                    : new TileId(zoom, TILE.x() << -shift, TILE.y() << -shift);
            byte[] bytes = bytes(shape, tile);
            for (var item : DecodedTile.of(bytes, "areas").items()) {
                assertThat(item.geometry().isValid())
                        .as("shape %d zoom %d", i, zoom)
                        .isTrue();
                assertThat(item.geometry().getArea()).isPositive();
            }
        }
    }

    /** A jagged ring around the middle of the tile. */
    private static Geometry star(Random random) {
        Bbox box = TILE.bbox();
        int corners = 5 + random.nextInt(40);
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double reach = 0.002 + 0.02 * random.nextDouble();
            double angle = 2 * Math.PI * i / corners;
            ring[i] = new Coordinate(
                    box.centre().lonDeg() + reach * Math.cos(angle),
                    box.centre().latDeg() + reach / 2 * Math.sin(angle));
        }
        ring[corners] = ring[0];
        return DEGREES.createPolygon(ring).buffer(0);
    }

    private static Envelope part(double from, double to) {
        return part(from, to, from, to);
    }

    /** A box by shares of the tile, the second axis from south to north. */
    private static Envelope part(double west, double east, double south, double north) {
        Bbox box = TILE.bbox();
        double width = box.eastDeg() - box.westDeg();
        double height = box.northDeg() - box.southDeg();
        return new Envelope(
                box.westDeg() + west * width,
                box.westDeg() + east * width,
                box.southDeg() + south * height,
                box.southDeg() + north * height);
    }

    private static DecodedTile.Item draw(Geometry shape) {
        var items = DecodedTile.of(bytes(shape, TILE), "areas").items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static byte[] bytes(Geometry shape, TileId tile) {
        var layer = new MvtLayer("areas");
        PolygonTiles.add(layer, tile, shape, Map.of("rank", 1));
        return layer.toTile();
    }
}
