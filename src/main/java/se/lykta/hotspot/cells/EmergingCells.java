package se.lykta.hotspot.cells;

import java.util.Arrays;
import java.util.List;
import se.lykta.hotspot.probability.Correction;
import se.lykta.hotspot.probability.MannKendall;

/**
 * Which cells of a map have become hot, stayed so or ceased to be, period by period.
 *
 * <p>In each period every neighbourhood is compared with the rest of the map in the same period ({@link ExactTest}), so
 * more reporting everywhere makes nothing hot. All cells in all periods are one family of tests (Benjamini & Hochberg): on
 * maps without any pattern the chance of a single hot cell in any period is at most {@link HotCells#LEVEL}. The trend of a
 * cell is that of observed by expected, over the periods that have reports at all. O(periods × cells × neighbours).
 * Immutable.
 */
public final class EmergingCells {

    private final List<HotCells> periods;
    private final double[][] adjusted;

    private EmergingCells(List<HotCells> periods, double[][] adjusted) {
        this.periods = periods;
        this.adjusted = adjusted;
    }

    /**
     * Tests every cell in every period.
     *
     * @param counts reports by period, the oldest first, and cell; at least {@link Emergence#LEAST_PERIODS} periods of
     *     equal length
     * @param background as in {@link ExactTest}
     */
    public static EmergingCells of(int[][] counts, double[] background, Neighbours neighbours) {
        if (counts.length < Emergence.LEAST_PERIODS) {
            throw new IllegalArgumentException(
                    "%d periods are fewer than %d".formatted(counts.length, Emergence.LEAST_PERIODS));
        }
        List<HotCells> periods = Arrays.stream(counts)
                .map(period -> ExactTest.of(period, background, neighbours))
                .toList();
        int cells = background.length;
        double[] p = new double[counts.length * cells];
        for (int at = 0; at < p.length; at++) {
            p[at] = periods.get(at / cells).p(at % cells);
        }
        double[] all = Correction.BENJAMINI_HOCHBERG.adjust(
                p, at -> periods.get(at / cells).isTested(at % cells));
        double[][] adjusted = new double[counts.length][];
        for (int period = 0; period < counts.length; period++) {
            adjusted[period] = Arrays.copyOfRange(all, period * cells, (period + 1) * cells);
        }
        return new EmergingCells(periods, adjusted);
    }

    /** Number of cells. */
    public int size() {
        return adjusted[0].length;
    }

    /** Number of periods. */
    public int periods() {
        return adjusted.length;
    }

    /** The test of one period by itself. */
    public HotCells period(int period) {
        return periods.get(period);
    }

    /** The p value of a cell in a period, adjusted for all cells in all periods. */
    public double adjusted(int period, int cell) {
        return adjusted[period][cell];
    }

    /** Says whether a cell was hot in a period. */
    public boolean isHot(int period, int cell) {
        return adjusted[period][cell] <= HotCells.LEVEL;
    }

    /** In how many periods a cell was hot. */
    public int hotPeriods(int cell) {
        int count = 0;
        for (int period = 0; period < periods(); period++) {
            count += isHot(period, cell) ? 1 : 0;
        }
        return count;
    }

    /** Whether the share of the map's reports that fall into a neighbourhood rises or falls. */
    public MannKendall trend(int cell) {
        return MannKendall.of(periods.stream()
                .filter(period -> period.isTested(cell))
                .mapToDouble(period -> period.observed(cell) / period.expected(cell))
                .toArray());
    }

    /** What a cell has been over the periods. */
    public Emergence emergence(int cell) {
        boolean[] hot = new boolean[periods()];
        for (int period = 0; period < hot.length; period++) {
            hot[period] = isHot(period, cell);
        }
        boolean falling = hotPeriods(cell) > 0 && trend(cell).isFalling(HotCells.LEVEL);
        return Emergence.of(hot, falling);
    }

    /** Says whether most neighbourhoods expect so few reports in a typical period that hot ones are easily missed. */
    public boolean isFewData() {
        return 2 * periods.stream().filter(HotCells::isFewData).count() > periods();
    }
}
