package se.lykta.index;

import java.util.stream.IntStream;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;

/**
 * Which rows of a leaf have a value: for every value one bit a row.
 *
 * <p>Idea: a bitmap index (O'Neil and Quass, Improved query performance with variant indexes, 1997). A condition on values
 * is an OR of words, several conditions an AND, how often a cause is named among wanted rows a count of bits; each
 * word tells of {@value Long#SIZE} rows at once, and nothing has to be guessed for a row. A row has exactly one
 * state, source, light, severity, hour and weekday, and any number of causes. 13 bytes a row. Written by one thread while
 * it is made, never afterwards.
 */
final class ValueBits {

    /** The number of the value "counts": {@link ReportState#counts()}, and nobody excluded it. */
    static final int COUNTING = 0;

    /** Whether somebody did. */
    static final int EXCLUDED = 1;

    /** Numbers of the first state, source and so on; those of the others follow. */
    static final int STATES = EXCLUDED + 1;

    static final int SOURCES = STATES + ReportState.values().length;
    static final int LIGHTS = SOURCES + Source.values().length;
    static final int SEVERITIES = LIGHTS + Light.values().length;

    /** 24 hours of the day, and behind them the unknown one. */
    static final int HOURS = SEVERITIES + Severity.values().length;

    /** Monday to Sunday, and behind them the unknown one. */
    static final int WEEKDAYS = HOURS + Conditions.Values.HOURS_PER_DAY + 1;

    /** By their bits; only as many as the leaf needs. */
    static final int CAUSES = WEEKDAYS + Conditions.Values.DAYS_PER_WEEK + 1;

    private static final int HOURS_PER_DAY = Conditions.Values.HOURS_PER_DAY;

    private final int blocks;
    private final int causes;

    /** Words value by value, as a condition goes from block to block; without those of causes. */
    private final long[] words;

    /** The words of causes block by block, as a count goes from cause to cause. */
    private final long[] causeWords;

    /** The bits of some columns. */
    ValueBits(Columns columns) {
        blocks = (columns.size() + Long.SIZE - 1) / Long.SIZE;
        causes = Long.SIZE
                - Long.numberOfLeadingZeros(IntStream.range(0, columns.size())
                        .mapToLong(row -> columns.causes[row])
                        .reduce(0, (a, b) -> a | b));
        words = new long[CAUSES * blocks];
        causeWords = new long[causes * blocks];
        for (int row = 0; row < columns.size(); row++) {
            set(columns, row);
        }
    }

    private void set(Columns columns, int row) {
        byte state = columns.state[row];
        boolean excluded = (columns.flags[row] & Columns.EXCLUDED) != 0;
        if (excluded) {
            set(EXCLUDED, row);
        } else if ((Conditions.Values.COUNTING_STATES >>> state & 1) != 0) {
            set(COUNTING, row);
        }
        set(STATES + state, row);
        set(SOURCES + columns.source[row], row);
        set(LIGHTS + columns.light[row], row);
        set(SEVERITIES + columns.severity[row], row);
        int hour = columns.hourOfWeek[row];
        set(hour < 0 ? WEEKDAYS - 1 : HOURS + hour % HOURS_PER_DAY, row);
        set(hour < 0 ? CAUSES - 1 : WEEKDAYS + hour / HOURS_PER_DAY, row);
        for (long rest = columns.causes[row]; rest != 0; rest &= rest - 1) {
            causeWords[row / Long.SIZE * causes + Long.numberOfTrailingZeros(rest)] |= 1L << row;
        }
    }

    private void set(int value, int row) {
        words[value * blocks + row / Long.SIZE] |= 1L << row;
    }

    /** How many blocks of rows there are. */
    int blocks() {
        return blocks;
    }

    /** Which rows of a block have a value; the highest cause of a leaf may be below that asked for. */
    long of(int value, int block) {
        if (value < CAUSES) {
            return words[value * blocks + block];
        }
        int cause = value - CAUSES;
        return cause < causes ? causeWords[block * causes + cause] : 0;
    }

    /** Which rows of a block have one of some values. */
    long ofAny(int[] values, int block) {
        long any = 0;
        for (int value : values) {
            any |= of(value, block);
        }
        return any;
    }

    /** Adds to {@code counts[i]} how many of some rows of a block name cause i. */
    void countCauses(int block, long rows, int[] counts) {
        int first = block * causes;
        for (int cause = 0; cause < causes; cause++) {
            counts[cause] += Long.bitCount(causeWords[first + cause] & rows);
        }
    }
}
