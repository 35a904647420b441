package se.lykta.place.area;

import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;
import se.lykta.geo.LonLat;

/**
 * One feature of an area file, checked.
 *
 * @param kind {@code municipality}, {@code area} or anything else, which counts as an area
 * @param name its name, if it has one
 * @param fictional says whether it is invented
 * @param start where the map opens, if it says so
 * @param population how many live there, if the file tells it
 * @param geometry valid polygons in longitude and latitude
 */
record AreaFeature(
        String kind,
        Optional<String> name,
        boolean fictional,
        Optional<LonLat> start,
        OptionalInt population,
        Geometry geometry) {

    boolean isMunicipality() {
        return kind.equals("municipality");
    }
}
