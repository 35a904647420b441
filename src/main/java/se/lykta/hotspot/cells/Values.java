package se.lykta.hotspot.cells;

import java.util.Arrays;

/**
 * The values of a map as deviations from their mean, with the sums that statistics of neighbourhoods share.
 *
 * <p>Exists so that Gi* and Moran's I agree to the last digit on mean and spread, and on when there is none.
 */
final class Values {

    final double total;
    final double mean;
    /** Each value less the mean. */
    final double[] deviation;
    /** Sum of the squared deviations, 0 exactly if all values are equal. */
    final double squares;
    /** The only value that differs from all others, which are equal; or -1. */
    private final int oddOneOut;

    Values(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value " + value + " of a cell is not finite");
            }
        }
        boolean constant = Arrays.stream(values).distinct().count() <= 1;
        total = Arrays.stream(values).sum();
        mean = total / values.length;
        deviation =
                Arrays.stream(values).map(value -> constant ? 0 : value - mean).toArray();
        squares = Arrays.stream(deviation).map(d -> d * d).sum();
        oddOneOut = findOddOneOut(values);
    }

    private static int findOddOneOut(double[] values) {
        int least = 0;
        int most = 0;
        for (int i = 1; i < values.length; i++) {
            least = values[i] < values[least] ? i : least;
            most = values[i] > values[most] ? i : most;
        }
        int low = count(values, least);
        int high = count(values, most);
        if (low + high != values.length) {
            return -1;
        }
        return low == 1 ? least : high == 1 ? most : -1;
    }

    private static int count(double[] values, int equalTo) {
        int count = 0;
        for (double value : values) {
            count += value == values[equalTo] ? 1 : 0;
        }
        return count;
    }

    /** The variance of all values, by their number. */
    double variance() {
        return squares / deviation.length;
    }

    /** The mean deviation of all values but one. */
    double meanWithout(int cell) {
        return -deviation[cell] / (deviation.length - 1);
    }

    /** The variance of all values but one, by their number; 0 exactly if those are equal. */
    double varianceWithout(int cell) {
        if (squares == 0 || cell == oddOneOut) {
            return 0;
        }
        double meanOfOthers = meanWithout(cell);
        return (squares - deviation[cell] * deviation[cell]) / (deviation.length - 1) - meanOfOthers * meanOfOthers;
    }
}
