package se.lykta.place.area;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.io.WKBWriter;
import se.lykta.http.ApiException;
import se.lykta.http.IfMatch;
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

    /**
     * Makes one change of single areas while nobody else makes any, all or nothing.
     *
     * @param known which state the caller has in mind; empty if it does not matter
     * @param edit what is done, with the version that the areas have afterwards
     * @throws ApiException {@code no-municipality}, {@code areas-changed}, or what the edit throws
     */
    <T> T edit(Optional<IfMatch> known, Edit<T> edit) {
        return jdbi.inTransaction(handle -> {
            long version = lock(handle);
            if (known.isPresent() && !known.get().knows(Long.toString(version))) {
                throw new ApiException(
                        ApiException.Kind.PRECONDITION_FAILED,
                        "areas-changed",
                        "the areas were changed since; read them anew from /api/municipality",
                        List.of());
            }
            return edit.make(new AreaChangeStore(handle), grown(handle));
        });
    }

    private static long lock(Handle handle) {
        String sql = "SELECT (extract(epoch FROM changed_at) * 1000000)::bigint FROM municipality FOR UPDATE";
        return handle.createQuery(sql)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new ApiException(
                        ApiException.Kind.CONFLICT,
                        "no-municipality",
                        "there is no municipality yet: import it with ./lykta import-areas",
                        List.of()));
    }

    private static long grown(Handle handle) {
        String sql = """
                UPDATE municipality
                SET changed_at = greatest(clock_timestamp(), municipality.changed_at + interval '1 microsecond')
                RETURNING (extract(epoch FROM changed_at) * 1000000)::bigint AS version""";
        return handle.createQuery(sql).mapTo(Long.class).one();
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

    /** A change within the transaction. */
    @FunctionalInterface
    interface Edit<T> {
        T make(AreaChangeStore change, long version);
    }
}
