package se.lykta.hotspot.chance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What {@link Knox} found: a cell for each band of distance and time.
 *
 * <p>Filled by one thread before anybody else sees it, unchanged afterwards.
 */
public final class KnoxTable {

    private final KnoxBands bands;
    private final MonteCarlo runs;
    private final long[] observed;
    /** Counts of each cell in each run. */
    private final long[][] simulated;

    KnoxTable(KnoxBands bands, MonteCarlo runs) {
        this.bands = bands;
        this.runs = runs;
        this.observed = new long[bands.distanceBands() * bands.dayBands()];
        this.simulated = new long[observed.length][runs.runs()];
    }

    /** Notes the counts of all cells: version 0 is the truth, the others are runs. */
    void set(int version, long[] cells) {
        for (int cell = 0; cell < cells.length; cell++) {
            if (version == 0) {
                observed[cell] = cells[cell];
            } else {
                simulated[cell][version - 1] = cells[cell];
            }
        }
    }

    /** The bands that were asked for. */
    public KnoxBands bands() {
        return bands;
    }

    /** All cells, by distance, then by time. */
    public List<KnoxCell> cells() {
        return IntStream.range(0, observed.length)
                .mapToObj(cell -> cell(cell / bands.dayBands(), cell % bands.dayBands()))
                .toList();
    }

    /** The cell of a band of distance and a band of time, from 0. */
    public KnoxCell cell(int distanceBand, int dayBand) {
        return union(distanceBand, distanceBand, dayBand, dayBand);
    }

    /** Several neighbouring cells taken as one: bands of distance and time, first and last. */
    KnoxCell union(int firstDistance, int lastDistance, int firstDays, int lastDays) {
        long[] sums = new long[runs.runs()];
        long seen = 0;
        for (int distance = firstDistance; distance <= lastDistance; distance++) {
            for (int days = firstDays; days <= lastDays; days++) {
                int cell = distance * bands.dayBands() + days;
                seen += observed[cell];
                Arrays.setAll(sums, run -> sums[run] + simulated[cell][run]);
            }
        }
        long truth = seen;
        double mean = (double) Arrays.stream(sums).sum() / sums.length;
        return new KnoxCell(
                bands.metres(firstDistance),
                bands.metres(lastDistance + 1),
                bands.days(firstDays),
                bands.days(lastDays + 1),
                seen,
                mean,
                seen / mean,
                seen / median(sums),
                runs.pValue(Arrays.stream(sums).filter(sum -> sum >= truth).count()));
    }

    private static double median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0;
    }

    /** What can be said in plain words; empty if nothing can. */
    public List<NearRepeat> nearRepeats() {
        return NearRepeat.of(this);
    }
}
