package se.lykta.place.osm;

import java.sql.Connection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;
import se.lykta.place.NamedPlace;
import se.lykta.place.OsmCounts;

/** Writes the rows of an import by COPY, a table at a time in batches, and counts them. Used by one thread. */
final class OsmCopyStore implements OsmRows {

    private static final int LON_LAT = 4326;
    private static final int WEB_MERCATOR = 3857;
    private static final int MUNICIPALITY_LEVEL = 7;

    private final CopyStore features;
    private final CopyStore names;
    private final CopyStore addresses;
    private final CopyStore boundaries;
    private long municipalities;
    private final WKBWriter wkb = new WKBWriter(2, true);

    OsmCopyStore(Connection connection) {
        features = new CopyStore(
                connection,
                "base_feature (layer, kind, detail, name, lit, surface, steps, tunnel, bridge, ref,"
                        + " population, min_zoom, extent_metres, geom)");
        names = new CopyStore(connection, "place_name (name, kind, public, geom)");
        addresses = new CopyStore(connection, "address (street, number, interpolated, geom)");
        boundaries = new CopyStore(connection, "osm_boundary (osm_id, name, admin_level, geom)");
    }

    @Override
    public void draw(MapThing thing, Map<String, String> tags, Geometry geometry) {
        feature(thing, tags, WebMercatorGeometry.of(geometry));
    }

    @Override
    public void ground(MapThing thing, Polygon metres) {
        feature(thing, Map.of(), metres);
    }

    private void feature(MapThing thing, Map<String, String> tags, Geometry metres) {
        Geometry drawn = thing.isLabel() ? metres.getInteriorPoint() : metres;
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
                tags.get("ref"),
                population(tags.get("population")),
                thing.minZoom(),
                metres.getEnvelopeInternal().getDiameter(),
                hex(drawn, WEB_MERCATOR));
    }

    @Override
    public void name(NamedPlace place) {
        names.row(place.name(), place.kind().code(), place.kind().isPublic(), hex(place.geometry(), LON_LAT));
    }

    @Override
    public void address(Address address, Point position) {
        addresses.row(address.street(), address.number(), address.interpolated(), hex(position, LON_LAT));
    }

    @Override
    public void boundary(Boundary boundary, Geometry area) {
        Geometry many =
                area instanceof Polygon polygon ? area.getFactory().createMultiPolygon(new Polygon[] {polygon}) : area;
        boundaries.row(boundary.osmId(), boundary.name(), boundary.level(), hex(many, LON_LAT));
        municipalities += boundary.level() == MUNICIPALITY_LEVEL ? 1 : 0;
    }

    /**
     * Writes what is still held back.
     *
     * @param read what the file held
     * @return the same with the rows that were made
     */
    OsmCounts finish(OsmCounts read) {
        features.flush();
        names.flush();
        addresses.flush();
        boundaries.flush();
        return new OsmCounts(
                read.nodes(),
                read.ways(),
                read.relations(),
                features.rows(),
                names.rows(),
                addresses.rows(),
                boundaries.rows(),
                municipalities,
                read.extent(),
                read.faults());
    }

    private static @Nullable Integer population(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
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
