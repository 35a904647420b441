package se.lykta.hotspot.probability;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How p values of many tests on one map are made honest about their number.
 *
 * <p>Of a thousand cells without any pattern fifty have p ≤ 0.05. An adjusted p compared with a level holds for the map
 * as a whole: the share of false finds (or the chance of any) is at most the level. O(m log m); ties and the order of the
 * tests change nothing.
 */
public enum Correction {
    /**
     * False discovery rate (Benjamini & Hochberg 1995): min over k ≥ rank of p(k) m/k. Holds for independent and for
     * positively dependent tests, such as one-sided tests of overlapping neighbourhoods. If there is nothing to find at
     * all, it bounds the chance of any find.
     */
    BENJAMINI_HOCHBERG {
        @Override
        double factor(int tests, int rank) {
            return (double) tests / rank;
        }
    },
    /** False discovery rate under any dependence (Benjamini & Yekutieli 2001): the former times 1 + 1/2 + … + 1/m. */
    BENJAMINI_YEKUTIELI {
        @Override
        double factor(int tests, int rank) {
            return (double) tests / rank;
        }

        @Override
        double forDependence(int tests) {
            return IntStream.rangeClosed(1, tests).mapToDouble(k -> 1.0 / k).sum();
        }
    },
    /** Chance of any false find, under any dependence: p m. */
    BONFERRONI {
        @Override
        double factor(int tests, int rank) {
            return tests;
        }
    };

    /** What the p value of a rank (1 for the least) is multiplied by. */
    abstract double factor(int tests, int rank);

    /** What all p values are multiplied by in addition. */
    double forDependence(int tests) {
        return 1;
    }

    /**
     * The adjusted p values, in the order of the tests.
     *
     * @param p each 0..1
     */
    public double[] adjust(double[] p) {
        return adjust(p, test -> true);
    }

    /**
     * The adjusted p values where some places of the array are no tests: those get 1 and do not count.
     *
     * @param p each 0..1 where it is a test
     * @param isTest says which indexes are
     */
    public double[] adjust(double[] p, IntPredicate isTest) {
        double[] sorted = IntStream.range(0, p.length)
                .filter(isTest)
                .mapToDouble(i -> p[i])
                .sorted()
                .toArray();
        int tests = sorted.length;
        if (tests > 0 && !(sorted[0] >= 0 && sorted[tests - 1] <= 1)) {
            throw new IllegalArgumentException(
                    "p values from %s to %s are no probabilities".formatted(sorted[0], sorted[tests - 1]));
        }
        double[] adjusted = new double[tests];
        double forDependence = forDependence(tests);
        double least = 1;
        for (int rank = tests; rank > 0; rank--) {
            least = Math.min(least, sorted[rank - 1] * factor(tests, rank) * forDependence);
            adjusted[rank - 1] = least;
        }
        return IntStream.range(0, p.length)
                .mapToDouble(i -> isTest.test(i) ? adjusted[Arrays.binarySearch(sorted, p[i])] : 1)
                .toArray();
    }
}
