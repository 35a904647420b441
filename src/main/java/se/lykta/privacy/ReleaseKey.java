package se.lykta.privacy;

import java.util.Comparator;
import se.lykta.geo.LonLat;

/**
 * What all reports of one released group have in common, and all that the public learns of each.
 *
 * @param level how far it was generalised
 * @param place snap point or cell centre
 * @param cause code of the generalised cause
 * @param firstMinute begin of the period, minutes since 1970-01-01T00:00Z
 * @param state code of the state that stands for the report's group of states
 */
record ReleaseKey(Level level, LonLat place, String cause, int firstMinute, String state) {

    /** A fixed order, so that rows get the same numbers whatever the order of the reports. */
    static final Comparator<ReleaseKey> ORDER = Comparator.comparing(ReleaseKey::level)
            .thenComparingInt(ReleaseKey::firstMinute)
            .thenComparing(ReleaseKey::cause)
            .thenComparing(ReleaseKey::state)
            .thenComparingDouble(key -> key.place().lonDeg())
            .thenComparingDouble(key -> key.place().latDeg());
}
