package se.lykta.bench;

import java.util.Arrays;

/** Measured values and their quantiles, by nearest rank (the least value that so many are not above). Immutable. */
final class Sample {

    private final double[] sorted;

    private Sample(double[] sorted) {
        this.sorted = sorted;
    }

    /** A sample of all values that are numbers. */
    static Sample of(double... values) {
        return new Sample(
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray());
    }

    int size() {
        return sorted.length;
    }

    /** The middle value, of an even number the mean of both; not a number if there is none. */
    double median() {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** The quantile 0..1; not a number if there is none. */
    double quantile(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    double mean() {
        return Arrays.stream(sorted).average().orElse(Double.NaN);
    }

    /** The medians' ratio over the places where both are numbers: how many times less {@code ours} is. */
    static double ratioOfMedians(double[] theirs, double[] ours) {
        return both(theirs, ours).median() / both(ours, theirs).median();
    }

    /** The median of the ratios place by place. */
    static double medianOfRatios(double[] theirs, double[] ours) {
        double[] ratios = new double[theirs.length];
        Arrays.setAll(ratios, i -> theirs[i] / ours[i]);
        return of(ratios).median();
    }

    private static Sample both(double[] values, double[] others) {
        double[] kept = new double[values.length];
        Arrays.setAll(kept, i -> Double.isFinite(others[i]) ? values[i] : Double.NaN);
        return of(kept);
    }
}
