package se.lykta.tile;

import se.lykta.geo.Morton;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;
import se.lykta.taxonomy.Light;

/**
 * What is known of a group of reports that is drawn as one: counted row by row.
 *
 * <p>Used by one thread.
 */
final class Cluster {

    private final int[] causeCounts = new int[Long.SIZE];
    private int count;
    private int dark;
    private int knownLight;
    private int newestMinute = Integer.MIN_VALUE;
    private int lastRow = -1;
    private int minX = Integer.MAX_VALUE;
    private int minY = Integer.MAX_VALUE;
    private int maxX = Integer.MIN_VALUE;
    private int maxY = Integer.MIN_VALUE;

    /** Adds the reports of the rows {@code first..end-1} that the filter wants. */
    void add(Snapshot snapshot, Filter filter, int first, int end) {
        for (int row = first; row < end; row++) {
            if (filter.test(snapshot, row)) {
                add(snapshot, row);
            }
        }
    }

    private void add(Snapshot snapshot, int row) {
        count++;
        lastRow = row;
        newestMinute = Math.max(newestMinute, snapshot.minute(row));
        Light light = snapshot.light(row);
        dark += light == Light.DARK ? 1 : 0;
        knownLight += light == Light.UNKNOWN ? 0 : 1;
        for (long rest = snapshot.causes(row); rest != 0; rest &= rest - 1) {
            causeCounts[Long.numberOfTrailingZeros(rest)]++;
        }
        int x = Morton.x(snapshot.morton(row));
        int y = Morton.y(snapshot.morton(row));
        minX = Math.min(minX, x);
        minY = Math.min(minY, y);
        maxX = Math.max(maxX, x);
        maxY = Math.max(maxY, y);
    }

    int count() {
        return count;
    }

    /** The row of the report, if it is only one. */
    int onlyRow() {
        return lastRow;
    }

    /** How often the cause with this bit was named. */
    int causeCount(int bit) {
        return causeCounts[bit];
    }

    int newestMinute() {
        return newestMinute;
    }

    /** Reports whose light is known. */
    int knownLight() {
        return knownLight;
    }

    /** The share of reports in the dark among those whose light is known, per cent. */
    int darkPercent() {
        return (int) Math.round(100.0 * dark / knownLight);
    }

    /** The longer side of the box around the reports, in cells of Web Mercator. */
    int spreadCells() {
        return Math.max(maxX - minX, maxY - minY);
    }
}
