package se.lykta.hotspot.chance;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * Near repeat: after a report, how far and how long are further reports more likely than by chance?
 *
 * <p>Pairs of reports are counted by distance and by days between them; then the days are dealt out to the places anew,
 * many times over, which keeps where and when reports are made and breaks only the link (Knox 1964; Monte Carlo after
 * Johnson, Bowers et al. 2007 and Ratcliffe's Near Repeat Calculator). The ratio of a cell is its count over the mean of
 * all runs, p = (1 + runs with at least as many) / (runs + 1).
 *
 * <p>Time O(runs · close pairs · limits of days / width of vectors); an unlimited last band costs nothing, it is counted as
 * the rest. Crowded places cost O(reports · log) and not the square. Memory O(reports), at most 64 MB of days at once.
 * Immutable, safe for use by many threads.
 */
public final class Knox {

    /** Differences of days are taken as ints, with room to spare: nearly three million years. */
    private static final int LONGEST_SPAN = 1 << 30;

    private final KnoxBands bands;
    private final Distance distance;
    private final MonteCarlo runs;

    /**
     * A test with fixed bands.
     *
     * @param runs how often the days are dealt out, 999 as a rule
     * @param seed the same seed gives the same result
     */
    public Knox(KnoxBands bands, Distance distance, int runs, long seed) {
        this.bands = bands;
        this.distance = distance;
        this.runs = new MonteCarlo(runs, seed);
    }

    /**
     * Tests reports.
     *
     * @param x metres, finite
     * @param y metres, as many
     * @param days local date of each report as a day number, such as {@link java.time.LocalDate#toEpochDay()}
     * @param progress hears the share that is done
     */
    public KnoxTable test(double[] x, double[] y, int[] days, DoubleConsumer progress) {
        if (x.length != y.length || x.length != days.length) {
            throw new IllegalArgumentException(
                    "%d x, %d y and %d days are no reports".formatted(x.length, y.length, days.length));
        }
        requireSpan(days);
        var places = new PlaceRows(x, y, days, bands.reach());
        var lanes = new DayLanes(places, days);
        int[] limits = limits(lanes.span());
        var count = new KnoxCount(places, lanes, bands, distance, limits);
        var table = new KnoxTable(bands, runs);
        SplittableRandom[] sources = runs.sources();
        int versions = runs.runs() + 1;
        var course = new LongRun(progress, (versions + lanes.lanes - 1) / lanes.lanes);
        for (int start = 0; start < versions; start += lanes.lanes) {
            int end = Math.min(versions, start + lanes.lanes);
            for (int version = start; version < end; version++) {
                show(lanes, version - start, version, sources);
            }
            count.run(course);
            for (int version = start; version < end; version++) {
                table.set(version, cells(count, lanes, limits, version - start));
            }
        }
        return table;
    }

    private static void requireSpan(int[] days) {
        long earliest = Arrays.stream(days).min().orElse(0);
        long latest = Arrays.stream(days).max().orElse(0);
        if (latest - earliest >= LONGEST_SPAN) {
            throw new IllegalArgumentException("days %d to %d are too far apart".formatted(earliest, latest));
        }
    }

    /** Version 0 is the truth, the others are permutations. */
    private static void show(DayLanes lanes, int lane, int version, SplittableRandom[] sources) {
        if (version == 0) {
            lanes.showTruth(lane);
        } else {
            lanes.showShuffled(lane, sources[version - 1]);
        }
    }

    /** The edges of time that part pairs: below the first no pair lies, and beyond the last day all do. */
    private int[] limits(int span) {
        int[] limits = new int[bands.dayBands() + 1];
        int kept = 0;
        for (int edge = 0; edge <= bands.dayBands(); edge++) {
            if (bands.days(edge) > 0 && bands.days(edge) <= span) {
                limits[kept++] = bands.days(edge);
            }
        }
        return Arrays.copyOf(limits, kept);
    }

    /** Counts of a lane by cell: band of distance times number of time bands, plus band of time. */
    private long[] cells(KnoxCount count, DayLanes lanes, int[] limits, int lane) {
        long[] cells = new long[bands.distanceBands() * bands.dayBands()];
        for (int edge = 0; edge <= bands.dayBands(); edge++) {
            int limit = Arrays.binarySearch(limits, bands.days(edge));
            long rest = lanes.pairsWithin(bands.days(edge));
            for (int distanceClass = 0; distanceClass <= bands.distanceBands(); distanceClass++) {
                boolean isRest = distanceClass == bands.distanceBands() && bands.isUnlimited();
                long counted = isRest ? rest : within(count, distanceClass, edge, limit, lane);
                rest -= counted;
                if (distanceClass > 0) {
                    addBelow(cells, distanceClass - 1, edge, counted);
                }
            }
        }
        return cells;
    }

    private long within(KnoxCount count, int distanceClass, int edge, int limit, int lane) {
        if (limit >= 0) {
            return count.within(distanceClass, limit, lane);
        }
        return bands.days(edge) == 0 ? 0 : count.pairs(distanceClass);
    }

    /** A count up to an edge of time ends the band before it and does not belong to the one after it. */
    private void addBelow(long[] cells, int distanceBand, int edge, long counted) {
        int cell = distanceBand * bands.dayBands() + edge;
        if (edge > 0) {
            cells[cell - 1] += counted;
        }
        if (edge < bands.dayBands()) {
            cells[cell] -= counted;
        }
    }
}
