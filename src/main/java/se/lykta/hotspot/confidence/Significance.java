package se.lykta.hotspot.confidence;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import se.lykta.hotspot.density.Dbscan;

/**
 * Whether chance alone makes clusters like these, anywhere on the map.
 *
 * <p>The null hypothesis: reports come about independently, anywhere along the streets, as often as the wider surroundings
 * have them, and nowhere more often than around. A cluster is measured by the logarithm of the likelihood ratio of a
 * Poisson count against what its ground would have by chance, {@code n ln(n/E) - (n - E)} (Kulldorff 1997, section 3, the
 * term inside the window). Each run draws as many reports from the null: a report at random, moved to a place at random
 * within reach of it; clusters them the same way; and keeps the largest measure. The p of a cluster is its rank among those
 * maxima, (1 + runs at least as large)/(runs + 1) (Dwass 1957), so it already allows for the whole map having been
 * searched. What would be expected is taken from the data, clusters included, which makes the test careful. Costs a
 * clustering a run. Holds no state.
 */
public final class Significance {

    private static final double JITTER_METRES = 10;

    private final Exposure exposure;
    private final Dbscan dbscan;
    private final double eps;
    private final SquareIndex near;
    private final double[] expected;
    private final int[] stamp;
    private int stamps;

    private Significance(ClusteredPoints points, Exposure exposure, Dbscan dbscan, double eps) {
        this.exposure = exposure;
        this.dbscan = dbscan;
        this.eps = eps;
        this.near = exposure.indexFor(eps);
        this.expected = new double[exposure.size()];
        this.stamp = new int[exposure.size()];
        for (int i = 0; i < points.size(); i++) {
            exposure.share(points.x(i), points.y(i), expected);
        }
    }

    /**
     * The p of each cluster.
     *
     * @param exposure of these points; its reach is several times {@code epsMetres}
     * @param epsMetres that of {@code dbscan}
     * @param runs at least 19; p is at least 1/(runs + 1)
     * @param seed the same seed and points give the same answer
     */
    public static double[] of(
            ClusteredPoints points, Exposure exposure, Dbscan dbscan, double epsMetres, int runs, long seed) {
        return new Significance(points, exposure, dbscan, epsMetres).test(points, runs, seed);
    }

    private double[] test(ClusteredPoints points, int runs, long seed) {
        double[] largest = new double[runs];
        var random = new SplittableRandom(seed);
        for (int run = 0; run < runs; run++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the significance is left unfinished");
            }
            largest[run] = largestByChance(points, random.split());
        }
        Arrays.sort(largest);
        double[] xs = new double[points.size()];
        double[] ys = new double[points.size()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = points.x(i);
            ys[i] = points.y(i);
        }
        return Arrays.stream(points.members())
                .mapToDouble(members -> measure(xs, ys, members))
                .map(measure -> (1.0 + atLeast(largest, measure)) / (runs + 1))
                .toArray();
    }

    private double largestByChance(ClusteredPoints points, SplittableRandom random) {
        double[] x = new double[points.size()];
        double[] y = new double[points.size()];
        for (int i = 0; i < x.length; i++) {
            int parent = random.nextInt(x.length);
            int sample = exposure.pick(points.x(parent), points.y(parent), random);
            x[i] = exposure.x(sample) + (2 * random.nextDouble() - 1) * JITTER_METRES;
            y[i] = exposure.y(sample) + (2 * random.nextDouble() - 1) * JITTER_METRES;
        }
        double most = 0;
        for (int[] members : dbscan.cluster(x, y).members()) {
            most = Math.max(most, measure(x, y, members));
        }
        return most;
    }

    /** How much a cluster exceeds what its ground, all samples within eps of a member, would have by chance. */
    private double measure(double[] x, double[] y, int[] members) {
        stamps++;
        double[] ground = {0};
        for (int member : members) {
            exposure.forEachWithin(near, x[member], y[member], eps, sample -> {
                if (stamp[sample] != stamps) {
                    stamp[sample] = stamps;
                    ground[0] += expected[sample];
                }
            });
        }
        double chance = Math.max(ground[0], Double.MIN_NORMAL);
        double n = members.length;
        return n > chance ? n * Math.log(n / chance) - (n - chance) : 0;
    }

    private static int atLeast(double[] sorted, double value) {
        int smaller = 0;
        while (smaller < sorted.length && sorted[smaller] < value) {
            smaller++;
        }
        return sorted.length - smaller;
    }
}
