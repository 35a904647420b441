package se.lykta.place;

import java.util.Optional;
import se.lykta.geo.LonLat;

/**
 * What was wrong with the coast of an OSM file.
 *
 * @param gaps where it is broken: closed if that is safe, else there is no sea
 * @param wrong lines without water on their right or land on their left, which others outvote
 * @param first where the first of them is
 */
public record CoastFaults(long gaps, long wrong, Optional<LonLat> first) {

    /** Nothing was wrong. */
    public static final CoastFaults NONE = new CoastFaults(0, 0, Optional.empty());
}
