package se.lykta.hotspot.cells;

import java.util.Arrays;
import java.util.stream.IntStream;
import se.lykta.hotspot.probability.Correction;

/**
 * Which neighbourhoods of a map have more or fewer reports than expected, honestly tested.
 *
 * <p>Hot and cold are tested one-sided and each adjusted for the number of tested cells (Benjamini & Hochberg), so that on
 * a map without any pattern the chance of a single hot cell is at most {@link #LEVEL}. Where fewer than
 * {@value #FEW_EXPECTED} reports are expected, a cold cell is never named: none at all might be chance. Immutable.
 */
public final class HotCells {

    /** The false discovery rate at which cells are named. */
    public static final double LEVEL = 0.05;

    /** With fewer expected reports in a neighbourhood a map says little, and that has to be told. */
    public static final double FEW_EXPECTED = 10;

    /** What a cell is. */
    public enum Kind {
        /** More than its share. */
        HOT,
        /** Less than its share. */
        COLD,
        /** Nothing that chance does not explain. */
        NEITHER,
        /** Nothing is expected here, so nothing can be compared. */
        NOT_TESTED
    }

    private final double[] observed;
    private final double[] expected;
    private final double[] hot;
    private final double[] cold;
    private final double[] hotAdjusted;
    private final double[] coldAdjusted;

    /** Takes over the arrays; a cell of which nothing is expected is not tested. */
    HotCells(double[] observed, double[] expected, double[] hot, double[] cold) {
        this.observed = observed;
        this.expected = expected;
        this.hot = hot;
        this.cold = cold;
        this.hotAdjusted = Correction.BENJAMINI_HOCHBERG.adjust(hot, this::isTested);
        this.coldAdjusted = Correction.BENJAMINI_HOCHBERG.adjust(cold, this::isTested);
    }

    /** Number of cells. */
    public int size() {
        return observed.length;
    }

    /** Reports in the neighbourhood of a cell, itself included. */
    public double observed(int cell) {
        return observed[cell];
    }

    /** Reports expected there. */
    public double expected(int cell) {
        return expected[cell];
    }

    /** Says whether anything is expected in the neighbourhood of a cell. */
    public boolean isTested(int cell) {
        return expected[cell] > 0;
    }

    /** The probability of at least as many reports. */
    public double p(int cell) {
        return isTested(cell) ? hot[cell] : 1;
    }

    /** That probability, adjusted for all tested cells. */
    public double adjusted(int cell) {
        return hotAdjusted[cell];
    }

    /** The probability of at most as many reports. */
    public double coldP(int cell) {
        return isTested(cell) ? cold[cell] : 1;
    }

    /** That probability, adjusted for all tested cells. */
    public double coldAdjusted(int cell) {
        return coldAdjusted[cell];
    }

    /** What a cell is at {@link #LEVEL}. */
    public Kind kind(int cell) {
        if (!isTested(cell)) {
            return Kind.NOT_TESTED;
        }
        if (hotAdjusted[cell] <= LEVEL) {
            return Kind.HOT;
        }
        boolean enough = expected[cell] >= FEW_EXPECTED;
        return enough && coldAdjusted[cell] <= LEVEL ? Kind.COLD : Kind.NEITHER;
    }

    /** How many cells are of a kind. */
    public int count(Kind kind) {
        return (int)
                IntStream.range(0, size()).filter(cell -> kind(cell) == kind).count();
    }

    /** Says whether most neighbourhoods expect so few reports that cold cells can't be seen and hot ones easily missed. */
    public boolean isFewData() {
        double[] sorted = Arrays.stream(expected).sorted().toArray();
        return sorted.length == 0 || sorted[sorted.length / 2] < FEW_EXPECTED;
    }
}
