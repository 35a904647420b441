package se.lykta.hotspot.scan;

import java.util.Arrays;
import se.lykta.hotspot.chance.PlaceRows;

/**
 * The areas that {@link SpatialScan} looks at: a centroid each, cases, population, and how many cases were expected.
 *
 * <p>Cases may be fractions, as in published sets whose cases without an address were shared out. Immutable.
 */
public final class ScanAreas {

    /** With so many cases 999 random runs take minutes. */
    private static final double MOST_CASES = 1e7;

    private final double[] x;
    private final double[] y;
    private final double[] cases;
    private final double[] population;
    private final double[] expected;

    private ScanAreas(double[] x, double[] y, double[] cases, double[] population, double[] expected) {
        this.x = x;
        this.y = y;
        this.cases = cases;
        this.population = population;
        this.expected = expected;
    }

    /**
     * Areas in which the same risk is expected everywhere: cases in proportion to the population.
     *
     * @param x centroids in metres (or any one unit of length), finite
     * @param y as many, as all others
     * @param cases 0 or more each, at most {@value #MOST_CASES} in all: each is drawn again in every random run
     * @param population 0 or more, above 0 where there are cases
     */
    public static ScanAreas of(double[] x, double[] y, double[] cases, double[] population) {
        int n = x.length;
        if (y.length != n || cases.length != n || population.length != n) {
            throw new IllegalArgumentException("%d x, %d y, %d cases and %d populations are no areas"
                    .formatted(n, y.length, cases.length, population.length));
        }
        PlaceRows.requireFinite(x);
        PlaceRows.requireFinite(y);
        requireCounts(cases, "cases");
        double all = Arrays.stream(cases).sum();
        if (all > MOST_CASES) {
            throw new IllegalArgumentException(
                    "%.0f cases are more than %.0f: take a shorter time or a smaller area".formatted(all, MOST_CASES));
        }
        requireCounts(population, "population");
        requireWhereCases(cases, population, "population");
        return new ScanAreas(x.clone(), y.clone(), cases.clone(), population.clone(), population.clone());
    }

    /**
     * The same areas with expected numbers of cases of another model, of which only the proportions count; the population
     * still limits the size of circles.
     */
    public ScanAreas withExpected(double[] expectedCases) {
        if (expectedCases.length != x.length) {
            throw new IllegalArgumentException(
                    "%d expected numbers for %d areas".formatted(expectedCases.length, x.length));
        }
        requireCounts(expectedCases, "expected cases");
        requireWhereCases(cases, expectedCases, "expected cases");
        return new ScanAreas(x, y, cases, population, expectedCases.clone());
    }

    /**
     * Expected cases by indirect standardisation: each stratum (age and sex, say) has its rate in all areas together.
     *
     * @param cases cases by area and stratum
     * @param population people by area and stratum
     */
    public static double[] standardised(double[][] cases, double[][] population) {
        if (cases.length != population.length) {
            throw new IllegalArgumentException(
                    "cases of %d areas and population of %d".formatted(cases.length, population.length));
        }
        int strata = population.length == 0 ? 0 : population[0].length;
        double[] expected = new double[population.length];
        for (int stratum = 0; stratum < strata; stratum++) {
            int which = stratum;
            double people =
                    Arrays.stream(population).mapToDouble(area -> area[which]).sum();
            double rate = people == 0
                    ? 0
                    : Arrays.stream(cases).mapToDouble(area -> area[which]).sum() / people;
            Arrays.setAll(expected, area -> expected[area] + population[area][which] * rate);
        }
        return expected;
    }

    private static void requireCounts(double[] values, String what) {
        double sum = 0;
        for (double value : values) {
            if (!(value >= 0 && Double.isFinite(value))) {
                throw new IllegalArgumentException("%s %s is not 0 or more".formatted(what, value));
            }
            sum += value;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("there are no " + what);
        }
    }

    private static void requireWhereCases(double[] cases, double[] base, String what) {
        for (int area = 0; area < cases.length; area++) {
            if (cases[area] > 0 && base[area] == 0) {
                throw new IllegalArgumentException("area %d has %s cases, but %s 0".formatted(area, cases[area], what));
            }
        }
    }

    int size() {
        return x.length;
    }

    /** The areas in an order that does not depend on the input: by place, then by what is known of them. */
    ScanAreas inRows(int[] rows) {
        return new ScanAreas(
                pick(x, rows), pick(y, rows), pick(cases, rows), pick(population, rows), pick(expected, rows));
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** Whether one area stands before another: by place, then by all that is known of them. */
    boolean isBefore(int a, int b) {
        for (double[] column : new double[][] {x, y, expected, population, cases}) {
            if (column[a] != column[b]) {
                return column[a] < column[b];
            }
        }
        return false;
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    double[] cases() {
        return cases;
    }

    double[] population() {
        return population;
    }

    double[] expected() {
        return expected;
    }
}
