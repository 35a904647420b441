package se.lykta.hotspot.scan;

/**
 * What {@link SpaceTimeScan} looks for.
 *
 * @param maxRadius the widest circle, metres, itself allowed
 * @param maxDays the longest time, days, itself allowed; 7 is a day and the six after it
 * @param maxShare a circle holds at most this share of all cases, whenever they were: above 0, at most 0.5
 * @param minCases a cluster has at least so many cases, at least 2
 * @param ongoing only clusters that last until the last day of the data, for use as an alarm
 * @param search how the search is done
 */
public record SpaceTimeOptions(
        double maxRadius, int maxDays, double maxShare, int minCases, boolean ongoing, Search search) {

    /**
     * How the search is done.
     *
     * @param cellMetres cases are moved to the centre of their square of this side, half-open and counted from 0; 0
     *     leaves them where they are
     * @param clusters how many clusters to tell at most, without common places, the most likely one first
     * @param runs how often the days are dealt out at random
     * @param seed the same seed gives the same p
     */
    public record Search(double cellMetres, int clusters, int runs, long seed) {

        /** Checks the ranges. */
        public Search {
            if (!(cellMetres >= 0 && Double.isFinite(cellMetres))) {
                throw new IllegalArgumentException("cells of " + cellMetres + " m are not 0 or more");
            }
            if (clusters < 1) {
                throw new IllegalArgumentException(clusters + " clusters are less than 1");
            }
        }
    }

    /** Checks the ranges. */
    public SpaceTimeOptions {
        if (!(maxRadius >= 0 && Double.isFinite(maxRadius))) {
            throw new IllegalArgumentException("largest radius " + maxRadius + " m is not 0 or more");
        }
        if (maxDays < 1) {
            throw new IllegalArgumentException("longest time " + maxDays + " days is less than 1");
        }
        if (!(maxShare > 0 && maxShare <= 0.5)) {
            throw new IllegalArgumentException("largest share " + maxShare + " is not above 0 and at most 0.5");
        }
        if (minCases < 2) {
            throw new IllegalArgumentException("least cases " + minCases + " are below 2: one case is no cluster");
        }
    }

    /** Circles up to a radius, times up to so many days, at least two cases, over the whole period. */
    public static SpaceTimeOptions of(double maxRadius, int maxDays, int runs, long seed) {
        return new SpaceTimeOptions(maxRadius, maxDays, 0.5, 2, false, new Search(0, 10, runs, seed));
    }
}
