package se.lykta.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import se.lykta.geo.Bbox;
import se.lykta.geo.LonLat;

/**
 * Reads the municipality, its areas and names; {@code place.area} writes them.
 *
 * <p>Geometries travel as well-known binary, longitude and latitude. Safe for use by many threads.
 */
public final class PlaceStore {

    private final Jdbi jdbi;

    /** A store in one database. */
    public PlaceStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The municipality, if one has been imported. */
    public Optional<Municipality> findMunicipality() {
        String sql = """
                SELECT name, fictional, ST_AsBinary(outline), ST_X(start_point), ST_Y(start_point), time_zone
                FROM municipality""";
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).map((row, context) -> municipality(row)).findOne());
    }

    /** The municipality, or a stand-in without a border until one has been imported. */
    public Municipality municipality() {
        return findMunicipality().orElseGet(Municipality::unset);
    }

    /** All areas by name. */
    public List<Area> listAreas() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id, name, ST_AsBinary(geom), population FROM area ORDER BY name, id")
                .map((row, context) -> area(row))
                .list());
    }

    /**
     * A geometry brought to longitude and latitude, flat.
     *
     * @param crs a code such as {@code EPSG:3006}, or well-known text as in a {@code .prj} file; x is east, y north
     * @throws IllegalArgumentException if PROJ does not know the system, or not there
     */
    public Geometry toLonLat(Geometry geometry, String crs) {
        String sql = "SELECT ST_AsBinary(ST_Transform(ST_GeomFromWKB(:geom), :crs, 4326))";
        try {
            return jdbi.withHandle(handle -> handle.createQuery(sql)
                    .bind("geom", wkb(geometry))
                    .bind("crs", crs)
                    .map((row, context) -> geometry(row.getBytes(1)))
                    .one());
        } catch (JdbiException e) {
            throw new IllegalArgumentException("cannot be brought to longitude and latitude from " + crs, e);
        }
    }

    /** The OSM extract in use, if there is one. */
    public Optional<OsmSource> findOsmSource() {
        String sql = """
                SELECT id, file_name, sha256, nodes, ways, relations, features, names, addresses,
                       boundaries, municipalities, missing_nodes, missing_members, unclosed_areas, repaired_areas,
                       foreign_names, coast_gaps, coast_wrong, coast_fault_lon_deg, coast_fault_lat_deg,
                       west_deg, south_deg, east_deg, north_deg
                FROM osm_import""";
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).map((row, context) -> source(row)).findOne());
    }

    /** The number of the import in use, 0 without any. */
    public long version() {
        return findOsmSource().map(OsmSource::version).orElse(0L);
    }

    /** All places that others can be called after, parts of the municipality among them, in a fixed order. */
    public List<NamedPlace> listNames() {
        String sql = """
                SELECT name, kind, ST_AsBinary(geom)
                FROM (SELECT id, name, kind, geom FROM place_name WHERE kind = ANY (:spoken)
                      UNION ALL
                      SELECT osm_id, name, 'locality', geom FROM osm_boundary WHERE admin_level BETWEEN 9 AND 10) AS named
                ORDER BY id, name""";
        Object[] spoken = Arrays.stream(NameKind.values())
                .filter(NameKind::isSpoken)
                .map(NameKind::code)
                .toArray();
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindArray("spoken", String.class, spoken)
                .map((row, context) ->
                        new NamedPlace(row.getString(1), kind(row.getString(2)), geometry(row.getBytes(3))))
                .list());
    }

    /** All ways that people use, named or not, as lines. */
    public List<Geometry> listStreets() {
        String sql = """
                SELECT ST_AsBinary(ST_Transform(geom, 4326)) FROM base_feature
                WHERE layer = 'roads' AND kind IN ('highway', 'major_road', 'minor_road', 'path')
                  AND ST_Dimension(geom) = 1""";
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .map((row, context) -> geometry(row.getBytes(1)))
                .list());
    }

    /** A number that grows with every change of the municipality or an area; 0 while there is none. */
    public long areasVersion() {
        String sql = "SELECT (extract(epoch FROM changed_at) * 1000000)::bigint FROM municipality";
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).findOne().orElse(0L));
    }

    private static Area area(ResultSet row) throws SQLException {
        int people = row.getInt(4);
        OptionalInt population = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(people);
        return new Area(row.getInt(1), row.getString(2), geometry(row.getBytes(3)), population);
    }

    private static Municipality municipality(ResultSet row) throws SQLException {
        Optional<Geometry> outline = Optional.ofNullable(row.getBytes(3)).map(PlaceStore::geometry);
        return new Municipality(
                row.getString(1),
                row.getBoolean(2),
                outline,
                new LonLat(row.getDouble(4), row.getDouble(5)),
                ZoneId.of(row.getString(6)));
    }

    private static OsmSource source(ResultSet row) throws SQLException {
        var faults = new OsmFaults(
                row.getLong("missing_nodes"),
                row.getLong("missing_members"),
                row.getLong("unclosed_areas"),
                row.getLong("repaired_areas"),
                row.getLong("foreign_names"),
                coastFaults(row));
        var counts = new OsmCounts(
                row.getLong("nodes"),
                row.getLong("ways"),
                row.getLong("relations"),
                row.getLong("features"),
                row.getLong("names"),
                row.getLong("addresses"),
                row.getLong("boundaries"),
                row.getLong("municipalities"),
                extent(row),
                faults);
        return new OsmSource(row.getLong(1), row.getString(2), row.getString(3), counts);
    }

    private static CoastFaults coastFaults(ResultSet row) throws SQLException {
        double lonDeg = row.getDouble("coast_fault_lon_deg");
        Optional<LonLat> first = row.wasNull()
                ? Optional.empty()
                : Optional.of(new LonLat(lonDeg, row.getDouble("coast_fault_lat_deg")));
        return new CoastFaults(row.getLong("coast_gaps"), row.getLong("coast_wrong"), first);
    }

    private static Bbox extent(ResultSet row) throws SQLException {
        return new Bbox(
                row.getDouble("west_deg"),
                row.getDouble("south_deg"),
                row.getDouble("east_deg"),
                row.getDouble("north_deg"));
    }

    private static NameKind kind(String code) {
        return NameKind.find(code).orElseThrow(() -> new IllegalStateException("unknown kind of name: " + code));
    }

    private static byte[] wkb(Geometry geometry) {
        return new WKBWriter().write(geometry);
    }

    private static Geometry geometry(byte[] wkb) {
        try {
            return new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("PostGIS gave a geometry that is none", e);
        }
    }
}
