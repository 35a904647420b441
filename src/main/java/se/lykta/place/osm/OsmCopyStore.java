package se.lykta.place.osm;

import java.sql.Connection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKBWriter;
import se.lykta.http.ApiException;
import se.lykta.place.NamedPlace;
import se.lykta.place.OsmCounts;

/** Writes the rows of an import by COPY, a table at a time in batches, and counts them. Used by one thread. */
final class OsmCopyStore implements OsmRows {

    private static final int LON_LAT = 4326;
    private static final int WEB_MERCATOR = 3857;

    private final CopyStore features;
    private final CopyStore names;
    private final CopyStore addresses;
    private final WKBWriter wkb = new WKBWriter(2, true);

    OsmCopyStore(Connection connection) {
        features = new CopyStore(
                connection,
                "base_feature (layer, kind, detail, name, lit, surface, steps, tunnel, bridge, min_zoom,"
                        + " extent_metres, geom)");
        names = new CopyStore(connection, "place_name (name, kind, public, geom)");
        addresses = new CopyStore(connection, "address (street, number, geom)");
    }

    @Override
    public void draw(MapThing thing, Map<String, String> tags, Geometry geometry) {
        Geometry metres = WebMercatorGeometry.of(geometry);
        Envelope box = metres.getEnvelopeInternal();
        String highway = tags.getOrDefault("highway", "");
        features.row(
                thing.layer(),
                thing.kind(),
                thing.detail(),
                tags.get("name"),
                lit(tags.get("lit")),
                tags.get("surface"),
                highway.equals("steps"),
                isYes(tags.get("tunnel")),
                isYes(tags.get("bridge")),
                thing.minZoom(),
                box.getDiameter(),
                hex(metres, WEB_MERCATOR));
    }

    @Override
    public void name(NamedPlace place) {
        names.row(place.name(), place.kind().code(), place.kind().isPublic(), hex(place.geometry(), LON_LAT));
    }

    @Override
    public void address(String street, String number, Point position) {
        addresses.row(street, number, hex(position, LON_LAT));
    }

    /**
     * Writes what is still held back.
     *
     * @throws ApiException {@code osm-empty} if nothing was made of the file
     */
    OsmCounts finish(OsmCounts read) {
        features.flush();
        names.flush();
        addresses.flush();
        return new OsmCounts(
                read.nodes(),
                read.ways(),
                read.relations(),
                features.rows(),
                names.rows(),
                addresses.rows(),
                read.missingNodes(),
                read.unclosedAreas());
    }

    private String hex(Geometry geometry, int srid) {
        geometry.setSRID(srid);
        return WKBWriter.toHex(wkb.write(geometry));
    }

    private static boolean isYes(@Nullable String value) {
        return value != null && !value.equals("no");
    }

    /** Yes or no; the many other values (24/7, sunset-sunrise, limited) say that there is some light. */
    private static @Nullable String lit(@Nullable String value) {
        if (value == null || value.equals("unknown")) {
            return null;
        }
        return value.equals("no") || value.equals("disused") ? "no" : "yes";
    }
}
