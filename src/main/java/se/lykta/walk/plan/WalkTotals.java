package se.lykta.walk.plan;

/**
 * The sums of a walk, from the real route.
 *
 * @param metres length of the way
 * @param litMetres how much of it is known to be lit
 * @param walkSeconds time on the way
 * @param stopSeconds time at the stops
 * @param plannedSeconds what was allowed for both, a tenth less than what was asked for
 * @param reports sum of the stops' scores
 */
public record WalkTotals(int metres, int litMetres, int walkSeconds, int stopSeconds, int plannedSeconds, int reports) {

    /** From leaving to being back. */
    public int seconds() {
        return walkSeconds + stopSeconds;
    }
}
