package se.lykta.tile;

import se.lykta.geo.Morton;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;
import se.lykta.index.Summary;

/**
 * What is known of a group of reports that is drawn as one.
 *
 * <p>Used by one thread.
 */
public final class Cluster {

    private final Summary summary;
    private final Snapshot snapshot;
    private final Filter filter;

    /** The cluster of what a filter wants of some part of a snapshot; at least one report. */
    Cluster(Summary summary, Snapshot snapshot, Filter filter) {
        this.summary = summary;
        this.snapshot = snapshot;
        this.filter = filter;
    }

    /** How many reports there are. */
    public int count() {
        return summary.count();
    }

    /** The row of the report, if it is only one: its place is the sum of places. O(log n + reports at the same place). */
    int onlyRow() {
        int row = snapshot.firstAtOrAfter(Morton.encode((int) summary.sumX(), (int) summary.sumY()));
        while (!filter.test(snapshot, row)) {
            row++;
        }
        return row;
    }

    /** How often the cause with this bit was named. */
    int causeCount(int bit) {
        return summary.causeCount(bit);
    }

    int newestMinute() {
        return summary.newestMinute();
    }

    /** Reports whose light is known. */
    int knownLight() {
        return summary.knownLight();
    }

    /** The share of reports in the dark among those whose light is known, per cent. */
    int darkPercent() {
        return (int) Math.round(100.0 * summary.dark() / summary.knownLight());
    }

    /** The longer side of the box around the reports, in cells of Web Mercator. */
    int spreadCells() {
        return summary.spreadCells();
    }
}
