package se.lykta.tile.heat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;

/**
 * Which density has which colour, the same for all tiles of a zoom.
 *
 * <p>The density is computed at the places where reports are (a cell of about a fifth of the radius is one place, so
 * that thousands of reports on a default address weigh no more than one); of many places every k-th is taken. The last class
 * begins at the largest number 1, 2 or 5 · 10ⁿ that is not above the {@value #QUANTILE} quantile, the four before it at
 * the numbers before it: 10, 20, 50, 100, 200. Round numbers are easy to read and stay the same when a few reports come or
 * go. The last class never begins below what {@value #FEWEST} reports at one place give, so single reports stay pale.
 *
 * @param radiusMetres of the kernel
 * @param reports how many there are
 * @param maximum the highest density at the places looked at, the most crowded cell among them, reports per km²; 0
 *     without reports
 * @param limits where the five classes begin, reports per km², rising
 */
public record HeatScale(double radiusMetres, int reports, double maximum, List<Double> limits) {

    static final double QUANTILE = 0.98;

    static final int FEWEST = 10;

    private static final int MOST_PLACES = 1000;
    private static final double SQUARE_METRES_PER_KM2 = 1e6;
    private static final double[] ROUND = {1, 2, 5};

    /** Copies the list. */
    public HeatScale {
        limits = List.copyOf(limits);
    }

    /** The scale of the reports that a filter wants. */
    static HeatScale of(Snapshot snapshot, Filter filter, Bandwidth bandwidth) {
        Places places = Places.of(
                snapshot, filter, bandwidth.coarser(bandwidth.radiusMetres() > Bandwidth.LEAST_METRES ? 1 : 2));
        int step = Math.max(1, (places.size() + MOST_PLACES - 1) / MOST_PLACES);
        double[] densities = new double[(places.size() + step - 1) / step];
        for (int i = 0; i < densities.length; i++) {
            densities[i] = places.density(i * step);
        }
        Arrays.sort(densities);
        double few = FEWEST * onePeak(bandwidth.radiusMetres());
        int last = densities.length - 1;
        double high = last < 0 ? 0 : densities[(int) Math.round(last * QUANTILE)];
        return new HeatScale(
                bandwidth.radiusMetres(),
                places.reports(),
                last < 0 ? 0 : Math.max(densities[last], places.density(places.mostCrowded())),
                limitsUpTo(Math.max(few, high)));
    }

    /** What one report gives at its place, 3/(πh²), reports per km². */
    public static double onePeak(double radiusMetres) {
        return 3 / (Math.PI * radiusMetres * radiusMetres) * SQUARE_METRES_PER_KM2;
    }

    /** Equal for scales that colour alike; visible ASCII. */
    public String key() {
        return Double.toString(limits.get(limits.size() - 1));
    }

    double[] limitsArray() {
        return limits.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** As many round numbers as there are colours, the last not above the given one. */
    static List<Double> limitsUpTo(double high) {
        int exponent = (int) Math.floor(Math.log10(high));
        int top = ROUND.length * exponent;
        while (round(top + 1) <= high) {
            top++;
        }
        while (round(top) > high) {
            top--;
        }
        int last = top;
        int colours = Ramp.COLOURS.size();
        return DoubleStream.iterate(1, i -> i + 1)
                .limit(colours)
                .map(i -> round(last - colours + (int) i))
                .boxed()
                .toList();
    }

    /** The n-th round number: 0 is 1, 1 is 2, 2 is 5, 3 is 10, −1 is 0.5. */
    private static double round(int number) {
        int exponent = Math.floorDiv(number, ROUND.length);
        double digit = ROUND[Math.floorMod(number, ROUND.length)];
        return exponent < 0 ? digit / Math.pow(10, -exponent) : digit * Math.pow(10, exponent);
    }
}
