package se.lykta.hotspot.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KernelDensityTest {

    private static final double WEST = 540_000;
    private static final double SOUTH = 6_450_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void quarticEqualsTheFormulaPairByPair(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 8; run++) {
            double[][] points = clumps(random, 200);
            double[][] sites = sites(random, run);
            double radius = 60 + 900 * random.nextDouble();

            double[] density = new KernelDensity(Kernel.quartic(radius)).perKm2(spots(points), sites(sites));

            double[] oracle = KernelOracle.quarticPerKm2(radius, points, sites);
            double peak = Kernel.quartic(radius).peakPerKm2();
            assertClose(density, oracle, 1e-13 * peak, "seed " + seed + " run " + run);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void gaussianEqualsTheFormulaPairByPair(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 8; run++) {
            double[][] points = clumps(random, 200);
            double[][] sites = sites(random, run);
            double sigma = 40 + 400 * random.nextDouble();

            double[] density = new KernelDensity(Kernel.gaussian(sigma)).perKm2(spots(points), sites(sites));

            double[] oracle = KernelOracle.gaussianPerKm2(sigma, points, sites);
            double cutOff = 2e-14
                    * Kernel.gaussian(sigma).peakPerKm2()
                    * Arrays.stream(points[2]).sum();
            assertClose(density, oracle, cutOff, "seed " + seed + " run " + run);
        }
    }

    /** Rows of a study area with holes, some places asked for twice: the step over a hole must not hide behind a double. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void latticesWithHolesAndDoubledPlacesEqualTheFormula(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 20; run++) {
            int[] cells = random.ints(300, 0, 12 * 12).toArray();
            double[][] sites = {
                Arrays.stream(cells)
                        .mapToDouble(cell -> WEST + cell % 12 * 100.0)
                        .toArray(),
                Arrays.stream(cells)
                        .mapToDouble(cell -> SOUTH + Math.floorDiv(cell, 12) * 100.0)
                        .toArray()
            };
            double[][] points = clumps(random, 50);

            double[] density = new KernelDensity(Kernel.gaussian(150)).perKm2(spots(points), sites(sites));

            double[] oracle = KernelOracle.gaussianPerKm2(150, points, sites);
            double cutOff = 2e-14
                    * Kernel.gaussian(150).peakPerKm2()
                    * Arrays.stream(points[2]).sum();
            assertClose(density, oracle, cutOff, "seed " + seed + " run " + run);
        }
    }

    /** Reports on centres of cells whose size has no exact number: the last column within reach is there by a bit or not. */
    @Test
    void columnsAtTheVeryEndOfTheReachEqualTheFormula() {
        for (double cell : new double[] {33.3, 47.1, 10.7}) {
            double[][] sites = lattice(40, 40, 0, 0, cell);
            int[] spots = IntStream.range(0, 200).map(i -> 617 * i % 1600).toArray();
            double[][] points = {
                Arrays.stream(spots).mapToDouble(spot -> sites[0][spot]).toArray(),
                Arrays.stream(spots).mapToDouble(spot -> sites[1][spot]).toArray(),
                DoubleStream.generate(() -> 1).limit(200).toArray()
            };

            double[] density = new KernelDensity(Kernel.gaussian(cell)).perKm2(spots(points), sites(sites));

            double[] oracle = KernelOracle.gaussianPerKm2(cell, points, sites);
            assertClose(density, oracle, 200 * 2e-14 * Kernel.gaussian(cell).peakPerKm2(), "cell " + cell);
        }
    }

    @ParameterizedTest
    @CsvSource({"QUARTIC, 500", "GAUSSIAN, 200"})
    void anInterruptedThreadLeavesItUnfinished(Kernel.Shape shape, double metres) {
        double[][] points = clumps(new Random(1), 20);
        Kernel kernel = shape == Kernel.Shape.QUARTIC ? Kernel.quartic(metres) : Kernel.gaussian(metres);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new KernelDensity(kernel).perKm2(spots(points), sites(points)))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private static void assertClose(double[] density, double[] oracle, double absolute, String what) {
        assertThat(density).hasSameSizeAs(oracle);
        for (int i = 0; i < oracle.length; i++) {
            assertThat(density[i]).as(what + " place " + i).isCloseTo(oracle[i], within(absolute + 1e-11 * oracle[i]));
        }
    }

    /** Trap 4: a scaled quartic copied from elsewhere has the integral 7.25. */
    @ParameterizedTest
    @CsvSource({"QUARTIC,300", "QUARTIC,777", "QUARTIC,2000", "GAUSSIAN,100", "GAUSSIAN,250", "GAUSSIAN,700"})
    void theIntegralOverThePlaneIsTheNumberOfReports(Kernel.Shape shape, double metres) {
        long seed = 5;
        var random = new Random(seed);
        double cell = metres / 4;
        var kernel = new Kernel(shape, metres);
        double[] x = random.doubles(400, 0, 3000).toArray();
        double[] y = random.doubles(400, 0, 3000).toArray();
        int side = (int) Math.ceil((3000 + 2 * kernel.reachMetres()) / cell) + 1;
        double[][] lattice = lattice(side, side, -kernel.reachMetres(), -kernel.reachMetres(), cell);

        double[] density = new KernelDensity(kernel).perKm2(Spots.of(x, y), sites(lattice));

        double integral = Arrays.stream(density).sum() * cell * cell / 1e6;
        assertThat(integral).as("seed " + seed).isCloseTo(400, within(0.002 * 400));
    }

    @Test
    void oneReportHasThePeakOfItsKernelAtItsPlaceAndNothingAtTheRadius() {
        var spots = Spots.of(new double[] {1000}, new double[] {2000});
        var sites = new Sites(new double[] {1000, 1300, 1500, 1000}, new double[] {2000, 2000, 2000, 1600});

        double[] density = new KernelDensity(Kernel.quartic(500)).perKm2(spots, sites);

        double peak = 3 / (Math.PI * 0.5 * 0.5);
        assertThat(density[0]).isCloseTo(peak, within(1e-12));
        assertThat(density[1]).isCloseTo(peak * 0.64 * 0.64, within(1e-12));
        assertThat(density[2]).isZero();
        assertThat(density[3]).isCloseTo(peak * 0.36 * 0.36, within(1e-12));
    }

    /** Trap 9: not a bit changes, although sums of floating-point numbers depend on their order. */
    @ParameterizedTest
    @CsvSource({"QUARTIC,400", "GAUSSIAN,150"})
    void theOrderOfReportsAndPlacesChangesNotOneBit(Kernel.Shape shape, double metres) {
        long seed = 21;
        var random = new Random(seed);
        double[][] points = clumps(random, 3000);
        double[][] lattice = lattice(40, 30, WEST, SOUTH, 100);
        int[] rows = shuffled(points[0].length, random);
        int[] places = shuffled(lattice[0].length, random);
        var density = new KernelDensity(new Kernel(shape, metres));

        double[] one = density.perKm2(spots(points), sites(lattice));
        double[] other = density.perKm2(spots(picked(points, rows)), sites(picked(lattice, places)));

        assertThat(Arrays.stream(one).max().orElseThrow()).isPositive();
        for (int i = 0; i < places.length; i++) {
            assertThat(other[i]).as("seed " + seed).isEqualTo(one[places[i]]);
        }
    }

    /** Trap 6: 300 000 reports on 2000 positions are 2000 spots. */
    @ParameterizedTest
    @CsvSource({"QUARTIC,400", "GAUSSIAN,150"})
    void duplicatesAndWholeWeightsAreTheSameToTheLastBit(Kernel.Shape shape, double metres) {
        long seed = 31;
        var random = new Random(seed);
        double[][] distinct = clumps(random, 2000);
        distinct[2] = random.ints(2000, 1, 300).asDoubleStream().toArray();
        int[] copies = IntStream.range(0, 2000)
                .flatMap(i -> IntStream.generate(() -> i).limit((long) distinct[2][i]))
                .toArray();
        double[][] repeated = picked(distinct, copies);
        var sites = sites(lattice(40, 30, WEST, SOUTH, 100));
        var density = new KernelDensity(new Kernel(shape, metres));

        double[] weighted = density.perKm2(spots(distinct), sites);
        double[] single = density.perKm2(Spots.of(repeated[0], repeated[1]), sites);

        assertThat(copies.length).as("seed " + seed).isGreaterThan(250_000);
        assertThat(Spots.of(repeated[0], repeated[1]).size()).isBetween(1000, 2000);
        assertThat(single).isEqualTo(weighted);
    }

    @ParameterizedTest
    @CsvSource({"QUARTIC,400", "GAUSSIAN,150"})
    void movingEverythingChangesNothing(Kernel.Shape shape, double metres) {
        long seed = 41;
        var random = new Random(seed);
        double[][] points = clumps(random, 500);
        double[][] lattice = lattice(40, 30, WEST, SOUTH, 100);
        var density = new KernelDensity(new Kernel(shape, metres));

        double[] here = density.perKm2(spots(points), sites(lattice));
        double[] there = density.perKm2(spots(moved(points)), sites(moved(lattice)));

        assertClose(there, here, 1e-9, "seed " + seed);
    }

    private static double[][] moved(double[][] points) {
        double[][] moved = points.clone();
        moved[0] = Arrays.stream(points[0]).map(x -> x - 320_000).toArray();
        moved[1] = Arrays.stream(points[1]).map(y -> y + 70_000).toArray();
        return moved;
    }

    /** Trap 3: one in the wrong hemisphere, one 1 000 km away. */
    @Test
    void strayReportsNeitherHangNorChangeAnything() {
        long seed = 51;
        var random = new Random(seed);
        double[][] points = clumps(random, 500);
        double[][] withStrays = new double[3][];
        double[][] strays = {{-WEST, WEST + 1e6, 1e300}, {-SOUTH, SOUTH, -1e300}, {1, 1, 1}};
        for (int k = 0; k < 3; k++) {
            withStrays[k] = Arrays.copyOf(points[k], 503);
            System.arraycopy(strays[k], 0, withStrays[k], 500, 3);
        }
        var sites = sites(lattice(40, 30, WEST, SOUTH, 100));

        for (Kernel kernel : new Kernel[] {Kernel.quartic(500), Kernel.gaussian(200)}) {
            var density = new KernelDensity(kernel);
            assertThat(density.perKm2(spots(withStrays), sites)).isEqualTo(density.perKm2(spots(points), sites));
        }
    }

    @Test
    void weightsScaleAndAddUp() {
        double[] x = {100, 400, 100};
        double[] y = {100, 300, 100};
        var sites = sites(lattice(6, 6, 0, 0, 100));
        var density = new KernelDensity(Kernel.quartic(350));

        double[] all = density.perKm2(Spots.of(x, y, new double[] {0.5, 2, 0.25}), sites);

        double[] first = density.perKm2(Spots.of(new double[] {100}, new double[] {100}), sites);
        double[] second = density.perKm2(Spots.of(new double[] {400}, new double[] {300}), sites);
        for (int i = 0; i < all.length; i++) {
            assertThat(all[i]).isCloseTo(0.75 * first[i] + 2 * second[i], within(1e-12));
        }
        assertThat(Spots.of(x, y, new double[] {0.5, 0, 0.25}).size()).isEqualTo(1);
    }

    @Test
    void noReportsGiveZeroEverywhereAndNoPlacesNothing() {
        var none = Spots.of(new double[0], new double[0]);
        var sites = sites(lattice(3, 3, 0, 0, 100));

        assertThat(new KernelDensity(Kernel.quartic(100)).perKm2(none, sites)).containsOnly(0);
        assertThat(new KernelDensity(Kernel.gaussian(100)).perKm2(none, sites)).containsOnly(0);
        assertThat(new KernelDensity(Kernel.gaussian(100))
                        .perKm2(Spots.of(new double[1], new double[1]), new Sites(new double[0], new double[0])))
                .isEmpty();
    }

    /** Trap 5: two cells are the least. */
    @Test
    void aBandwidthBelowTwoCellsIsNarrow() {
        assertThat(Kernel.quartic(999).isNarrowFor(500)).isTrue();
        assertThat(Kernel.quartic(1000).isNarrowFor(500)).isFalse();
        assertThat(Kernel.gaussian(199).isNarrowFor(100)).isTrue();
    }

    @Test
    void wrongParametersPointsAndWeightsAreRefused() {
        double[] one = {1};
        double[] nan = {Double.NaN};
        assertThatIllegalArgumentException().isThrownBy(() -> Kernel.quartic(0)).withMessageContaining("0.0 m");
        assertThatIllegalArgumentException().isThrownBy(() -> Kernel.gaussian(Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spots.of(one, nan))
                .withMessageContaining("1.0, NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> Spots.of(one, one, nan));
        assertThatIllegalArgumentException().isThrownBy(() -> Spots.of(one, one, new double[] {-1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Spots.of(one, new double[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sites(nan, one));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sites(one, new double[2]));
    }

    /** x, y and weights; some positions several times. */
    private static double[][] clumps(Random random, int n) {
        double[][] points = new double[3][n];
        for (int i = 0; i < n; i++) {
            boolean copy = i > 0 && random.nextInt(5) == 0;
            int from = copy ? random.nextInt(i) : i;
            points[0][i] = copy ? points[0][from] : WEST + 700 * random.nextInt(5) + 250 * random.nextGaussian();
            points[1][i] = copy ? points[1][from] : SOUTH + 700 * random.nextInt(4) + 250 * random.nextGaussian();
            points[2][i] = random.nextInt(3) == 0 ? 3 * random.nextDouble() : 1;
        }
        return points;
    }

    /** A lattice of squares, one of hexagons, scattered places, or places on the reports' own decimals. */
    private static double[][] sites(Random random, int run) {
        if (run % 3 == 0) {
            return lattice(17, 13, WEST - 200, SOUTH - 300, 40 + 250 * random.nextDouble());
        }
        if (run % 3 == 1) {
            double[][] hexagons = lattice(15, 14, WEST - 200, SOUTH, 180);
            for (int i = 0; i < hexagons[0].length; i++) {
                hexagons[0][i] += (i / 15) % 2 * 90;
            }
            return hexagons;
        }
        return new double[][] {
            random.doubles(150, WEST - 500, WEST + 4000).toArray(),
            random.doubles(150, SOUTH - 500, SOUTH + 3000).toArray()
        };
    }

    private static double[][] lattice(int columns, int rows, double west, double south, double cell) {
        double[][] lattice = new double[2][columns * rows];
        for (int i = 0; i < columns * rows; i++) {
            lattice[0][i] = west + (i % columns + 0.5) * cell;
            lattice[1][i] = south + (Math.floorDiv(i, columns) + 0.5) * cell;
        }
        return lattice;
    }

    private static Spots spots(double[][] points) {
        return Spots.of(points[0], points[1], points[2]);
    }

    private static Sites sites(double[][] places) {
        return new Sites(places[0], places[1]);
    }

    private static int[] shuffled(int n, Random random) {
        int[] rows = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = rows[i];
            rows[i] = rows[j];
            rows[j] = swap;
        }
        return rows;
    }

    private static double[][] picked(double[][] points, int[] rows) {
        return Arrays.stream(points)
                .map(values ->
                        Arrays.stream(rows).mapToDouble(row -> values[row]).toArray())
                .toArray(double[][]::new);
    }
}
