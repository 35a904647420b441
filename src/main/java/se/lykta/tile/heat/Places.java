package se.lykta.tile.heat;

import java.util.Arrays;
import se.lykta.geo.Morton;
import se.lykta.geo.WebMercator;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;

/**
 * All cells of a grid that have reports, in Morton order, and the density at any of them.
 *
 * <p>Exists for the scale, which needs the density at places all over the map but no picture of it. A sum over the
 * neighbours within the kernel, found by a walk down the quadtree of the sorted cells: O(cells within h + log n). Filled by
 * one thread.
 */
final class Places {

    private static final double SQUARE_METRES_PER_KM2 = 1e6;
    private static final int FIRST_ROOM = 256;
    private static final int FEW = 12;

    private final Bandwidth bandwidth;
    private long[] codes = new long[FIRST_ROOM];
    private int[] counts = new int[FIRST_ROOM];
    private double[] xs = new double[FIRST_ROOM];
    private double[] ys = new double[FIRST_ROOM];
    private int size;
    private int reports;
    private int mostCrowded;

    private Places(Bandwidth bandwidth) {
        this.bandwidth = bandwidth;
    }

    /** The places of the reports that a filter wants, on the grid of a bandwidth. */
    static Places of(Snapshot snapshot, Filter filter, Bandwidth bandwidth) {
        int side = 1 << (WebMercator.BITS - bandwidth.shift());
        var places = new Places(bandwidth);
        Crowds.forEach(snapshot, filter, new Window(bandwidth.shift(), 0, 0, side, side), places::add);
        return places;
    }

    /** How many cells have reports. */
    int size() {
        return size;
    }

    /** How many reports there are. */
    int reports() {
        return reports;
    }

    /** Reports per km² at the mean place of the reports of a cell; the kernel of {@link Surface}, as wide as in its row. */
    double density(int place) {
        double y = ys[place];
        double side = bandwidth.cellMetres(y);
        var sum = new Sum(xs[place], y, bandwidth.radiusMetres() / side);
        sum.descend(0, WebMercator.BITS - bandwidth.shift(), 0, size);
        return sum.kernels * 3 / (Math.PI * sum.square) * SQUARE_METRES_PER_KM2 / (side * side);
    }

    /** The cell with most reports, the first of several; there must be one. */
    int mostCrowded() {
        return mostCrowded;
    }

    private void add(int count, double meanX, double meanY) {
        if (size == counts.length) {
            int room = size * 2;
            codes = Arrays.copyOf(codes, room);
            counts = Arrays.copyOf(counts, room);
            xs = Arrays.copyOf(xs, room);
            ys = Arrays.copyOf(ys, room);
        }
        if (count > counts[mostCrowded]) {
            mostCrowded = size;
        }
        codes[size] = Morton.encode((int) meanX, (int) meanY);
        counts[size] = count;
        xs[size] = meanX;
        ys[size++] = meanY;
        reports += count;
    }

    private int firstAtOrAfter(long code, int first, int end) {
        int found = Arrays.binarySearch(codes, first, end, code);
        return found >= 0 ? found : -found - 1;
    }

    /** The sum of the kernels at one place. */
    private final class Sum {

        private final double x;
        private final double y;
        private final double reach;
        private final double square;
        private double kernels;

        Sum(double x, double y, double reach) {
            this.x = x;
            this.y = y;
            this.reach = reach;
            this.square = reach * reach;
        }

        void descend(long square, int bits, int first, int end) {
            if (first == end || isFar(square, bits)) {
                return;
            }
            if (end - first <= FEW || bits == 0) {
                addAll(first, end);
                return;
            }
            int from = first;
            for (int child = 0; child < 4; child++) {
                long code = (square << 2) + child;
                int to = child == 3 ? end : firstAtOrAfter((code + 1) << (2 * (bits - 1)), from, end);
                descend(code, bits - 1, from, to);
                from = to;
            }
        }

        private boolean isFar(long square, int bits) {
            double side = 1L << bits;
            double west = Morton.x(square) * side;
            double north = Morton.y(square) * side;
            return west > x + reach || west + side < x - reach || north > y + reach || north + side < y - reach;
        }

        private void addAll(int first, int end) {
            for (int i = first; i < end; i++) {
                double away = (xs[i] - x) * (xs[i] - x) + (ys[i] - y) * (ys[i] - y);
                if (away < square) {
                    double part = 1 - away / square;
                    kernels += counts[i] * part * part;
                }
            }
        }
    }
}
