package se.lykta.index;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One number per column that tells whether two snapshots hold the same.
 *
 * <p>The sum over all rows of a hash of id and value: it does not depend on the order of rows, and a value that moved
 * from one report to another changes it. Not meant against forgery.
 */
final class Checksums {

    private Checksums() {}

    /** Name of column and checksum, the same order for all snapshots. */
    static Map<String, Long> of(Snapshot snapshot) {
        Map<String, Long> sums = new LinkedHashMap<>();
        sums.put("id", sum(snapshot, (columns, row) -> 0));
        sums.put("place", sum(snapshot, (columns, row) -> columns.morton[row]));
        sums.put("causes", sum(snapshot, (columns, row) -> columns.causes[row]));
        sums.put("minute", sum(snapshot, (columns, row) -> columns.minute[row]));
        sums.put("source", sum(snapshot, (columns, row) -> columns.source[row]));
        sums.put("state", sum(snapshot, (columns, row) -> columns.state[row]));
        sums.put("light", sum(snapshot, (columns, row) -> columns.light[row]));
        sums.put("hour", sum(snapshot, (columns, row) -> columns.hourOfWeek[row]));
        sums.put("severity", sum(snapshot, (columns, row) -> columns.severity[row]));
        sums.put("flags", sum(snapshot, (columns, row) -> columns.flags[row]));
        sums.put("reporter", sum(snapshot, (columns, row) -> columns.reporter[row]));
        return sums;
    }

    private static long sum(Snapshot snapshot, Column column) {
        long[] sum = new long[1];
        snapshot.forEachLeaf(0, snapshot.size(), (columns, first, end, row) -> {
            for (int i = first; i < end; i++) {
                sum[0] += mix(mix(columns.id[i]) ^ column.value(columns, i));
            }
        });
        return sum[0];
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014, figure 15). */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    private interface Column {
        long value(Columns columns, int row);
    }
}
