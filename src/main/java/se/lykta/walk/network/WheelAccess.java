package se.lykta.walk.network;

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

    /** Values of {@code wheelchair}. */
    private static final Set<String> WELCOME = Set.of("yes", "designated");

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
        String smoothness = value(tag, "smoothness");
        if (value(tag, "highway").equals("steps") || wheelchair.equals("no") || smoothness.equals("impassable")) {
            return BARRED;
        }
        if (WELCOME.contains(wheelchair)) {
            return FIRM;
        }
        WheelAccess ground = ofGround(value(tag, "surface").replaceFirst("[:;].*", ""), smoothness);
        return wheelchair.equals("limited") && ground == FIRM ? ROUGH : ground;
    }

    /** Of a barrier across a way; most, such as a bollard, leave enough room. */
    static WheelAccess ofBarrier(UnaryOperator<@Nullable String> tag) {
        String wheelchair = value(tag, "wheelchair");
        if (WELCOME.contains(wheelchair)) {
            return FIRM;
        }
        return wheelchair.equals("no") || BARRIERS.contains(value(tag, "barrier")) ? BARRED : FIRM;
    }

    private static WheelAccess ofGround(String surface, String smoothness) {
        if (LOOSE_SURFACES.contains(surface) || LOOSE_SMOOTHNESS.contains(smoothness)) {
            return LOOSE;
        }
        return ROUGH_SURFACES.contains(surface) || smoothness.equals("bad") ? ROUGH : FIRM;
    }

    private static String value(UnaryOperator<@Nullable String> tag, String key) {
        String value = tag.apply(key);
        return value == null ? "" : value.strip();
    }
}
