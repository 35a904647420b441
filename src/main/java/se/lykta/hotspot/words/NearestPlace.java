package se.lykta.hotspot.words;

import java.util.Optional;
import se.lykta.geo.LonLat;

/**
 * Tells where something is in words such as "vid Idrottshallen" and "at Idrottshallen".
 *
 * <p>Exists so that hotspots are named without knowing where the words come from: the gazetteer answers in the service,
 * a few lines in a test. Has to be safe for use by many threads.
 */
@FunctionalInterface
public interface NearestPlace {

    /** The phrase for a position, if there is a meaningful place or area near it. */
    Optional<Name> find(LonLat position);

    /**
     * Changes when the words do, after an import of places for example: what was named before is then named anew.
     *
     * @return visible ASCII without quotes
     */
    default String version() {
        return "0";
    }
}
