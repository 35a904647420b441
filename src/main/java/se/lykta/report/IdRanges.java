package se.lykta.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** A set of report ids kept as disjoint ranges, ends included, so that overlapping outbox lines are read once. */
public final class IdRanges {

    private final TreeMap<Long, Long> lastByFirst = new TreeMap<>();
    private long size;

    /** Adds a range; what it overlaps or touches becomes one with it. */
    void add(long first, long last) {
        long from = first;
        long to = last;
        Map.Entry<Long, Long> before = lastByFirst.floorEntry(to + 1);
        while (before != null && before.getValue() >= from - 1) {
            from = Math.min(from, before.getKey());
            to = Math.max(to, before.getValue());
            size -= before.getValue() - before.getKey() + 1;
            lastByFirst.remove(before.getKey());
            before = lastByFirst.floorEntry(to + 1);
        }
        lastByFirst.put(from, to);
        size += to - from + 1;
    }

    /** The number of ids. */
    long size() {
        return size;
    }

    Object[] firsts() {
        return lastByFirst.keySet().toArray();
    }

    Object[] lasts() {
        return lastByFirst.values().toArray();
    }

    /** The ids of the set that are not among the given ones, in order. */
    long[] without(long[] sorted) {
        return lastByFirst.entrySet().stream()
                .flatMapToLong(range -> LongStream.rangeClosed(range.getKey(), range.getValue()))
                .filter(id -> Arrays.binarySearch(sorted, id) < 0)
                .toArray();
    }

    /**
     * The fewest ranges that hold exactly the given ids.
     *
     * @param sorted ascending
     * @param most if more ranges were needed, one range from the first to the last id is made
     */
    public static List<long[]> covering(long[] sorted, int most) {
        List<long[]> ranges = new ArrayList<>();
        for (long id : sorted) {
            long[] newest = ranges.isEmpty() ? new long[] {0, Long.MIN_VALUE} : ranges.get(ranges.size() - 1);
            if (id <= newest[1] + 1 && !ranges.isEmpty()) {
                newest[1] = id;
            } else {
                ranges.add(new long[] {id, id});
            }
        }
        return ranges.size() <= most ? ranges : List.of(new long[] {sorted[0], sorted[sorted.length - 1]});
    }
}
