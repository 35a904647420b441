package se.lykta.place.area;

import org.locationtech.jts.geom.Geometry;

/**
 * An administrative boundary of OpenStreetMap that is complete in the extract in use.
 *
 * @param osmId of the relation; negative for a closed way
 * @param level {@code admin_level}: in Sweden 7 is a municipality, 8 to 10 are parts of it
 * @param geometry polygons in longitude and latitude
 */
record OsmBoundary(long osmId, String name, int level, Geometry geometry) {

    /** Where it is, for whoever mends it. */
    String place() {
        return osmId < 0 ? "way/" + -osmId : "relation/" + osmId;
    }
}
