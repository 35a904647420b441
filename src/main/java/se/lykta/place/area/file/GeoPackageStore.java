package se.lykta.place.area.file;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Reads the one layer of polygons of a GeoPackage (OGC 12-128r19), without writing to the file. Holds no state. */
final class GeoPackageStore {

    /** Length of the envelope in a geometry's header, by its code in the flags (table 7). */
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

    /**
     * The features.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    RawAreas read(Path file) {
        try (Handle handle = Jdbi.open("jdbc:sqlite:file:" + file.toUri().getRawPath() + "?mode=ro&immutable=1")) {
            Layer layer = onlyLayer(handle);
            // the names are those of the file's own tables, quoted
            String sql = "SELECT * FROM \"" + layer.table().replace("\"", "\"\"") + "\"";
            List<RawAreas.Feature> features = handle.createQuery(sql)
                    .map((row, context) -> feature(row, layer))
                    .list();
            return new RawAreas(layer.crs(), features);
        } catch (JdbiException e) {
            throw new IllegalArgumentException("broken, or not a GeoPackage", e);
        }
    }

    private static Layer onlyLayer(Handle handle) {
        String sql = """
                SELECT g.table_name, g.column_name,
                       CASE WHEN s.srs_id <= 0 THEN ''
                            WHEN upper(s.organization) = 'EPSG' THEN 'EPSG:' || s.organization_coordsys_id
                            ELSE s.definition END
                FROM gpkg_geometry_columns g JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
                WHERE upper(g.geometry_type_name) IN ('POLYGON', 'MULTIPOLYGON', 'GEOMETRY')
                ORDER BY g.table_name""";
        List<Layer> layers = handle.createQuery(sql)
                .map((row, context) -> new Layer(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        if (layers.size() != 1) {
            throw new IllegalArgumentException("expected one layer of polygons, found "
                    + layers.stream().map(Layer::table).toList());
        }
        return layers.get(0);
    }

    private static RawAreas.Feature feature(ResultSet row, Layer layer) throws SQLException {
        String place = "feature " + row.getRow();
        Map<String, String> attributes = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String column = columns.getColumnName(i);
            String value = column.equals(layer.column()) ? null : row.getString(i);
            if (value != null) {
                attributes.put(column, value);
            }
        }
        return new RawAreas.Feature(place, attributes, geometry(place, row.getBytes(layer.column())));
    }

    private static Geometry geometry(String place, byte[] blob) {
        if (blob == null || blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
            throw new IllegalArgumentException(place + " has no geometry");
        }
        int envelope = ByteBuffer.wrap(blob).get(3) >> 1 & 7;
        if (envelope >= ENVELOPE_BYTES.length) {
            throw new IllegalArgumentException(place + " has a broken geometry");
        }
        try {
            int start = 8 + ENVELOPE_BYTES[envelope];
            Geometry geometry = new WKBReader().read(Arrays.copyOfRange(blob, start, Math.max(start, blob.length)));
            if (geometry instanceof Polygonal) {
                return geometry;
            }
            throw new IllegalArgumentException(
                    "%s is %s, expected Polygon or MultiPolygon".formatted(place, geometry.getGeometryType()));
        } catch (ParseException e) {
            throw new IllegalArgumentException(place + " has a broken geometry", e);
        }
    }

    private record Layer(String table, String column, String crs) {}
}
