package se.lykta.place.area;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.locationtech.jts.io.WKBWriter;
import se.lykta.place.Area;

/** Writes single areas within one transaction of {@link AreaStore}. Used by one thread. */
final class AreaChangeStore {

    private final Handle handle;

    AreaChangeStore(Handle handle) {
        this.handle = handle;
    }

    /** Adds an area; answers with its number, a new one unless it has one. */
    int insert(Area area) {
        String sql = """
                INSERT INTO area (id, name, geom, population) OVERRIDING SYSTEM VALUE
                VALUES (coalesce(nullif(:id, 0), nextval(pg_get_serial_sequence('area', 'id'))), :name,
                        ST_Multi(ST_GeomFromWKB(:geom, 4326)), :population)
                RETURNING id""";
        return bound(handle.createUpdate(sql), area)
                .executeAndReturnGeneratedKeys()
                .mapTo(Integer.class)
                .one();
    }

    /** Puts all that is known of an area in the place of what was. */
    void update(Area area) {
        String sql = """
                UPDATE area SET name = :name, geom = ST_Multi(ST_GeomFromWKB(:geom, 4326)), population = :population
                WHERE id = :id""";
        bound(handle.createUpdate(sql), area).execute();
    }

    /** Takes an area away. */
    void delete(int id) {
        handle.createUpdate("DELETE FROM area WHERE id = :id").bind("id", id).execute();
    }

    private static Update bound(Update statement, Area area) {
        Integer population = area.population().isPresent() ? area.population().getAsInt() : null;
        return statement
                .bind("id", area.id())
                .bind("name", area.name())
                .bind("geom", new WKBWriter().write(area.geometry()))
                .bind("population", population);
    }
}
