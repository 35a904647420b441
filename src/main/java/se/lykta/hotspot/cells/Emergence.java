package se.lykta.hotspot.cells;

/**
 * How a place came to be hot, and whether it still is, over periods of equal length.
 *
 * <p>After ArcGIS's emerging hot spot analysis, in our words and with fewer of them. The <em>recent</em> periods are the
 * last quarter, at least one. The first rule that fits decides:
 *
 * <ol>
 *   <li>never hot: none;
 *   <li>hot in the last period, all hot periods in one unbroken run of at most half of all: new (new, consecutive);
 *   <li>hot in the last period, and in three quarters of all or without a break: fading if the series falls (Mann-Kendall,
 *       p ≤ 0.05; diminishing), else persistent (persistent, intensifying);
 *   <li>hot in the last period: intermittent (sporadic);
 *   <li>hot in at least half of the periods before the recent ones: solved if in no recent one (historical), else fading;
 *   <li>hot at least twice: intermittent; hot once, and not in the end: none.
 * </ol>
 *
 * <p>ArcGIS wants nine tenths where we want three quarters: our periods hold few reports, and an honest test misses a hot
 * place now and then.
 */
public enum Emergence {
    /** Not a hot place. */
    NONE,
    /** Hot now, and not long ago it was not. */
    NEW,
    /** Hot nearly all the time, and now. */
    PERSISTENT,
    /** Hot now and then. */
    INTERMITTENT,
    /** Hot most of the time, but less and less, or no longer in the last period. */
    FADING,
    /** Was hot most of the time, and is not any more. */
    SOLVED;

    /** With fewer periods nothing has a before and an after. */
    public static final int LEAST_PERIODS = 2;

    /**
     * The class of a place.
     *
     * @param hot by period, the oldest first, at least {@link #LEAST_PERIODS}
     * @param falling whether its share of the reports falls significantly
     */
    public static Emergence of(boolean[] hot, boolean falling) {
        int periods = hot.length;
        if (periods < LEAST_PERIODS) {
            throw new IllegalArgumentException(
                    "%d periods have no course, at least %d are needed".formatted(periods, LEAST_PERIODS));
        }
        int all = count(hot, 0, periods);
        if (hot[periods - 1]) {
            return hotNow(periods, all, lastRun(hot) == all, falling);
        }
        int firstRecent = periods - Math.max(1, periods / 4);
        if (all > 0 && 2 * count(hot, 0, firstRecent) >= firstRecent) {
            return count(hot, firstRecent, periods) == 0 ? SOLVED : FADING;
        }
        return all > 1 ? INTERMITTENT : NONE;
    }

    private static Emergence hotNow(int periods, int all, boolean unbroken, boolean falling) {
        if (unbroken && 2 * all <= periods) {
            return NEW;
        }
        if (unbroken || 4 * all >= 3 * periods) {
            return falling ? FADING : PERSISTENT;
        }
        return INTERMITTENT;
    }

    private static int count(boolean[] hot, int from, int to) {
        int count = 0;
        for (int period = from; period < to; period++) {
            count += hot[period] ? 1 : 0;
        }
        return count;
    }

    private static int lastRun(boolean[] hot) {
        int run = 0;
        while (run < hot.length && hot[hot.length - 1 - run]) {
            run++;
        }
        return run;
    }
}
