package se.lykta.place.base;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import se.lykta.geo.Bbox;

/**
 * Reads the imported map of a box, for print: whole streets and houses in any coordinate system, where tiles are cut and
 * rounded in Web Mercator.
 *
 * <p>Safe for use by many threads.
 */
public final class MapShapeStore {

    private static final double EQUATOR_METRES_PER_PIXEL = 156_543.03;
    private static final int LAST_ZOOM = 17;

    private final Jdbi jdbi;

    /** A store in one database. */
    public MapShapeStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What is seen in a box at a scale, from the ground up, in a fixed order.
     *
     * @param leastMetres on the ground: what is smaller is left out, corners are as exact as a quarter of it
     */
    public List<MapShape> list(Bbox box, double leastMetres) {
        double stretch = 1 / Math.cos(Math.toRadians(box.centre().latDeg()));
        String sql = """
                SELECT layer, kind, detail, coalesce(name, ''), tunnel, ST_AsBinary(ST_Transform(piece, 4326))
                FROM (SELECT ST_Transform(ST_MakeEnvelope(:west, :south, :east, :north, 4326), 3857) AS frame) AS asked
                CROSS JOIN LATERAL (
                    SELECT f.*, ST_Simplify(ST_ClipByBox2D(f.geom, frame), :tolerance, true) AS piece
                    FROM base_feature f
                    WHERE f.geom && frame AND f.min_zoom <= :zoom AND f.layer <> 'earth'
                      AND (ST_Dimension(f.geom) < 2 OR f.extent_metres >= :least)) AS seen
                WHERE NOT ST_IsEmpty(piece)
                ORDER BY CASE layer WHEN 'landuse' THEN 1 WHEN 'water' THEN 2 WHEN 'buildings' THEN 3 ELSE 4 END,
                         min_zoom DESC, kind, detail, name, piece""";
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("west", box.westDeg())
                .bind("south", box.southDeg())
                .bind("east", box.eastDeg())
                .bind("north", box.northDeg())
                .bind("zoom", zoom(leastMetres * stretch))
                .bind("least", leastMetres * stretch)
                .bind("tolerance", leastMetres * stretch / 4)
                .map((row, context) -> shape(row))
                .list());
    }

    /** The zoom of a screen's map on which a pixel is so wide at the equator. */
    private static int zoom(double metres) {
        double zoom = Math.log(EQUATOR_METRES_PER_PIXEL / metres) / Math.log(2);
        return (int) Math.max(0, Math.min(LAST_ZOOM, Math.round(zoom)));
    }

    private static MapShape shape(ResultSet row) throws SQLException {
        try {
            return new MapShape(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getBoolean(5),
                    new WKBReader().read(row.getBytes(6)));
        } catch (ParseException e) {
            throw new IllegalStateException("PostGIS gave a geometry that is none", e);
        }
    }
}
