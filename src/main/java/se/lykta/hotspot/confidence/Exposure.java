package se.lykta.hotspot.confidence;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Where reports can lie: sample positions, each standing for as much of the town as any other.
 *
 * <p>Exists because reports are made along streets, not in lakes: chance has to be let loose where people are. Samples are
 * evenly spaced along the streets; around reports that have none within reach, a lattice stands in, so that an analysis
 * without a map is possible. The order of samples and reports means nothing. Immutable.
 */
public final class Exposure {

    private static final int LATTICE_STEPS = 6;
    private static final int MOST_TRIES = 200;

    private final double reach;
    private final double[] x;
    private final double[] y;
    private final SquareIndex index;

    private Exposure(double[] x, double[] y, double reach) {
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> x[i]).thenComparingDouble(i -> y[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] sortedX = Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
        double[] sortedY = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
        this.reach = reach;
        this.index = new SquareIndex(sortedX, sortedY, reach);
        this.x = index.sorted(sortedX);
        this.y = index.sorted(sortedY);
    }

    /**
     * The exposure of a town.
     *
     * @param streetX east of evenly spaced samples along the streets, metres; may be empty
     * @param streetY north
     * @param reportX east of the reports, metres
     * @param reportY north
     * @param reachMetres the distance over which the town is taken as even, above 0
     */
    public static Exposure of(
            double[] streetX, double[] streetY, double[] reportX, double[] reportY, double reachMetres) {
        var streets = new Exposure(streetX, streetY, reachMetres);
        double step = reachMetres / LATTICE_STEPS;
        Set<Long> lattice = new HashSet<>();
        for (int i = 0; i < reportX.length; i++) {
            if (streets.count(reportX[i], reportY[i]) == 0) {
                addLattice(reportX[i], reportY[i], step, reachMetres, lattice);
            }
        }
        long[] keys = lattice.stream().mapToLong(key -> key).sorted().toArray();
        double[] allX = Arrays.copyOf(streetX, streetX.length + keys.length);
        double[] allY = Arrays.copyOf(streetY, streetY.length + keys.length);
        for (int i = 0; i < keys.length; i++) {
            allX[streetX.length + i] = (int) (keys[i] >> 32) * step;
            allY[streetX.length + i] = (int) keys[i] * step;
        }
        return new Exposure(allX, allY, reachMetres);
    }

    private static void addLattice(double x, double y, double step, double reach, Set<Long> lattice) {
        int column = (int) Math.round(x / step);
        int row = (int) Math.round(y / step);
        for (int dx = -LATTICE_STEPS; dx <= LATTICE_STEPS; dx++) {
            for (int dy = -LATTICE_STEPS; dy <= LATTICE_STEPS; dy++) {
                if (Math.hypot((column + dx) * step - x, (row + dy) * step - y) <= reach) {
                    lattice.add(((long) (column + dx) << 32) | ((row + dy) & 0xffff_ffffL));
                }
            }
        }
    }

    /** How many samples there are. */
    public int size() {
        return x.length;
    }

    /** East of a sample, metres. */
    public double x(int sample) {
        return x[sample];
    }

    /** North of a sample, metres. */
    public double y(int sample) {
        return y[sample];
    }

    /** The number of samples within reach of a position. */
    private int count(double px, double py) {
        int[] found = {0};
        forEachWithinReach(px, py, sample -> found[0]++);
        return found[0];
    }

    /** Shares one out among all samples within reach of a position. */
    void share(double px, double py, double[] into) {
        double each = 1.0 / Math.max(1, count(px, py));
        forEachWithinReach(px, py, sample -> into[sample] += each);
    }

    /** A sample within reach of a position, each as likely; -1 if there is none. */
    int pick(double px, double py, SplittableRandom random) {
        long[] ranges = index.around(px, py);
        int candidates = 0;
        for (long range : ranges) {
            candidates += SquareIndex.length(range);
        }
        for (int tries = 0; tries < MOST_TRIES && candidates > 0; tries++) {
            int sample = SquareIndex.at(ranges, random.nextInt(candidates));
            if (isWithin(sample, px, py, reach)) {
                return sample;
            }
        }
        return pickFromAll(px, py, random);
    }

    /** For the few places at whose corner of the squares nearly all samples lie out of reach. */
    private int pickFromAll(double px, double py, SplittableRandom random) {
        int[] chosen = {-1, 0};
        forEachWithinReach(px, py, sample -> {
            if (random.nextInt(++chosen[1]) == 0) {
                chosen[0] = sample;
            }
        });
        return chosen[0];
    }

    /** An index for searches within a shorter distance. */
    SquareIndex indexFor(double distance) {
        return new SquareIndex(x, y, distance);
    }

    /** Tells all samples within a distance, found by an index made for it. */
    void forEachWithin(SquareIndex near, double px, double py, double distance, IntConsumer consumer) {
        for (long range : near.around(px, py)) {
            for (int i = SquareIndex.first(range); i < SquareIndex.end(range); i++) {
                int sample = near.original(i);
                if (isWithin(sample, px, py, distance)) {
                    consumer.accept(sample);
                }
            }
        }
    }

    private void forEachWithinReach(double px, double py, IntConsumer consumer) {
        for (long range : index.around(px, py)) {
            for (int sample = SquareIndex.first(range); sample < SquareIndex.end(range); sample++) {
                if (isWithin(sample, px, py, reach)) {
                    consumer.accept(sample);
                }
            }
        }
    }

    private boolean isWithin(int sample, double px, double py, double distance) {
        double dx = x[sample] - px;
        double dy = y[sample] - py;
        return dx * dx + dy * dy <= distance * distance;
    }
}
