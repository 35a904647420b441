package se.lykta.place.snap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import se.lykta.geo.LonLat;
import se.lykta.place.Area;
import se.lykta.place.MetricGeometry;
import se.lykta.place.Municipality;
import se.lykta.place.PlaceStore;

/**
 * Keeps the table of snap points in step with the municipality, its areas and its map.
 *
 * <p>Whoever reads them gets the points of what is imported now: if areas or map have changed since they were made, they
 * are made anew first. So no import has to think of them, and the veil never works with those of another map. Safe for
 * use by many threads and processes: an advisory lock lets one make them at a time.
 */
public final class SnapPointStore {

    private static final long LOCK = 0x6c796b74_61000005L;

    /** To be raised with every change of the rules, so that stored points are made anew. */
    private static final int RULES = 1;

    private final Jdbi jdbi;
    private final PlaceStore places;

    /** A store in one database. */
    public SnapPointStore(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.places = new PlaceStore(jdbi);
    }

    /** What the veil snaps to. */
    public SnapPoints load() {
        return read((handle, version, municipality) ->
                        municipality.map(known -> new SnapPoints(known, places.listAreas(), list(handle))))
                .orElseGet(SnapPoints::withoutMunicipality);
    }

    /** The points of all scales in a fixed order; none until a municipality has been imported. */
    public List<SnapPoint> list() {
        return edition().points();
    }

    /** The same with the names of their areas and the version of what they are made from. */
    public SnapPointEdition edition() {
        return read((handle, version, municipality) -> new SnapPointEdition(
                version, municipality.map(known -> list(handle)).orElseGet(List::of), areaNames(handle)));
    }

    /** Which map and areas the points have to be made from: another one for other points. */
    public String version() {
        return "%d/%d/%d".formatted(RULES, places.version(), places.areasVersion());
    }

    /** Reads until nothing was imported meanwhile: points and areas have to be of one import. */
    private <T> T read(Reader<T> reader) {
        return jdbi.inTransaction(handle -> {
            while (true) {
                String version = version();
                Optional<Municipality> municipality = places.findMunicipality();
                municipality.ifPresent(known -> bringUpToDate(handle, known, version));
                T result = reader.read(handle, version, municipality);
                if (version.equals(version())) {
                    return result;
                }
            }
        });
    }

    private void bringUpToDate(Handle handle, Municipality municipality, String version) {
        if (isMadeFrom(handle, version)) {
            return;
        }
        handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Integer.class)
                .one();
        if (!isMadeFrom(handle, version)) {
            replace(handle, version, make(handle, municipality, places.listAreas()));
        }
    }

    private List<SnapPoint> make(Handle handle, Municipality municipality, List<Area> areas) {
        var metric = new MetricGeometry(municipality.crs());
        List<Candidate> candidates = new Candidates(metric).of(places.listNames());
        return new SnapMaker(metric, new Regions(municipality, areas)).make(candidates, listAddresses(handle));
    }

    private static boolean isMadeFrom(Handle handle, String version) {
        return handle.createQuery("SELECT made_from FROM snap_state")
                .mapTo(String.class)
                .findOne()
                .equals(Optional.of(version));
    }

    private static List<Address> listAddresses(Handle handle) {
        String sql =
                "SELECT lower(street) || chr(31) || lower(number), ST_X(geom), ST_Y(geom) FROM address WHERE NOT interpolated";
        return handle.createQuery(sql)
                .map((row, context) -> new Address(row.getString(1), new LonLat(row.getDouble(2), row.getDouble(3))))
                .list();
    }

    private static List<SnapPoint> list(Handle handle) {
        String sql = """
                SELECT least_addresses, ST_X(geom), ST_Y(geom), kind, name, area_id, addresses
                FROM snap_point ORDER BY id""";
        return handle.createQuery(sql).map((row, context) -> point(row)).list();
    }

    private static Map<Integer, String> areaNames(Handle handle) {
        return handle.createQuery("SELECT id, name FROM area")
                .map((row, context) -> Map.entry(row.getInt(1), row.getString(2)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static SnapPoint point(ResultSet row) throws SQLException {
        int areaId = row.getInt(6);
        return new SnapPoint(
                SnapScale.of(row.getInt(1)),
                new LonLat(row.getDouble(2), row.getDouble(3)),
                SnapKind.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getString(5),
                areaId == 0 ? OptionalInt.empty() : OptionalInt.of(areaId),
                row.getInt(7));
    }

    private static void replace(Handle handle, String version, List<SnapPoint> points) {
        handle.execute("DELETE FROM snap_point");
        handle.execute("DELETE FROM snap_state");
        String sql = """
                INSERT INTO snap_point (least_addresses, geom, kind, name, area_id, addresses)
                VALUES (:least, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), :kind, :name, nullif(:area, 0), :addresses)""";
        PreparedBatch batch = handle.prepareBatch(sql);
        for (SnapPoint point : points) {
            batch.bind("least", point.scale().leastAddresses())
                    .bind("lon", point.position().lonDeg())
                    .bind("lat", point.position().latDeg())
                    .bind("kind", point.kind().code())
                    .bind("name", point.name())
                    .bind("area", point.areaId().orElse(0))
                    .bind("addresses", point.addresses())
                    .add();
        }
        if (!points.isEmpty()) {
            batch.execute();
        }
        handle.createUpdate("INSERT INTO snap_state (made_from) VALUES (:version)")
                .bind("version", version)
                .execute();
    }

    /** Reads from points that are up to date. */
    private interface Reader<T> {

        T read(Handle handle, String version, Optional<Municipality> municipality);
    }
}
