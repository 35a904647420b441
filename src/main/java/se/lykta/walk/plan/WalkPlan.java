package se.lykta.walk.plan;

import java.util.List;

/**
 * A planned safety walk: one or several groups that start together.
 *
 * @param request what was asked for
 * @param departure when it starts
 * @param loops one for each group, in the order of their numbers
 * @param leftOut candidates that no group visits, in their order, with the reason
 */
public record WalkPlan(WalkRequest request, Departure departure, List<Loop> loops, List<LeftOut> leftOut) {

    /** Copies the lists. */
    public WalkPlan {
        loops = List.copyOf(loops);
        leftOut = List.copyOf(leftOut);
    }

    /** How many stops there are in all. */
    public int stopCount() {
        return loops.stream().mapToInt(loop -> loop.stops().size()).sum();
    }
}
