package se.lykta.hotspot.scan;

import java.util.List;
import java.util.function.DoubleConsumer;
import se.lykta.hotspot.chance.LongRun;
import se.lykta.hotspot.chance.MonteCarlo;

/**
 * The space-time permutation scan: a place and a time with more cases than the place's share and the time's share explain.
 *
 * <p>It needs cases only, no population: a busy place and a busy week are allowed for, what is left is their link. Around
 * each distinct place (or cell) circles grow, each with all times up to the longest; the strongest cylinder is judged
 * against the strongest ones after the days were dealt out at random (Kulldorff, Heffernan, Hartman, Assunção, Mostashari
 * 2005, Methods).
 *
 * <p>Time O(runs · Σ over circles of new cases × (days with cases of the circle within the longest time)²) at worst; places
 * without many cases cost little. Memory O(neighbours within the radius). Immutable, safe for use by many threads.
 */
public final class SpaceTimeScan {

    private final SpaceTimeOptions options;
    private final MonteCarlo runs;

    /** A scan with fixed options. */
    public SpaceTimeScan(SpaceTimeOptions options) {
        this.options = options;
        this.runs = new MonteCarlo(options.search().runs(), options.search().seed());
    }

    /**
     * Scans cases.
     *
     * @param x metres, finite
     * @param y metres, as many
     * @param days local date of each case as a day number
     * @param progress hears the share that is done
     * @return the strongest clusters that have no place in common; of equally strong ones the narrowest comes first, then
     *     the shortest, the earliest, the westernmost
     */
    public List<SpaceTimeCluster> scan(double[] x, double[] y, int[] days, DoubleConsumer progress) {
        if (x.length != y.length || x.length != days.length) {
            throw new IllegalArgumentException(
                    "%d x, %d y and %d days are no cases".formatted(x.length, y.length, days.length));
        }
        return x.length == 0
                ? List.of()
                : new SpaceTimeRun(options, x, y, days).clusters(runs, new LongRun(progress, runs.runs()));
    }
}
