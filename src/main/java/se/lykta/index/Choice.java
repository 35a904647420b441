package se.lykta.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Which rows of a leaf some conditions want, found for {@value Long#SIZE} rows at a time.
 *
 * <p>Conditions on values are told by {@link ValueBits}; the time window and the place are asked row by row, but only for
 * rows that are left, and not at all where all or none of a leaf or block are in them. Immutable.
 */
final class Choice {

    private static final int BLOCK = Leaf.BLOCK;

    /** Of each of these groups a row must have one value; small groups, which turn most away, come first. */
    private final int[][] anyOf;

    /** A row must have none of these values. */
    private final int[] noneOf;

    private final int fromMinute;
    private final int endMinute;
    private final FilterPlace place;
    private final boolean everywhere;

    /** Whether on values there is only the condition that a report counts. */
    private final boolean counting;

    Choice(Conditions conditions) {
        List<int[]> any = new ArrayList<>();
        IntStream.Builder none = IntStream.builder();
        addCauses(conditions.causes(), any);
        addValues(conditions.values(), any, none);
        any.sort(Comparator.comparingInt(values -> values.length));
        anyOf = any.toArray(int[][]::new);
        noneOf = none.build().toArray();
        fromMinute = conditions.window().fromMinute();
        endMinute = conditions.window().endMinute();
        place = conditions.place();
        everywhere = place.isEverywhere();
        counting = noneOf.length == 0 && anyOf.length == 1 && anyOf[0].length == 1 && anyOf[0][0] == ValueBits.COUNTING;
    }

    private static void addCauses(Conditions.Causes causes, List<int[]> anyOf) {
        LongStream.concat(
                        LongStream.of(causes.any()).filter(any -> any != 0),
                        causes.each().stream().mapToLong(it -> it))
                .forEach(mask -> anyOf.add(values(ValueBits.CAUSES, mask)));
    }

    private static void addValues(Conditions.Values values, List<int[]> anyOf, IntStream.Builder noneOf) {
        Conditions.Values all = Conditions.Values.ALL;
        boolean included = values.exclusions() == Conditions.Values.INCLUDED;
        if (included && values.states() == Conditions.Values.COUNTING_STATES) {
            anyOf.add(new int[] {ValueBits.COUNTING});
        } else {
            add(ValueBits.STATES, values.states(), all.states(), anyOf, noneOf);
            addExclusions(values.exclusions(), anyOf, noneOf);
        }
        add(ValueBits.SOURCES, values.sources(), all.sources(), anyOf, noneOf);
        add(ValueBits.LIGHTS, values.lights(), all.lights(), anyOf, noneOf);
        add(ValueBits.SEVERITIES, values.severities(), all.severities(), anyOf, noneOf);
        add(ValueBits.HOURS, values.hours(), all.hours(), anyOf, noneOf);
        add(ValueBits.WEEKDAYS, values.weekdays(), all.weekdays(), anyOf, noneOf);
    }

    /** A row is excluded or not, which is one bit. */
    private static void addExclusions(int wanted, List<int[]> anyOf, IntStream.Builder noneOf) {
        if ((wanted & Conditions.Values.INCLUDED) == 0) {
            anyOf.add(new int[] {ValueBits.EXCLUDED});
        }
        if ((wanted & Conditions.Values.EXCLUDED) == 0) {
            noneOf.add(ValueBits.EXCLUDED);
        }
    }

    /** Of a kind of which every row has one value it is the same to want some or not to want the others. */
    private static void add(int first, int wanted, int all, List<int[]> anyOf, IntStream.Builder noneOf) {
        int others = all & ~wanted;
        if (Integer.bitCount(others) < Integer.bitCount(wanted)) {
            IntStream.of(values(first, others)).forEach(noneOf);
        } else {
            anyOf.add(values(first, wanted));
        }
    }

    private static int[] values(int first, long mask) {
        return IntStream.range(0, Long.SIZE)
                .filter(bit -> (mask >>> bit & 1) != 0)
                .map(bit -> first + bit)
                .toArray();
    }

    /** Says that no row of a leaf is wanted; false if that is not seen at once. */
    boolean misses(Leaf leaf) {
        return leaf.newestMinute() < fromMinute
                || leaf.oldestMinute() >= endMinute
                || (!everywhere && place.misses(leaf.firstMorton(), leaf.lastMorton()));
    }

    /** Says that those rows of a leaf are wanted that count; false if that is not seen at once. */
    boolean takesCounting(Leaf leaf) {
        return counting && covers(leaf) && (everywhere || place.containsAll(leaf.firstMorton(), leaf.lastMorton()));
    }

    /** Those among some rows of a block that are wanted, as bits. */
    long wanted(Leaf leaf, int block, long rows) {
        ValueBits bits = leaf.values();
        long wanted = rows;
        for (int i = 0; i < anyOf.length && wanted != 0; i++) {
            wanted &= bits.ofAny(anyOf[i], block);
        }
        wanted &= ~bits.ofAny(noneOf, block);
        if (wanted != 0 && !covers(leaf)) {
            wanted = inWindow(leaf.columns.minute, block, wanted);
        }
        return wanted == 0 || everywhere ? wanted : inPlace(leaf.columns.morton, block, wanted);
    }

    private boolean covers(Leaf leaf) {
        return leaf.oldestMinute() >= fromMinute && leaf.newestMinute() < endMinute;
    }

    /** Without a branch for a row, as it can't be guessed whether it is in the window. */
    private long inWindow(int[] minutes, int block, long rows) {
        long last = endMinute - 1L;
        long inside = 0;
        for (long rest = rows; rest != 0; rest &= rest - 1) {
            int bit = Long.numberOfTrailingZeros(rest);
            long minute = minutes[block * BLOCK + bit];
            inside |= (~((minute - fromMinute) | (last - minute)) >>> 63) << bit;
        }
        return inside;
    }

    private long inPlace(long[] mortons, int block, long rows) {
        long first = mortons[block * BLOCK];
        long last = mortons[Math.min(mortons.length, (block + 1) * BLOCK) - 1];
        if (place.containsAll(first, last)) {
            return rows;
        }
        if (place.misses(first, last)) {
            return 0;
        }
        long inside = rows;
        for (long rest = rows; rest != 0; rest &= rest - 1) {
            int bit = Long.numberOfTrailingZeros(rest);
            if (!place.contains(mortons[block * BLOCK + bit])) {
                inside &= ~(1L << bit);
            }
        }
        return inside;
    }
}
