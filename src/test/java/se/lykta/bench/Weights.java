package se.lykta.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** Draws numbers 0..n-1 with given weights. Immutable. */
final class Weights {

    private final double[] sums;

    private Weights(double[] sums) {
        this.sums = sums;
    }

    /** One weight per number. */
    static Weights of(int size, IntToDoubleFunction weight) {
        double[] sums = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weight.applyAsDouble(i);
            sums[i] = sum;
        }
        return new Weights(sums);
    }

    /** Zipf's law: the number of rank r (from 1) is drawn in proportion to r^-exponent. */
    static Weights zipf(int size, double exponent) {
        return of(size, i -> Math.pow(i + 1, -exponent));
    }

    int draw(SplittableRandom random) {
        int found = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return Math.min(sums.length - 1, found >= 0 ? found + 1 : -found - 1);
    }
}
