package se.lykta.place.osm;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import se.lykta.place.NamedPlace;

/** Takes what an import makes of a file; geometries are in longitude and latitude. */
interface OsmRows {

    /** A thing to draw; its attributes are taken from the tags. */
    void draw(MapThing thing, Map<String, String> tags, Geometry geometry);

    /** A thing with a name. */
    void name(NamedPlace place);

    /** A house with an address. */
    void address(String street, String number, Point position);
}
