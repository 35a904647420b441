package se.lykta.place.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Reads the boundaries of the OSM extract in use. Safe for use by many threads. */
final class OsmBoundaryStore {

    private final Jdbi jdbi;

    OsmBoundaryStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Names by number of all boundaries of a level, in the order of their numbers. */
    Map<Long, String> names(int level) {
        String sql = "SELECT osm_id, name FROM osm_boundary WHERE admin_level = :level";
        Map<Long, String> names = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery(sql)
                .bind("level", level)
                .map((row, context) -> names.put(row.getLong(1), row.getString(2)))
                .list());
        return names;
    }

    /** How many boundaries there are, by level. */
    Map<Integer, Integer> countByLevel() {
        String sql = "SELECT admin_level, count(*) FROM osm_boundary GROUP BY admin_level";
        Map<Integer, Integer> counts = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery(sql)
                .map((row, context) -> counts.put(row.getInt(1), row.getInt(2)))
                .list());
        return counts;
    }

    /** The boundary with this number. */
    OsmBoundary get(long osmId) {
        String sql = "SELECT osm_id, name, admin_level, ST_AsBinary(geom) FROM osm_boundary WHERE osm_id = :id";
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("id", osmId)
                .map((row, context) -> boundary(row))
                .one());
    }

    /** Smaller ones whose box meets the box of a boundary, by level, name and number. */
    List<OsmBoundary> listNear(OsmBoundary outer) {
        String sql = """
                SELECT part.osm_id, part.name, part.admin_level, ST_AsBinary(part.geom)
                FROM osm_boundary part JOIN osm_boundary outer_one ON part.geom && outer_one.geom
                WHERE outer_one.osm_id = :id AND part.admin_level > outer_one.admin_level
                ORDER BY part.admin_level, part.name, part.osm_id""";
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("id", outer.osmId())
                .map((row, context) -> boundary(row))
                .list());
    }

    private static OsmBoundary boundary(ResultSet row) throws SQLException {
        try {
            return new OsmBoundary(
                    row.getLong(1), row.getString(2), row.getInt(3), new WKBReader().read(row.getBytes(4)));
        } catch (ParseException e) {
            throw new IllegalStateException("PostGIS gave a geometry that is none", e);
        }
    }
}
