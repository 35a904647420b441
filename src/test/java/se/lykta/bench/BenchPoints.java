package se.lykta.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;

/**
 * Points on a plane of metres, seeded or from a file; the same seed gives the same points. Immutable by custom: the arrays
 * are handed to what is measured as they are.
 */
final class BenchPoints {

    /** Side of the square for a million points: with it a disc of 50 m holds about a hundred of them on average. */
    private static final double SIDE_OF_A_MILLION = 25_000;

    private static final int POINTS_PER_CLUSTER = 1000;
    private static final double CLUSTER_SIGMA = 55;
    private static final double EAST = 500_000;
    private static final double NORTH = 6_500_000;

    private final double[] x;
    private final double[] y;

    private BenchPoints(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    int size() {
        return x.length;
    }

    /** Half of them evenly over a square, half around centres; the density is the same for any number of points. */
    static BenchPoints clustered(int n, long seed) {
        var random = new SplittableRandom(seed);
        double side = SIDE_OF_A_MILLION * Math.sqrt(n / 1e6);
        int centres = Math.max(1, n / 2 / POINTS_PER_CLUSTER);
        double[] centreX = random.doubles(centres, 0, side).toArray();
        double[] centreY = random.doubles(centres, 0, side).toArray();
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            boolean background = random.nextBoolean();
            int centre = random.nextInt(centres);
            x[i] = EAST
                    + (background
                            ? side * random.nextDouble()
                            : centreX[centre] + CLUSTER_SIGMA * random.nextGaussian());
            y[i] = NORTH
                    + (background
                            ? side * random.nextDouble()
                            : centreY[centre] + CLUSTER_SIGMA * random.nextGaussian());
        }
        return new BenchPoints(x, y);
    }

    /** Points on so many different positions, as the police publish them: few positions have most of the points. */
    static BenchPoints snapped(int n, int positions, long seed) {
        BenchPoints spots = clustered(positions, seed);
        var random = new SplittableRandom(seed + 1);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            int spot = (int) (positions * Math.pow(random.nextDouble(), 3));
            x[i] = spots.x[spot];
            y[i] = spots.y[spot];
        }
        return new BenchPoints(x, y);
    }

    /** Points of a CSV file with columns {@code lon} and {@code lat}, in the metric system that suits the first one. */
    static BenchPoints read(Path csv) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(csv)) {
            List<String> header =
                    List.of(Optional.ofNullable(lines.readLine()).orElse("").split(",", -1));
            int lon = header.indexOf("lon");
            int lat = header.indexOf("lat");
            if (lon < 0 || lat < 0) {
                throw new UsageException("%s has no columns lon and lat, but %s".formatted(csv, header));
            }
            double[][] positions = lines.lines()
                    .map(line -> line.split(",", -1))
                    .map(cells -> new double[] {Double.parseDouble(cells[lon]), Double.parseDouble(cells[lat])})
                    .toArray(double[][]::new);
            if (positions.length == 0) {
                throw new UsageException(csv + " has no points");
            }
            return projected(positions);
        }
    }

    private static BenchPoints projected(double[][] positions) {
        MetricCrs crs = MetricCrs.suiting(new LonLat(positions[0][0], positions[0][1]));
        double[][] metres =
                Arrays.stream(positions).map(at -> crs.project(at[0], at[1])).toArray(double[][]::new);
        return new BenchPoints(column(metres, 0), column(metres, 1));
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows)
                .flatMapToDouble(row -> DoubleStream.of(row[column]))
                .toArray();
    }
}
