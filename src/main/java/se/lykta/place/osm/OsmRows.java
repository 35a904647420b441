package se.lykta.place.osm;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import se.lykta.place.NamedPlace;

/** Where the things made of an OSM file go; apart from the database so that making can be tested without one. */
interface OsmRows {

    /** A thing to draw; its attributes are taken from the tags. */
    void draw(MapThing thing, Map<String, String> tags, Geometry geometry);

    /** An area of sea or earth, in Web Mercator metres. */
    void ground(MapThing thing, Polygon metres);

    /** A thing with a name. */
    void name(NamedPlace place);

    /** A house with an address. */
    void address(Address address, Point position);

    /** An administrative boundary. */
    void boundary(Boundary boundary, Geometry area);

    /**
     * What a house is called.
     *
     * @param interpolated lies between two known numbers, so is probable only
     */
    record Address(String street, String number, boolean interpolated) {}

    /**
     * What an administrative boundary is.
     *
     * @param osmId id of the relation; negative that of a closed way
     * @param level {@code admin_level}, 1..12
     */
    record Boundary(long osmId, String name, int level) {}
}
