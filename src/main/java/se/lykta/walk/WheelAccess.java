package se.lykta.walk;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How well a rollator or a wheelchair gets along a way, from several OSM tags.
 *
 * <p>What nobody described counts as firm: most paved ways have no tags about it, and to avoid them would lead groups
 * over the few that have.
 *
 * <p>Public because the routing engine compiles the rules of the profiles into classes of its own.
 */
public enum WheelAccess {
    /** Firm and even, or nothing said. */
    FIRM,
    /** Possible, but hard work: setts, an uneven track. */
    ROUGH,
    /** Wheels sink in or stick: sand, gravel, grass. */
    LOOSE,
    /** Not passable: steps, a stile, a sign. */
    BARRED;

    private static final Set<String> LOOSE_SURFACES = Set.of(
            "sand", "gravel", "pebblestone", "grass", "dirt", "earth", "ground", "mud", "rock", "woodchips", "snow");

    private static final Set<String> ROUGH_SURFACES =
            Set.of("unpaved", "cobblestone", "unhewn_cobblestone", "sett", "grass_paver", "stone", "stepping_stones");

    private static final Set<String> LOOSE_SMOOTHNESS = Set.of("very_bad", "horrible", "very_horrible");

    private static final Set<String> BARRIERS = Set.of(
            "stile", "kissing_gate", "turnstile", "full-height_turnstile", "motorcycle_barrier", "log", "debris");

    /**
     * Of a way.
     *
     * @param tag the value of a tag of the way, or null
     */
    static WheelAccess ofWay(UnaryOperator<@Nullable String> tag) {
        String wheelchair = value(tag, "wheelchair");
        if (value(tag, "highway").equals("steps") || wheelchair.equals("no")) {
            return BARRED;
        }
        String smoothness = value(tag, "smoothness");
        if (smoothness.equals("impassable")) {
            return BARRED;
        }
        if (wheelchair.equals("yes") || wheelchair.equals("designated")) {
            return FIRM;
        }
        String surface = value(tag, "surface").replaceFirst("[:;].*", "");
        if (LOOSE_SURFACES.contains(surface) || LOOSE_SMOOTHNESS.contains(smoothness)) {
            return LOOSE;
        }
        boolean rough = ROUGH_SURFACES.contains(surface) || smoothness.equals("bad") || wheelchair.equals("limited");
        return rough ? ROUGH : FIRM;
    }

    /** Of a barrier across a way; most, such as a bollard, leave enough room. */
    static WheelAccess ofBarrier(UnaryOperator<@Nullable String> tag) {
        String wheelchair = value(tag, "wheelchair");
        if (wheelchair.equals("yes") || wheelchair.equals("designated")) {
            return FIRM;
        }
        return wheelchair.equals("no") || BARRIERS.contains(value(tag, "barrier")) ? BARRED : FIRM;
    }

    private static String value(UnaryOperator<@Nullable String> tag, String key) {
        String value = tag.apply(key);
        return value == null ? "" : value.strip();
    }
}
