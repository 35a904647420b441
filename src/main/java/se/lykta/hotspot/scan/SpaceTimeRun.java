package se.lykta.hotspot.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import se.lykta.hotspot.chance.LongRun;
import se.lykta.hotspot.chance.MonteCarlo;
import se.lykta.hotspot.chance.PlaceRows;

/**
 * One {@link SpaceTimeScan} on its way: the cases in their places, all circles, the strongest cylinders.
 *
 * <p>Used by one thread, once.
 */
final class SpaceTimeRun {

    private static final int LONGEST_SPAN = 1 << 22;

    private final SpaceTimeOptions options;
    private final PlaceRows places;
    private final Circles circles;
    private final DayWindows windows;
    private final int start;
    /** The row of the input in each slot of {@link #places}. */
    private final int[] rows;
    /** Days from the start on, by slot. */
    private final int[] days;

    SpaceTimeRun(SpaceTimeOptions options, double[] x, double[] y, int[] day) {
        this.options = options;
        this.start = Arrays.stream(day).min().orElse(0);
        int span = span(day);
        // nearer than the next number up is at most as far
        this.places = new PlaceRows(toCells(x), toCells(y), day, Math.nextUp(options.maxRadius()));
        this.rows = places.inSlots(places.order());
        this.days = Arrays.stream(rows).map(row -> day[row] - start).toArray();
        this.windows = new DayWindows(days, span, options);
        double[] weights = new double[places.places()];
        Arrays.setAll(weights, places::weight);
        double limit = options.maxShare() * day.length;
        this.circles = Circles.around(places, places.neighbours(), weights, limit);
    }

    private static int span(int[] day) {
        long span = (long) Arrays.stream(day).max().orElse(0)
                - Arrays.stream(day).min().orElse(0);
        if (span >= LONGEST_SPAN) {
            throw new IllegalArgumentException("a period of %d days is longer than %d".formatted(span, LONGEST_SPAN));
        }
        return (int) span;
    }

    private double[] toCells(double[] values) {
        double side = options.search().cellMetres();
        return side == 0
                ? values
                : Arrays.stream(values)
                        .map(value -> (Math.floor(value / side) + 0.5) * side)
                        .toArray();
    }

    List<SpaceTimeCluster> clusters(MonteCarlo runs, LongRun course) {
        double[] strongest = strongestOfRuns(runs.sources(), course);
        List<SpaceTimeCluster> clusters = new ArrayList<>();
        boolean[] taken = new boolean[places.places()];
        for (int rank = 1; rank <= options.search().clusters(); rank++) {
            Circles left = circles.without(taken);
            var search = new CylinderSearch(left, places, windows, options.minCases());
            double highest = highest(search, days);
            if (highest <= SpatialScan.LEAST_RATIO) {
                break;
            }
            CylinderSearch.Cylinder best = best(search, left, days, highest * SpatialScan.SAME);
            int[] inside = left.circle(best.centre(), best.last());
            for (int place : inside) {
                taken[place] = true;
            }
            double p = runs.pValue(SpatialScan.atLeast(strongest, best.figures().logLikelihoodRatio()));
            var circle = new SpaceTimeCluster.Circle(
                    places.x(best.centre()),
                    places.y(best.centre()),
                    left.radius(best.centre(), best.last()),
                    inside.length);
            clusters.add(new SpaceTimeCluster(
                    rank,
                    circle,
                    new SpaceTimeCluster.Days(start + best.firstDay(), start + best.lastDay()),
                    rows(inside, best),
                    best.figures().withP(p)));
        }
        return clusters;
    }

    /** The highest ratio of each run, ascending. */
    private double[] strongestOfRuns(SplittableRandom[] sources, LongRun course) {
        int[] sorted = Arrays.stream(days).sorted().toArray();
        var search = new CylinderSearch(circles, places, windows, options.minCases());
        double[] strongest = new double[sources.length];
        for (int run = 0; run < sources.length; run++) {
            int[] shuffled = sorted.clone();
            MonteCarlo.shuffle(shuffled, sources[run]);
            strongest[run] = highest(search, places.inSlots(shuffled));
            course.step();
        }
        Arrays.sort(strongest);
        return strongest;
    }

    private static double highest(CylinderSearch search, int[] bySlot) {
        double[] highest = new double[1];
        search.search(bySlot, 0, cylinder -> {
            highest[0] = cylinder.figures().logLikelihoodRatio();
            return highest[0];
        });
        return highest[0];
    }

    /** Of all cylinders above a floor, which differ by rounding only, the first by {@link #order}. */
    private CylinderSearch.Cylinder best(CylinderSearch search, Circles left, int[] bySlot, double floor) {
        List<CylinderSearch.Cylinder> equal = new ArrayList<>();
        search.search(bySlot, floor, cylinder -> {
            equal.add(cylinder);
            return floor;
        });
        return equal.stream().min(order(left)).orElseThrow();
    }

    private Comparator<CylinderSearch.Cylinder> order(Circles left) {
        return Comparator.<CylinderSearch.Cylinder>comparingDouble(c -> left.radius(c.centre(), c.last()))
                .thenComparingInt(c -> c.lastDay() - c.firstDay())
                .thenComparingInt(CylinderSearch.Cylinder::firstDay)
                .thenComparingDouble(c -> places.x(c.centre()))
                .thenComparingDouble(c -> places.y(c.centre()));
    }

    /** The rows of the cases inside, ascending. */
    private int[] rows(int[] inside, CylinderSearch.Cylinder cylinder) {
        return Arrays.stream(inside)
                .flatMap(place -> IntStream.range(places.first(place), places.first(place + 1)))
                .filter(slot -> days[slot] >= cylinder.firstDay() && days[slot] <= cylinder.lastDay())
                .map(slot -> rows[slot])
                .sorted()
                .toArray();
    }
}
