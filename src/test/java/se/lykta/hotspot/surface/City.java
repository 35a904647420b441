package se.lykta.hotspot.surface;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A made-up round city with dated reports of a year and a half; the first year is known, the rest is to be foretold.
 *
 * <p>Six tenths of the reports are around hotspots of very different strength, the rest is spread like people. Seeded.
 */
public final class City {

    /** Days that are known. */
    public static final long KNOWN_DAYS = 360;

    private static final double SIDE = 12_000;
    private static final int DAYS = 540;
    private static final int QUARTERS = 6;
    private static final double HOT_SHARE = 0.6;
    private static final double BLOCK_EAST = 110;
    private static final double BLOCK_NORTH = 140;

    /** How its reports come about. */
    public enum Kind {
        /** The same few hundred addresses again and again. */
        ADDRESSES(800, 0, 0),
        /** Hotspots of 60 to 400 m. */
        CLUSTERS(60, 60, 400),
        /** The same, told by the block. */
        BLOCKS(60, 60, 400),
        /** Hotspots that begin and end. */
        MOVING(60, 60, 400),
        /** One report is soon followed by others near it. */
        REPEATS(60, 60, 400),
        /** No hotspots. */
        PEOPLE(1, SIDE / 5, SIDE / 5);

        private final int hotspots;
        private final double leastSigma;
        private final double mostSigma;

        Kind(int hotspots, double leastSigma, double mostSigma) {
            this.hotspots = hotspots;
            this.leastSigma = leastSigma;
            this.mostSigma = mostSigma;
        }
    }

    private final Kind kind;
    private final double cell;
    private final double[] x;
    private final double[] y;
    private final long[] day;
    private final double[] siteX;
    private final double[] siteY;

    /** A city with so many reports, seen by square cells. */
    public City(Kind kind, int reports, double cellMetres, long seed) {
        this.kind = kind;
        this.cell = cellMetres;
        this.x = new double[reports];
        this.y = new double[reports];
        var random = new SplittableRandom(seed);
        this.day = random.longs(reports, 0, DAYS).sorted().toArray();
        fill(random);
        int side = (int) (SIDE / cell);
        int[] inside = IntStream.range(0, side * side)
                .filter(i ->
                        Math.hypot(i % side + 0.5 - side / 2.0, Math.floorDiv(i, side) + 0.5 - side / 2.0) < side / 2.0)
                .toArray();
        this.siteX =
                Arrays.stream(inside).mapToDouble(i -> (i % side + 0.5) * cell).toArray();
        this.siteY = Arrays.stream(inside)
                .mapToDouble(i -> (Math.floorDiv(i, side) + 0.5) * cell)
                .toArray();
    }

    private void fill(SplittableRandom random) {
        double[][] quarters = new double[QUARTERS][];
        Arrays.setAll(quarters, i -> around(random, SIDE / 2, SIDE / 2, SIDE / 7));
        double[][] hotspots = new double[kind.hotspots][];
        double[] strength = new double[kind.hotspots];
        double[] begin = random.doubles(kind.hotspots, -180, DAYS).toArray();
        for (int i = 0; i < kind.hotspots; i++) {
            double[] quarter = quarters[random.nextInt(QUARTERS)];
            hotspots[i] = around(random, quarter[0], quarter[1], SIDE / 9);
            strength[i] = Math.pow(random.nextDouble(), -0.8);
        }
        double[] sigma = random.doubles(kind.hotspots, 0, 1)
                .map(u -> kind.leastSigma + u * (kind.mostSigma - kind.leastSigma))
                .toArray();
        for (int i = 0; i < x.length; i++) {
            int hot = pick(random, strength, begin, day[i]);
            double[] quarter = quarters[random.nextInt(QUARTERS)];
            double[] at = random.nextDouble() < HOT_SHARE
                    ? around(random, hotspots[hot][0], hotspots[hot][1], sigma[hot])
                    : around(random, quarter[0], quarter[1], SIDE / 8);
            if (kind == Kind.REPEATS && i > 0 && random.nextDouble() < 0.4) {
                int parent = random.nextInt(Math.max(0, i - x.length / 18), i);
                at = around(random, x[parent], y[parent], 120);
            }
            x[i] = kind == Kind.BLOCKS ? Math.rint(at[0] / BLOCK_EAST) * BLOCK_EAST : at[0];
            y[i] = kind == Kind.BLOCKS ? Math.rint(at[1] / BLOCK_NORTH) * BLOCK_NORTH : at[1];
        }
    }

    private static double[] around(SplittableRandom random, double x, double y, double sigma) {
        return new double[] {x + sigma * random.nextGaussian(), y + sigma * random.nextGaussian()};
    }

    /** A hotspot by its strength; of those that begin and end one that is there. */
    private int pick(SplittableRandom random, double[] strength, double[] begin, long at) {
        double[] sums = new double[strength.length];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            boolean there = kind != Kind.MOVING || (begin[i] <= at && at < begin[i] + 180);
            sum += there ? strength[i] : 1e-9;
            sums[i] = sum;
        }
        int found = Arrays.binarySearch(sums, sum * random.nextDouble());
        return Math.min(sums.length - 1, found < 0 ? -found - 1 : found);
    }

    /** The centres of the cells. */
    public Sites sites() {
        return new Sites(siteX, siteY);
    }

    /** Side of a cell. */
    public double cellMetres() {
        return cell;
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    long[] days() {
        return day;
    }

    /** All reports with their days and cells. */
    public History history() {
        return new History(x, y, day, cells());
    }

    int[] cells() {
        int side = (int) (SIDE / cell);
        int[] number = new int[side * side];
        Arrays.fill(number, -1);
        for (int i = 0; i < siteX.length; i++) {
            number[((int) (siteY[i] / cell)) * side + ((int) (siteX[i] / cell))] = i;
        }
        int[] cells = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            double column = Math.floor(x[i] / cell);
            double row = Math.floor(y[i] / cell);
            boolean inside = column >= 0 && row >= 0 && column < side && row < side;
            cells[i] = inside ? number[((int) row) * side + ((int) column)] : -1;
        }
        return cells;
    }

    /** What the default surface makes of the known time. */
    public SurfaceChoice choice() {
        return new SurfaceChooser(sites(), cell, cell * cell).choose(history(), KNOWN_DAYS, share -> {});
    }

    /** The later reports by cell. */
    public double[] later() {
        return history().between(KNOWN_DAYS, Long.MAX_VALUE).counts(siteX.length);
    }

    /** The known reports by cell. */
    public double[] count() {
        return history().between(0, KNOWN_DAYS).counts(siteX.length);
    }

    /** The density of the known reports. */
    public double[] density(double radiusMetres) {
        Spots spots = history().between(0, KNOWN_DAYS).spots();
        return new KernelDensity(Kernel.quartic(radiusMetres)).perKm2(spots, sites());
    }
}
