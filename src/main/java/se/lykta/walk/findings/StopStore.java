package se.lykta.walk.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;

/** The stops that participants were shown, in the database. Has no state. */
final class StopStore {

    /** Remembers stops of a walk as they are shown now; those of earlier plans stay. */
    void remember(Handle handle, String walk, List<ShownStop> stops) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO walk_stop (walk_id, hotspot, name_sv, name_en, place)
                VALUES (:walk, :hotspot, :sv, :en, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326))
                ON CONFLICT (walk_id, hotspot) DO UPDATE
                SET name_sv = EXCLUDED.name_sv, name_en = EXCLUDED.name_en, place = EXCLUDED.place
                """);
        for (ShownStop stop : stops) {
            batch.bind("walk", walk)
                    .bind("hotspot", stop.hotspot())
                    .bind("sv", stop.name().sv())
                    .bind("en", stop.name().en())
                    .bind("lon", stop.place().lonDeg())
                    .bind("lat", stop.place().latDeg())
                    .add();
        }
        batch.execute();
    }

    /** The stop of a walk at a hotspot, if it was ever shown. */
    Optional<ShownStop> find(Handle handle, Finding.Stop stop) {
        return handle.createQuery("""
                        SELECT hotspot, name_sv, name_en, ST_X(place) AS lon, ST_Y(place) AS lat
                        FROM walk_stop
                        WHERE walk_id = :walk AND hotspot = :hotspot
                        """)
                .bind("walk", stop.walk())
                .bind("hotspot", stop.hotspot())
                .map((row, context) -> stop(row))
                .findOne();
    }

    /** All stops of a walk that were ever shown, in the order of their ids. */
    List<ShownStop> list(Handle handle, String walk) {
        return handle.createQuery("""
                        SELECT hotspot, name_sv, name_en, ST_X(place) AS lon, ST_Y(place) AS lat
                        FROM walk_stop
                        WHERE walk_id = :walk
                        ORDER BY hotspot
                        """)
                .bind("walk", walk)
                .map((row, context) -> stop(row))
                .list();
    }

    private static ShownStop stop(ResultSet row) throws SQLException {
        return new ShownStop(
                row.getString("hotspot"),
                new Name(row.getString("name_sv"), row.getString("name_en")),
                new LonLat(row.getDouble("lon"), row.getDouble("lat")));
    }
}
