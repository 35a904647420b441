package se.lykta.place;

import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;

/**
 * A part of the municipality that people know by name (delområde).
 *
 * @param id its number, kept when an area of the same name is imported again; 0 for one that is not stored yet
 * @param name as people say it
 * @param geometry polygons in longitude and latitude, not to be changed
 * @param population how many live there, if it is known
 */
public record Area(int id, String name, Geometry geometry, OptionalInt population) {

    /** An area of which nobody told how many live there. */
    public Area(int id, String name, Geometry geometry) {
        this(id, name, geometry, OptionalInt.empty());
    }

    /** An area that is not stored yet. */
    public Area(String name, Geometry geometry) {
        this(0, name, geometry);
    }

    /** The same under a number. */
    public Area withId(int number) {
        return new Area(number, name, geometry, population);
    }
}
