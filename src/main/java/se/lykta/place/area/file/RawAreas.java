package se.lykta.place.area.file;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * What a file holds, before it is brought to longitude and latitude and checked.
 *
 * @param crs the coordinate reference system as PROJ reads it, a code or well-known text; empty if the file tells none
 * @param features in the order of the file
 */
public record RawAreas(String crs, List<Feature> features) {

    /** What PROJ calls longitude and latitude. */
    public static final String LON_LAT = "EPSG:4326";

    /** A defensive copy. */
    public RawAreas {
        features = List.copyOf(features);
    }

    /**
     * One feature.
     *
     * @param place where it is in the file
     * @param attributes its fields as texts, in the order of the file, without those that are null
     * @param geometry polygons as they are, valid or not
     */
    public record Feature(String place, Map<String, String> attributes, Geometry geometry) {}
}
