package se.lykta.hotspot.chance;

import java.util.Arrays;

/**
 * The bands of distance and time into which {@link Knox} sorts pairs of reports, each [from, to).
 *
 * <p>Half-open bands as the R package NearRepeat has them by default: a pair 100 m apart is in 100–200, not in 0–100. The
 * Near Repeat Calculator prints the same counts under labels that are one too high. Immutable.
 */
public final class KnoxBands {

    /** The end of a last time band without end. */
    public static final int FOREVER = Integer.MAX_VALUE;

    /** The least distance above 0: the edge between "same place" and everything else. */
    private static final double APART = Double.MIN_VALUE;

    private final double[] metres;
    private final int[] days;

    private KnoxBands(double[] metres, int[] days) {
        this.metres = metres;
        this.days = days;
    }

    /**
     * Bands between edges.
     *
     * @param metres edges of distance, at least two, ascending from 0 or more; the last may be infinite
     * @param days edges of time, at least two, ascending from 0 or more; the last may be {@link #FOREVER}
     */
    public static KnoxBands of(double[] metres, int[] days) {
        for (int i = 0; i < metres.length; i++) {
            requireAscending(i == 0 ? -1 : metres[i - 1], metres[i], "m");
        }
        for (int i = 0; i < days.length; i++) {
            requireAscending(i == 0 ? -1 : days[i - 1], days[i], "days");
        }
        if (metres.length < 2 || days.length < 2) {
            throw new IllegalArgumentException(
                    "%d edges of distance and %d of time: a band needs two".formatted(metres.length, days.length));
        }
        return new KnoxBands(metres.clone(), days.clone());
    }

    private static void requireAscending(double before, double edge, String unit) {
        if (!(edge >= 0 && edge > before)) {
            throw new IllegalArgumentException("edges of bands must ascend from 0: %s %s after %s %s"
                    .formatted(edge, unit, before < 0 ? "none," : before, unit));
        }
    }

    /** The same bands with one more before the first, which has to start at 0 m: pairs on exactly the same spot. */
    public KnoxBands withSamePlace() {
        if (metres[0] != 0) {
            throw new IllegalArgumentException(
                    "the first band starts at %s m, not at the same place".formatted(metres[0]));
        }
        double[] edges = new double[metres.length + 1];
        edges[1] = APART;
        System.arraycopy(metres, 1, edges, 2, metres.length - 1);
        return new KnoxBands(edges, days);
    }

    /** Whether the first band holds the pairs on exactly the same spot and nothing else. */
    public boolean hasSamePlace() {
        return metres[1] == APART;
    }

    int distanceBands() {
        return metres.length - 1;
    }

    int dayBands() {
        return days.length - 1;
    }

    /** Where a band of distance starts, or edge number {@code bands} where the last one ends; the same place is 0 to 0. */
    double metres(int edge) {
        return metres[edge] == APART ? 0 : metres[edge];
    }

    /** Where a band of time starts, or the last one ends. */
    int days(int edge) {
        return days[edge];
    }

    /** The band of a distance: -1 nearer than the first, {@link #distanceBands()} beyond the last. */
    int bandOf(double distance) {
        int band = -1;
        while (band < metres.length - 1 && distance >= metres[band + 1]) {
            band++;
        }
        return band;
    }

    /** Whether the last band of distance has no end. */
    boolean isUnlimited() {
        return metres[metres.length - 1] == Double.POSITIVE_INFINITY;
    }

    /** The last finite edge of distance: how far apart the pairs are that have to be looked at one by one. */
    double reach() {
        return isUnlimited() ? metres[metres.length - 2] : metres[metres.length - 1];
    }

    @Override
    public String toString() {
        return "distance %s, days %s".formatted(Arrays.toString(metres), Arrays.toString(days));
    }
}
