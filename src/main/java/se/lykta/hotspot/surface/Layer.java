package se.lykta.hotspot.surface;

import java.util.Arrays;

/**
 * One way to turn past reports into a value for each cell.
 *
 * @param kind how
 * @param radiusMetres of the quartic kernel; 0 for kinds without one
 */
public record Layer(Kind kind, double radiusMetres) {

    /** The ways there are. */
    public enum Kind {
        /** The reports in the cell. */
        COUNT,
        /** Kernel density at the centre of the cell. */
        DENSITY,
        /** The same of reports that count half for every quarter of the history they are old. */
        RECENT_DENSITY,
        /** The same everywhere. */
        EVEN
    }

    /** A recent report counts twice as much as one that is older by this share of the history. */
    private static final double HALF_LIFE_SHARE = 0.25;

    static Layer count() {
        return new Layer(Kind.COUNT, 0);
    }

    static Layer density(double radiusMetres) {
        return new Layer(Kind.DENSITY, radiusMetres);
    }

    static Layer recentDensity(double radiusMetres) {
        return new Layer(Kind.RECENT_DENSITY, radiusMetres);
    }

    static Layer even() {
        return new Layer(Kind.EVEN, 0);
    }

    /** Shares of the cells, adding up to 1, or all 0 if no report is felt in any cell. */
    double[] shares(History past, long now, Sites sites) {
        double[] values = values(past, now, sites);
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        for (int cell = 0; cell < values.length && sum > 0; cell++) {
            values[cell] /= sum;
        }
        return values;
    }

    private double[] values(History past, long now, Sites sites) {
        return switch (kind) {
            case COUNT -> past.counts(sites.size());
            case DENSITY -> new KernelDensity(Kernel.quartic(radiusMetres)).perKm2(past.spots(), sites);
            case RECENT_DENSITY -> {
                double halfLife = HALF_LIFE_SHARE * (now - past.first());
                yield new KernelDensity(Kernel.quartic(radiusMetres)).perKm2(past.recent(now, halfLife), sites);
            }
            case EVEN -> {
                double[] even = new double[sites.size()];
                Arrays.fill(even, 1);
                yield even;
            }
        };
    }
}
