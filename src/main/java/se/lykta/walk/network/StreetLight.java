package se.lykta.walk.network;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a way is lit, from the OSM tag {@code lit} and nothing else: a street is not taken for lit because it is a
 * street.
 */
public enum StreetLight {
    /** Nobody said. */
    MISSING,
    /** Not lit. */
    NO,
    /** Lit at times or badly, for example until midnight. */
    LIMITED,
    /** Lit all night, or by a sensor. */
    YES;

    private static final Pattern ALL_NIGHT = Pattern.compile("(sunset|dusk)\\s*-\\s*(sunrise|dawn)");

    /** A clock time, or an end of the night alone, as in {@code dusk-23:00}. */
    private static final Pattern AT_TIMES = Pattern.compile("\\d?\\d:\\d\\d|sunset|sunrise|dusk|dawn");

    /** The meaning of a tag value; what is not understood counts as missing. */
    static StreetLight ofTag(@Nullable String value) {
        if (value == null) {
            return MISSING;
        }
        String tag = value.strip().toLowerCase(Locale.ROOT);
        return switch (tag) {
            case "yes", "24/7", "automatic", "good" -> YES;
            case "limited", "interval", "operating_times", "poor", "bad" -> LIMITED;
            case "no", "disused", "none" -> NO;
            default -> ofTimes(tag);
        };
    }

    /** Lit in some sense, so that it counts as lit way. */
    boolean isLit() {
        return this == YES || this == LIMITED;
    }

    private static StreetLight ofTimes(String tag) {
        if (ALL_NIGHT.matcher(tag).find()) {
            return YES;
        }
        return AT_TIMES.matcher(tag).find() ? LIMITED : MISSING;
    }
}
