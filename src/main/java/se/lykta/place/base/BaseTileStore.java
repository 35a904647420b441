package se.lykta.place.base;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.locationtech.jts.geom.Envelope;
import se.lykta.geo.TileId;

/**
 * Has PostGIS draw tiles of the base map, in two steps: {@link #select} puts what is seen at a zoom into a table of this
 * transaction, with its attributes and only as exact as that zoom shows; {@link #draw} cuts tiles from it.
 *
 * <p>Used within one transaction, by one thread.
 */
final class BaseTileStore {

    /** Side of the world and of a pixel at zoom 0, in metres of Web Mercator. */
    static final double WORLD_METRES = 40_075_016.68557849;

    private static final double PIXELS = 256;
    private static final int UNITS_PER_PIXEL = 16;

    /** Half a square pixel, in square units: what is smaller is not seen. */
    private static final double LEAST_AREA = UNITS_PER_PIXEL * UNITS_PER_PIXEL / 2.0;

    private static final String TABLE = """
            DROP TABLE IF EXISTS base_drawn;
            CREATE TEMPORARY TABLE base_drawn (
                layer text NOT NULL, sort real NOT NULL, tags jsonb NOT NULL, geom geometry(Geometry, 3857) NOT NULL
            ) ON COMMIT DROP;
            SET LOCAL jit = off;
            """;

    /**
     * Pieces of all tiles, merged where what is drawn alike may be drawn as one; geometry in units of the tile.
     *
     * <p>A union on the grid of units is valid; a single area is made so by ST_AsMVTGeom. Lines that go on in one another
     * become one line, so that it is thinned and named as a whole.
     */
    private static final String DRAW = """
            WITH tile AS (
                SELECT n, ST_TileEnvelope(:z, x, y) AS box, ST_TileEnvelope(:z, x, y, margin => 0.0625) AS wide
                FROM unnest(:xs, :ys) WITH ORDINALITY AS asked (x, y, n)),
            inside AS MATERIALIZED (
                SELECT n, box, wide, layer, sort, tags, geom, ST_Dimension(geom) AS dimension
                FROM tile JOIN base_drawn ON geom && wide
                WHERE NOT (:coarse > 0 AND tags ->> 'kind' = 'address')),
            area AS (
                SELECT n, layer, sort, tags, ST_AsMVTGeom(
                    CASE WHEN :coarse > 0 THEN ST_SimplifyPreserveTopology(geom, :tolerance) ELSE geom END,
                    box, 4096, 256, true) AS geom
                FROM inside WHERE dimension = 2),
            line AS (
                SELECT n, box, layer, sort, tags, ST_Simplify(ST_LineMerge(ST_CollectionExtract(
                    ST_Collect(ST_ClipByBox2D(geom, wide) ORDER BY geom), 2)), :tolerance) AS geom
                FROM inside WHERE dimension = 1 GROUP BY n, box, layer, sort, tags),
            piece AS MATERIALIZED (
                SELECT n, layer, sort, tags, ST_ForcePolygonCCW(ST_CollectionExtract(
                    ST_UnaryUnion(ST_Collect(geom ORDER BY geom), 1), 3)) AS geom
                FROM area WHERE (ST_Area(geom) >= :least OR layer = 'earth' OR tags ->> 'kind' = 'ocean')
                    AND (layer <> 'buildings' OR :z < 15)
                GROUP BY n, layer, sort, tags
                UNION ALL
                SELECT n, layer, sort, tags, geom FROM area
                WHERE ST_Area(geom) >= :least AND layer = 'buildings' AND :z >= 15
                UNION ALL
                SELECT n, layer, sort, tags, ST_AsMVTGeom(geom, box, 4096, 256, true) FROM line
                UNION ALL
                SELECT n, layer, sort, tags, ST_AsMVTGeom(geom, box, 4096, 256, true) FROM inside WHERE dimension = 0),
            layered AS (
                SELECT n, layer, ST_AsMVT((SELECT feature FROM (SELECT tags, geom) AS feature), layer, 4096, 'geom'
                    ORDER BY sort, tags, geom) AS bytes
                FROM piece WHERE NOT ST_IsEmpty(geom) GROUP BY n, layer)
            SELECT coalesce((SELECT string_agg(bytes, ''::bytea ORDER BY layer COLLATE "C") FROM layered
                             WHERE layered.n = tile.n), ''::bytea)
            FROM tile ORDER BY n""";

    private final Handle handle;

    BaseTileStore(Handle handle) {
        this.handle = handle;
    }

    /** The box of everything that can be drawn, in metres of Web Mercator; empty without a map. */
    Optional<Envelope> bounds() {
        String sql = """
                SELECT ST_XMin(box), ST_XMax(box), ST_YMin(box), ST_YMax(box)
                FROM (SELECT ST_Extent(geom) AS box FROM base_feature) AS extent WHERE box IS NOT NULL""";
        return handle.createQuery(sql)
                .map((row, context) ->
                        new Envelope(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)))
                .findOne();
    }

    /** Selects what is seen at a zoom in a box (metres of Web Mercator). */
    void select(int zoom, Envelope box) {
        handle.createScript(TABLE).execute();
        for (String sql : BaseSelection.STATEMENTS) {
            try (var update = handle.createUpdate(sql)) {
                zoomed(update, zoom)
                        .bind("west", box.getMinX())
                        .bind("south", box.getMinY())
                        .bind("east", box.getMaxX())
                        .bind("north", box.getMaxY())
                        .execute();
            }
        }
        handle.createScript("CREATE INDEX ON base_drawn USING gist (geom); ANALYZE base_drawn")
                .execute();
    }

    /**
     * Draws tiles of the zoom that was selected.
     *
     * @param coarse 0 is as exact as can be seen; each step more halves the detail, for tiles that are too large
     * @return the tiles in the order asked for, not compressed; empty where nothing is drawn
     */
    List<byte[]> draw(int zoom, List<TileId> tiles, int coarse) {
        return zoomed(handle.createQuery(DRAW), zoom)
                .bindArray("xs", Integer.class, tiles.stream().map(TileId::x).toArray())
                .bindArray("ys", Integer.class, tiles.stream().map(TileId::y).toArray())
                .bind("coarse", coarse)
                .bind("tolerance", tolerance(zoom) * (1 << coarse))
                .bind("least", zoom >= BaseTiles.MAX_ZOOM && coarse == 0 ? 0 : LEAST_AREA * (1 << (2 * coarse)))
                .mapTo(byte[].class)
                .list();
    }

    private static <S extends SqlStatement<S>> S zoomed(S statement, int zoom) {
        return statement
                .bind("z", zoom)
                .bind("pixel", WORLD_METRES / PIXELS / (1 << zoom))
                .bind("tolerance", tolerance(zoom));
    }

    /** A quarter of a pixel; at the last zoom, which is enlarged sixteenfold, a unit. */
    private static double tolerance(int zoom) {
        double pixel = WORLD_METRES / PIXELS / (1 << zoom);
        return zoom < BaseTiles.MAX_ZOOM ? pixel / 4 : pixel / UNITS_PER_PIXEL;
    }
}
