package se.lykta.walk.network;

import java.util.List;

/**
 * Who walks, and which ways the legs prefer.
 *
 * <p>What may be used depends on {@code stepFree} alone; {@code preferLit} only chooses between ways, so it never makes
 * a place unreachable. The choice of a way never changes the time it takes.
 *
 * @param stepFree rollators and wheelchairs: no steps, nothing barred to wheelchairs, rather firm ground
 * @param preferLit rather along lit ways
 */
public record FootProfile(boolean stepFree, boolean preferLit) {

    /** People who can use steps, by the shortest pleasant way. */
    public static final FootProfile EVERYONE = new FootProfile(false, false);

    /** Rollators and wheelchairs, by the shortest pleasant way. */
    public static final FootProfile STEP_FREE = new FootProfile(true, false);

    /** All there are. */
    static final List<FootProfile> ALL =
            List.of(EVERYONE, STEP_FREE, new FootProfile(false, true), new FootProfile(true, true));

    /** The name of the profile in the stored graph. */
    String key() {
        return (stepFree ? "step_free" : "everyone") + (preferLit ? "_lit" : "");
    }
}
