package se.lykta.hotspot.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import se.lykta.hotspot.chance.LongRun;
import se.lykta.hotspot.chance.MonteCarlo;
import se.lykta.hotspot.density.RowSort;

/**
 * The spatial scan statistic: the circle of areas that is least likely by chance, and how likely one as strong is.
 *
 * <p>Around each centroid a circle grows over the next areas, up to half of the population; its likelihood ratio compares
 * the risk inside with the risk outside (Kulldorff 1997, sections 2 and 3, Poisson model; circles as in SaTScan). The
 * strongest of all is judged against the strongest ones of random maps with as many cases, dealt out by expectation, so
 * that having looked at thousands of circles is paid for. Expected cases are scaled to the sum of the cases exactly;
 * SpatialEpi cuts that sum to a whole number, and 551.9999 to 551.
 *
 * <p>Time O(n² log n + runs · (cases + circles)), memory O(n²). Immutable, safe for use by many threads.
 */
public final class SpatialScan {

    /** Ratios that agree to nine digits are equal: the rest is rounding. */
    static final double SAME = 1 - 1e-9;

    /** Less is rounding, not a cluster. */
    static final double LEAST_RATIO = 1e-9;

    private final ScanOptions options;
    private final MonteCarlo runs;

    /** A scan with fixed options. */
    public SpatialScan(ScanOptions options) {
        this.options = options;
        this.runs = new MonteCarlo(options.runs(), options.seed());
    }

    /**
     * Scans areas.
     *
     * @param progress hears the share that is done
     * @return the strongest clusters that do not overlap; of equally strong ones the smaller one comes first
     */
    public List<ScanCluster> scan(ScanAreas input, DoubleConsumer progress) {
        int[] rows = RowSort.sort(input.size(), input::isBefore);
        ScanAreas areas = input.inRows(rows);
        double limit = options.maxShare() * sum(areas.population());
        Circles circles = Circles.around(areas.x(), areas.y(), areas.population(), limit);
        double[] strongest = strongestOfRuns(areas, circles, new LongRun(progress, runs.runs()));
        List<ScanCluster> clusters = new ArrayList<>();
        boolean[] taken = new boolean[areas.size()];
        for (int rank = 1; rank <= options.clusters(); rank++) {
            Circles left = circles.without(taken);
            Best best = best(areas, left);
            if (best.value <= LEAST_RATIO) {
                break;
            }
            int[] members = left.circle(best.centre, best.last);
            for (int area : members) {
                taken[area] = true;
            }
            clusters.add(cluster(rank, left, best, strongest, areas.population(), rows));
        }
        return clusters;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The highest ratio on each random map, ascending. */
    private double[] strongestOfRuns(ScanAreas areas, Circles circles, LongRun course) {
        long cases = Math.max(1, Math.round(sum(areas.cases())));
        var table = new AliasTable(areas.expected());
        var search = new CircleSearch(circles, options, areas.expected());
        SplittableRandom[] sources = runs.sources();
        double[] counts = new double[areas.size()];
        double[] strongest = new double[sources.length];
        for (int run = 0; run < sources.length; run++) {
            table.count(cases, sources[run], counts);
            strongest[run] = search.highest(counts, (double) cases);
            course.step();
        }
        Arrays.sort(strongest);
        return strongest;
    }

    /** The strongest circle; of several ones that differ by rounding only the smallest, then the westernmost. */
    private Best best(ScanAreas areas, Circles circles) {
        var search = new CircleSearch(circles, options, areas.expected());
        double allCases = sum(areas.cases());
        double floor = search.highest(areas.cases(), allCases) * SAME;
        var best = new Best();
        for (int centre = 0; centre < circles.centres(); centre++) {
            int middle = centre;
            search.search(centre, areas.cases(), allCases, floor, (last, cases, expected, value) -> {
                double radius = circles.radius(middle, last);
                if (radius < best.radius) {
                    best.radius = radius;
                    best.centre = middle;
                    best.last = last;
                    best.cases = cases;
                    best.expected = expected;
                    best.value = value;
                }
                return floor;
            });
        }
        return best;
    }

    /** The best circle so far; used by one thread. */
    private static final class Best {
        private double radius = Double.POSITIVE_INFINITY;
        private int centre;
        private int last;
        private double cases;
        private double expected;
        private double value;
    }

    private ScanCluster cluster(
            int rank, Circles circles, Best best, double[] strongest, double[] population, int[] rows) {
        int[] members = circles.circle(best.centre, best.last);
        double people =
                Arrays.stream(members).mapToDouble(area -> population[area]).sum();
        return new ScanCluster(
                rank,
                best.radius,
                Arrays.stream(members).map(area -> rows[area]).toArray(),
                people,
                new ScanFigures(best.cases, best.expected, best.value, runs.pValue(atLeast(strongest, best.value))));
    }

    /** How many runs are as strong as a value, rounding apart. */
    static int atLeast(double[] ascending, double value) {
        int from = 0;
        while (from < ascending.length && ascending[from] < value * SAME) {
            from++;
        }
        return ascending.length - from;
    }
}
