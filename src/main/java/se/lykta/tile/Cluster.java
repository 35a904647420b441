package se.lykta.tile;

import java.util.Optional;
import se.lykta.index.Summary;

/**
 * What is known of a group of reports that is drawn as one: some cells of a {@link CellScale}.
 *
 * <p>How many they are and where costs nothing more, as their cells were weighed to group them. All else is summed up when it is
 * first asked for, so that finding clusters does not pay for it. Used by one thread, as long as its scale.
 */
final class Cluster {

    private final CellScale scale;
    private long cells;
    private int count;
    private long sumX;
    private long sumY;
    private Optional<Summary> summary = Optional.empty();

    /** The cluster of no cell yet. */
    Cluster(CellScale scale) {
        this.scale = scale;
    }

    /** Takes a cell in, which must have reports; before anything else is asked. */
    void add(int cell) {
        cells |= 1L << cell;
        count += scale.count(cell);
        sumX += scale.sumX(cell);
        sumY += scale.sumY(cell);
    }

    /** How many reports there are. */
    int count() {
        return count;
    }

    /** The mean of their columns of Web Mercator. */
    double meanX() {
        return (double) sumX / count;
    }

    /** The mean of their rows of Web Mercator. */
    double meanY() {
        return (double) sumY / count;
    }

    /** The row of the report, if it is only one. O(log n + reports at the same place). */
    int onlyRow() {
        return scale.rowAt((int) sumX, (int) sumY);
    }

    /** How often the cause with this bit was named. */
    int causeCount(int bit) {
        return summary().causeCount(bit);
    }

    int newestMinute() {
        return summary().newestMinute();
    }

    /** Reports whose light is known. */
    int knownLight() {
        return summary().knownLight();
    }

    /** The share of reports in the dark among those whose light is known, per cent. */
    int darkPercent() {
        return (int) Math.round(100.0 * summary().dark() / summary().knownLight());
    }

    /** The longer side of the box around the reports, in cells of Web Mercator. */
    int spreadCells() {
        return summary().spreadCells();
    }

    private Summary summary() {
        if (summary.isEmpty()) {
            var sum = new Summary();
            for (long rest = cells; rest != 0; rest &= rest - 1) {
                scale.addTo(sum, Long.numberOfTrailingZeros(rest));
            }
            summary = Optional.of(sum);
        }
        return summary.get();
    }
}
