package se.lykta.hotspot.scan;

/**
 * What {@link SpatialScan} looks for.
 *
 * @param maxShare the largest circle holds at most this share of the population, itself allowed: above 0, at most 0.5
 * @param risk too many cases, too few, or both
 * @param minCases a circle with too many cases has at least so many; 2 as in SaTScan, so that no single case is a cluster
 * @param clusters how many clusters to tell at most, without overlap, the most likely one first
 * @param runs how many maps are drawn at random, 999 as a rule
 * @param seed the same seed gives the same p
 */
public record ScanOptions(double maxShare, Risk risk, double minCases, int clusters, int runs, long seed) {

    /** Which clusters are looked for. */
    public enum Risk {
        HIGH,
        LOW,
        BOTH
    }

    /** Checks the ranges. */
    public ScanOptions {
        if (!(maxShare > 0 && maxShare <= 0.5)) {
            throw new IllegalArgumentException("largest share " + maxShare + " is not above 0 and at most 0.5");
        }
        if (!(minCases >= 0)) {
            throw new IllegalArgumentException("least cases " + minCases + " are below 0");
        }
        if (clusters < 1) {
            throw new IllegalArgumentException(clusters + " clusters are less than 1");
        }
    }

    /** Kulldorff's own choice: high risk, up to half of the population, at least two cases. */
    public static ScanOptions of(int runs, long seed) {
        return new ScanOptions(0.5, Risk.HIGH, 2, 10, runs, seed);
    }

    /** The same with smaller circles. */
    public ScanOptions withMaxShare(double share) {
        return new ScanOptions(share, risk, minCases, clusters, runs, seed);
    }

    /** The same for another direction of risk. */
    public ScanOptions withRisk(Risk other) {
        return new ScanOptions(maxShare, other, minCases, clusters, runs, seed);
    }

    boolean considers(double cases, double expected) {
        return cases > expected ? risk != Risk.LOW && cases >= minCases : cases < expected && risk != Risk.HIGH;
    }
}
