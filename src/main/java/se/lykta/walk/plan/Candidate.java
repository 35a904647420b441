package se.lykta.walk.plan;

import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;

/**
 * A place that a walk may visit.
 *
 * <p>Exists so that the planner does not depend on where places come from: hotspots today, wishes of a coordinator later.
 *
 * @param id the same in the answer
 * @param position need not lie on a way
 * @param score what a visit is worth, above 0
 * @param darkShare how much of it concerns the dark, 0..1
 * @param name of the place and its problem
 * @param why what to look at there
 */
public record Candidate(String id, LonLat position, int score, double darkShare, Name name, Name why) {

    /** One of which it is not known whether it concerns the dark: half of it may. */
    public Candidate(String id, LonLat position, int score, Name name, Name why) {
        this(id, position, score, 0.5, name, why);
    }
}
