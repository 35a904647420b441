package se.lykta.hotspot.scan;

/**
 * Looks at all circles for one set of cases, with running sums: O(circles), a few nanoseconds each.
 *
 * <p>Used by one thread at a time; holds nothing that changes.
 */
final class CircleSearch {

    private final Circles circles;
    private final ScanOptions options;
    private final double[] expected;
    private final double allExpected;

    CircleSearch(Circles circles, ScanOptions options, double[] expected) {
        this.circles = circles;
        this.options = options;
        this.expected = expected;
        double sum = 0;
        for (double value : expected) {
            sum += value;
        }
        this.allExpected = sum;
    }

    /** A circle whose ratio is above the floor. */
    interface Seen {
        /** Returns the floor from now on. */
        double circle(int last, double cases, double expected, double value);
    }

    /** The highest ratio of all circles, 0 if none is considered. */
    double highest(double[] cases, double allCases) {
        double highest = 0;
        for (int centre = 0; centre < circles.centres(); centre++) {
            highest = search(centre, cases, allCases, highest, (last, c, e, value) -> value);
        }
        return highest;
    }

    /**
     * Shows all circles around a centre above a floor.
     *
     * @param allCases sum of the cases, to which the expected ones are scaled
     * @return the floor afterwards
     */
    double search(int centre, double[] cases, double allCases, double floor, Seen seen) {
        var ratio = new PoissonRatio(allCases);
        double scale = allCases / allExpected;
        double above = floor;
        double inside = 0;
        double weight = 0;
        int[] members = circles.members(centre);
        for (int i = 0; i < members.length; i++) {
            int area = Circles.place(members[i]);
            inside += cases[area];
            weight += expected[area];
            double e = weight * scale;
            if (members[i] >= 0 && ratio.mayExceed(inside, e, above) && options.considers(inside, e)) {
                double value = ratio.of(inside, e);
                above = value > above ? seen.circle(i, inside, e, value) : above;
            }
        }
        return above;
    }
}
