package se.lykta.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing on the map: where it is and what is known of it.
 *
 * @param id stable within its layer
 * @param geometry longitude and latitude; null if the place is not to be told
 * @param properties flat values in the order of output: text, number, boolean, list of texts or numbers, or null
 */
public record Feature(String id, @Nullable Geometry geometry, Map<String, @Nullable Object> properties) {

    /** Copies the properties, keeping their order. */
    public Feature {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
