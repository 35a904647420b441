package se.lykta.walk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a way is lit, from the OSM tag {@code lit}. */
public enum StreetLight {
    /** Nobody said. */
    MISSING,
    /** Not lit. */
    NO,
    /** Lit at times, for example until midnight. */
    LIMITED,
    /** Lit all night, or by a sensor. */
    YES;

    /** The meaning of a tag value; what is not understood counts as missing. */
    static StreetLight ofTag(@Nullable String value) {
        if (value == null) {
            return MISSING;
        }
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "24/7", "automatic", "sunset-sunrise", "operating_times", "both" -> YES;
            case "limited", "interval", "dusk-23:00", "dusk-dawn" -> LIMITED;
            case "no", "disused", "none" -> NO;
            default -> MISSING;
        };
    }
}
