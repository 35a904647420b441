package se.lykta.hotspot.scan;

/**
 * How unlikely a cluster is by chance.
 *
 * @param cases what was seen inside
 * @param expected what was expected there
 * @param logLikelihoodRatio 0 or more
 * @param p rank among the strongest clusters of all runs; also for the second and later ones, which makes theirs
 *     conservative
 */
public record ScanFigures(double cases, double expected, double logLikelihoodRatio, double p) {

    /** Cases over expected cases. */
    public double ratio() {
        return cases / expected;
    }

    ScanFigures withP(double known) {
        return new ScanFigures(cases, expected, logLikelihoodRatio, known);
    }
}
