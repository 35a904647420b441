package se.lykta.hotspot.scan;

import java.util.Arrays;

/** Looks at each disc around each case that ends at a case, with each time from day to day, by definition. */
final class SpaceTimeOracle {

    private final double[] x;
    private final double[] y;
    private final int[] days;
    private final SpaceTimeOptions options;

    SpaceTimeOracle(double[] x, double[] y, int[] days, SpaceTimeOptions options) {
        this.x = x;
        this.y = y;
        this.days = days;
        this.options = options;
    }

    /** The highest ratio, 0 if no cylinder is considered. */
    double highest() {
        double best = 0;
        for (int centre = 0; centre < x.length; centre++) {
            for (int edge = 0; edge < x.length; edge++) {
                double radius = Math.hypot(x[centre] - x[edge], y[centre] - y[edge]);
                best = radius <= options.maxRadius() ? Math.max(best, highest(centre, radius)) : best;
            }
        }
        return best;
    }

    private double highest(int centre, double radius) {
        boolean[] inside = new boolean[x.length];
        int cases = 0;
        for (int i = 0; i < x.length; i++) {
            inside[i] = Math.hypot(x[centre] - x[i], y[centre] - y[i]) <= radius + 1e-9;
            cases += inside[i] ? 1 : 0;
        }
        return cases <= options.maxShare() * x.length ? highest(inside, cases) : 0;
    }

    private double highest(boolean[] inside, int cases) {
        int last = Arrays.stream(days).max().orElseThrow();
        int first = Arrays.stream(days).min().orElseThrow();
        double best = 0;
        for (int from = first; from <= last; from++) {
            for (int to = from; to < from + options.maxDays() && to <= last; to++) {
                boolean isWanted = !options.ongoing() || to == last;
                best = isWanted ? Math.max(best, ratio(inside, cases, from, to)) : best;
            }
        }
        return best;
    }

    private double ratio(boolean[] inside, int cases, int from, int to) {
        int n = days.length;
        int both = 0;
        int everywhere = 0;
        for (int i = 0; i < n; i++) {
            boolean now = days[i] >= from && days[i] <= to;
            everywhere += now ? 1 : 0;
            both += now && inside[i] ? 1 : 0;
        }
        double expected = (double) cases * everywhere / n;
        if (both < options.minCases() || both <= expected) {
            return 0;
        }
        double outside = both < n ? (n - both) * Math.log((n - both) / (n - expected)) : 0;
        return both * Math.log(both / expected) + outside;
    }
}
