package se.lykta.hotspot.cells;

import java.util.stream.IntStream;
import se.lykta.hotspot.probability.Correction;
import se.lykta.hotspot.probability.NormalTail;

/**
 * A standardised statistic of every cell with its two-sided normal p value.
 *
 * <p>Where the statistic has no spread (a constant map, a neighbourhood of all cells) it can't be tested: such a cell is
 * flagged, has z = 0 and p = 1, and does not count among the tests of a correction. Immutable.
 */
public final class Scores {

    private final double[] z;
    private final boolean[] tested;

    /** Takes over the array, in which NaN means not tested. */
    Scores(double[] z) {
        this.z = z;
        this.tested = new boolean[z.length];
        for (int cell = 0; cell < z.length; cell++) {
            tested[cell] = !Double.isNaN(z[cell]);
            z[cell] = tested[cell] ? z[cell] : 0;
        }
    }

    /** Number of cells. */
    public int size() {
        return z.length;
    }

    /** Says whether the statistic of a cell has a distribution to compare with. */
    public boolean isTested(int cell) {
        return tested[cell];
    }

    /** How many standard deviations a cell is from what is expected, positive for more. */
    public double z(int cell) {
        return z[cell];
    }

    /** The probability of a z as far from 0: 2Φ(−|z|). */
    public double p(int cell) {
        return tested[cell] ? NormalTail.twoSided(z[cell]) : 1;
    }

    /** The p values adjusted for the number of tested cells. */
    public double[] adjusted(Correction correction) {
        double[] p = IntStream.range(0, z.length).mapToDouble(this::p).toArray();
        return correction.adjust(p, this::isTested);
    }
}
