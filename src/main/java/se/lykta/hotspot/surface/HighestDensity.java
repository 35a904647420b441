package se.lykta.hotspot.surface;

import java.util.Arrays;

/**
 * Highest density regions: the smallest area that holds a share of all that a surface holds.
 *
 * <p>Exists because "half of all reports come from here" says something to everybody, and a number of reports per km² to
 * few. A region is where the surface reaches a level, see Hyndman 1996, "Computing and Graphing Highest Density Regions", The
 * American Statistician 50, section 2. Holds no state.
 */
public final class HighestDensity {

    private HighestDensity() {}

    /**
     * The greatest level so that the cells that reach it hold at least a share of the sum of all cells. O(n log n).
     *
     * @param values of cells of equal size, at least 0; not a number where there is no value
     * @param share above 0, below 1
     * @return above 0
     * @throws IllegalArgumentException if the share is none, or all values are 0
     */
    public static double level(double[] values, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("a share of %s is not between 0 and 1".formatted(share));
        }
        double[] ascending =
                Arrays.stream(values).filter(value -> value > 0).sorted().toArray();
        double wanted = Arrays.stream(ascending).sum() * share;
        double held = 0;
        for (int i = ascending.length - 1; i >= 0; i--) {
            held += ascending[i];
            if (held >= wanted || i == 0) {
                return ascending[i];
            }
        }
        throw new IllegalArgumentException("a surface of nothing has no regions");
    }

    /**
     * The share of the sum of all cells that those hold which reach a level.
     *
     * @param values of cells of equal size, at least 0; not a number where there is no value
     */
    public static double share(double[] values, double level) {
        double all = Arrays.stream(values).filter(value -> value > 0).sorted().sum();
        double held = Arrays.stream(values)
                .filter(value -> value > 0 && value >= level)
                .sorted()
                .sum();
        return all == 0 ? 0 : held / all;
    }
}
