package se.lykta.place.base;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.lykta.geo.TileId;

/**
 * Has PostGIS encode one tile of the base map, layer by layer; layers of a vector tile may simply follow one another.
 *
 * <p>What is too small to be seen at a zoom is left out ({@code extent_metres}), what is left is thinned to a quarter of
 * a pixel, and {@code min_zoom} decides what belongs at all.
 */
final class BaseTileStore {

    private static final List<String> LAYERS =
            List.of("earth", "landuse", "water", "buildings", "roads", "places", "pois");

    private static final double WORLD_METRES = 40_075_016.68557849;
    private static final double PIXELS = 256;
    private static final double LEAST_PIXELS = 2;

    private static final String SQL = """
            WITH tile AS (SELECT ST_TileEnvelope(:z, :x, :y) AS box,
                                 ST_TileEnvelope(:z, :x, :y, margin => 0.0625) AS wide),
            drawn AS (
                SELECT f.kind, f.detail AS kind_detail, f.name, f.lit, f.surface,
                       nullif(f.steps, false) AS steps, nullif(f.tunnel, false) AS tunnel,
                       nullif(f.bridge, false) AS bridge, f.min_zoom,
                       ST_AsMVTGeom(
                           CASE WHEN ST_Dimension(f.geom) = 0 OR :z >= 16 THEN f.geom
                                ELSE ST_Simplify(f.geom, :tolerance, true) END,
                           tile.box, 4096, 256, true) AS geom
                FROM base_feature f CROSS JOIN tile
                WHERE f.geom && tile.wide AND f.layer = :layer AND f.min_zoom <= :z
                  AND (ST_Dimension(f.geom) = 0 OR f.extent_metres >= :least)
                ORDER BY f.min_zoom, f.extent_metres DESC, f.name, f.kind
            )
            SELECT ST_AsMVT(drawn, :layer, 4096, 'geom') FROM drawn WHERE geom IS NOT NULL""";

    private final Jdbi jdbi;

    BaseTileStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The tile, not compressed; empty where nothing is drawn. */
    byte[] tile(TileId tile) {
        return jdbi.withHandle(handle -> {
            var bytes = new ByteArrayOutputStream();
            for (String layer : LAYERS) {
                bytes.writeBytes(layer(handle, tile, layer));
            }
            return bytes.toByteArray();
        });
    }

    private static byte[] layer(Handle handle, TileId tile, String layer) {
        double pixelMetres = WORLD_METRES / PIXELS / (1 << tile.zoom());
        return handle.createQuery(SQL)
                .bind("z", tile.zoom())
                .bind("x", tile.x())
                .bind("y", tile.y())
                .bind("layer", layer)
                .bind("tolerance", pixelMetres / 4)
                .bind("least", pixelMetres * LEAST_PIXELS)
                .mapTo(byte[].class)
                .one();
    }
}
