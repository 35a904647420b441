package se.lykta.place.area;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.io.WKBWriter;
import se.lykta.place.Area;
import se.lykta.place.Municipality;

/**
 * Writes the municipality and its areas; the only one who does.
 *
 * <p>Every change gives them a greater version, by which all readers learn of it, even if the clock was set back. The row
 * of the municipality is the lock: changes are made one after the other. Safe for use by many threads and processes.
 */
public final class AreaStore {

    private final Jdbi jdbi;

    /** A store in one database. */
    public AreaStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Puts a municipality and its areas in the place of those that were there, in one transaction. An area keeps the
     * number it had under the same name, so that a link to it lives on.
     */
    public void replace(Municipality municipality, List<Area> areas) {
        jdbi.useTransaction(handle -> {
            put(handle, municipality);
            var change = new AreaChangeStore(handle);
            Map<String, Deque<Integer>> numbers = numbers(handle);
            handle.execute("DELETE FROM area");
            for (Area area : areas) {
                Integer number =
                        numbers.getOrDefault(area.name(), new ArrayDeque<>()).poll();
                change.insert(number == null ? area : area.withId(number));
            }
        });
    }

    private static Map<String, Deque<Integer>> numbers(Handle handle) {
        Map<String, Deque<Integer>> numbers = new HashMap<>();
        handle.createQuery("SELECT name, id FROM area ORDER BY id")
                .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
                .forEach(area -> numbers.computeIfAbsent(area.getKey(), name -> new ArrayDeque<>())
                        .add(area.getValue()));
        return numbers;
    }

    private static void put(Handle handle, Municipality municipality) {
        String sql = """
                INSERT INTO municipality (name, fictional, outline, start_point, time_zone, changed_at)
                VALUES (:name, :fictional, ST_Multi(ST_GeomFromWKB(:outline, 4326)),
                        ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), :zone, clock_timestamp())
                ON CONFLICT (only_row) DO UPDATE
                SET name = excluded.name, fictional = excluded.fictional, outline = excluded.outline,
                    start_point = excluded.start_point, time_zone = excluded.time_zone,
                    changed_at = greatest(excluded.changed_at, municipality.changed_at + interval '1 microsecond')""";
        handle.createUpdate(sql)
                .bind("name", municipality.name())
                .bind("fictional", municipality.fictional())
                .bind(
                        "outline",
                        municipality.outline().map(new WKBWriter()::write).orElse(null))
                .bind("lon", municipality.start().lonDeg())
                .bind("lat", municipality.start().latDeg())
                .bind("zone", municipality.timeZone().getId())
                .execute();
    }
}
