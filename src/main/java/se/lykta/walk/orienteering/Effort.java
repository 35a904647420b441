package se.lykta.walk.orienteering;

/**
 * How much of what a search may use is used up; asked before every round.
 *
 * <p>A service counts rounds, so that equal input gives equal output; only a measurement may read a clock.
 */
@FunctionalInterface
public interface Effort {

    /** 0 at the beginning, 1 or more when the search has to end; never falls. */
    double spent();

    /** A number of rounds, 1 or more. For one search. */
    static Effort ofRounds(int rounds) {
        if (rounds < 1) {
            throw new IllegalArgumentException("expected 1 round or more, not " + rounds);
        }
        var asked = new int[1];
        return () -> asked[0]++ / (double) rounds;
    }
}
