package se.lykta.report.exclusion;

import java.util.Optional;
import se.lykta.geo.LonLat;

/**
 * The finding that an exclusion is made of, as it was told.
 *
 * @param finding its id
 * @param code its kind, such as {@code default-geocode}
 * @param sv its sentence in Swedish
 * @param en its sentence in English
 * @param snapshotVersion the outbox number it was found at
 * @param place where it is, if it is somewhere
 * @param positionRule whether all reports at exactly that place are meant, those that come later, too
 */
public record Reason(
        String finding,
        String code,
        String sv,
        String en,
        long snapshotVersion,
        Optional<LonLat> place,
        boolean positionRule) {

    /** A rule needs its place. */
    public Reason {
        if (positionRule && place.isEmpty()) {
            throw new IllegalArgumentException("a rule about a position without one");
        }
    }
}
