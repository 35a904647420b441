package se.lykta.tile.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.geo.MetricCrs;
import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.geo.WebMercator;
import se.lykta.index.Filter;
import se.lykta.index.RandomReports;
import se.lykta.index.Snapshot;
import se.lykta.index.SnapshotBuilder;
import se.lykta.report.ReportPoint;

/** The density as it is computed and drawn, against its definition. */
class HeatTilesTest {

    private static final Filter ALL = Filter.everything();
    private static final double LON = 15.05;
    private static final double LAT = 58.95;

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 6, 9, 11, 13, 14, 15, 17, 18})
    void everyPixelIsTheSumOfTheKernelsAroundIt(int zoom) {
        Snapshot snapshot = town(300, 17);
        var oracle = new KernelOracle(snapshot, ALL, Bandwidth.of(zoom).radiusMetres());
        TileId tile = tileAt(LON, LAT, zoom);

        float[] drawn = HeatTiles.densities(snapshot, ALL, tile, 256);

        double highest = 0;
        double worst = 0;
        for (int y = 0; y < 256; y += 7) {
            for (int x = 0; x < 256; x += 5) {
                double expected = oracle.density(tile, 256, x, y);
                highest = Math.max(highest, expected);
                worst = Math.max(worst, Math.abs(drawn[y * 256 + x] - expected));
            }
        }
        assertThat(highest).isPositive();
        assertThat(worst).isLessThan(0.02 * highest);
    }

    @ParameterizedTest
    @CsvSource({"13, 256", "13, 512", "16, 256"})
    void theFilterDecidesWhatIsSummed(int zoom, int pixels) {
        var builder = new SnapshotBuilder();
        new RandomReports(23).list(500).forEach(builder::add);
        Snapshot snapshot = builder.build(1);
        Filter filter = Filter.counting().withWindow(RandomReports.FIRST_MINUTE, RandomReports.FIRST_MINUTE + 500_000);
        int busiest = snapshot.size() / 2;
        TileId tile = tileAt(snapshot.lonDeg(busiest), snapshot.latDeg(busiest), zoom);
        var oracle = new KernelOracle(snapshot, filter, Bandwidth.of(zoom).radiusMetres());

        float[] drawn = HeatTiles.densities(snapshot, filter, tile, pixels);

        assertThat(oracle.reports()).isBetween(1, snapshot.size() - 1);
        double peak = HeatScale.onePeak(Bandwidth.of(zoom).radiusMetres());
        for (int y = 3; y < pixels; y += 31) {
            for (int x = 1; x < pixels; x += 29) {
                double expected = oracle.density(tile, pixels, x, y);
                assertThat((double) drawn[y * pixels + x])
                        .as("pixel %d, %d", x, y)
                        .isCloseTo(expected, within(0.02 * (expected + peak)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 256", "13, 256", "13, 512", "15, 256", "18, 512"})
    void neighboursFitAsIfTheyWereOneBigPicture(int zoom, int pixels) {
        Snapshot snapshot = town(400, 29);
        TileId west = tileAt(LON, LAT, zoom);
        Bandwidth bandwidth = Bandwidth.of(zoom);

        float[] left = HeatTiles.densities(snapshot, ALL, west, pixels);
        float[] right = HeatTiles.densities(snapshot, ALL, new TileId(zoom, west.x() + 1, west.y()), pixels);
        float[] below = HeatTiles.densities(snapshot, ALL, new TileId(zoom, west.x(), west.y() + 1), pixels);

        // one picture over all of them: the same pixels, laid on one surface
        Window big = grown(Window.of(west, bandwidth));
        Surface surface = Surface.of(snapshot, ALL, big, bandwidth);
        assertSame(left, Pixels.of(surface, west, pixels));
        assertSame(right, Pixels.of(surface, new TileId(zoom, west.x() + 1, west.y()), pixels));
        assertSame(below, Pixels.of(surface, new TileId(zoom, west.x(), west.y() + 1), pixels));
    }

    @ParameterizedTest
    @CsvSource({"0, 59", "2, 59", "5, 67", "9, 59", "12, 55", "14, 69"})
    void theIntegralOverTheGroundIsTheNumberOfReports(int zoom, double latDeg) {
        int reports = 50;
        var random = new Random(31);
        var builder = new SnapshotBuilder();
        for (int id = 1; id <= reports; id++) {
            add(builder, id, LON + 0.001 * random.nextGaussian(), latDeg + 0.001 * random.nextGaussian());
        }
        Snapshot snapshot = builder.build(1);
        TileId middle = tileAt(LON, latDeg, zoom);
        Bandwidth bandwidth = Bandwidth.of(zoom);

        double sum = 0;
        int last = (1 << zoom) - 1;
        for (int x = Math.max(0, middle.x() - 1); x <= Math.min(last, middle.x() + 1); x++) {
            for (int y = Math.max(0, middle.y() - 1); y <= Math.min(last, middle.y() + 1); y++) {
                sum += integral(snapshot, new TileId(zoom, x, y));
            }
        }

        assertThat(bandwidth.radiusMetres()).isGreaterThanOrEqualTo(200);
        assertThat(sum).isCloseTo(reports, within(0.005 * reports));
    }

    /** A report alone at a place: halfway to the radius the quartic is (1 − 1/4)² = 9/16 of its peak 3/(πh²). */
    @ParameterizedTest
    @CsvSource({"55.2, 12", "69.0, 12", "55.2, 14", "69.0, 14", "59.0, 16"})
    void theKernelHasTheSameSizeInMetresEverywhere(double latDeg, int zoom) {
        var builder = new SnapshotBuilder();
        add(builder, 1, LON, latDeg);
        Snapshot snapshot = builder.build(1);
        double radius = Bandwidth.of(zoom).radiusMetres();
        double peak = HeatScale.onePeak(radius);
        var crs = MetricCrs.of(MetricCrs.SWEREF_99_TM);
        double[] middle = crs.project(LON, latDeg);

        for (double[] way : new double[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {0.6, 0.8}}) {
            var half = crs.unproject(middle[0] + way[0] * radius / 2, middle[1] + way[1] * radius / 2);
            var beyond = crs.unproject(middle[0] + way[0] * radius * 1.02, middle[1] + way[1] * radius * 1.02);

            assertThat(densityAt(snapshot, half.lonDeg(), half.latDeg(), zoom))
                    .isCloseTo(peak * 9 / 16, within(0.03 * peak));
            assertThat(densityAt(snapshot, beyond.lonDeg(), beyond.latDeg(), zoom))
                    .isLessThan(0.002 * peak);
        }
        assertThat(densityAt(snapshot, LON, latDeg, zoom)).isCloseTo(peak, within(0.02 * peak));
    }

    @Test
    void aTileWithoutReportsNearIsEmpty() {
        Snapshot snapshot = town(100, 5);
        HeatScale scale = HeatTiles.scale(snapshot, ALL, 12);

        assertThat(HeatTiles.png(snapshot, ALL, tileAt(-60, -20, 12), scale, 256, false))
                .isEmpty();
        assertThat(HeatTiles.png(Snapshot.empty(1), ALL, tileAt(LON, LAT, 12), scale, 256, false))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"256, false", "512, false", "256, true"})
    void thePictureIsAPngOfTheRightSizeWithColoursAndHoles(int pixels, boolean dark) throws IOException {
        Snapshot snapshot = town(500, 37);
        HeatScale scale = HeatTiles.scale(snapshot, ALL, 13);

        byte[] png = HeatTiles.png(snapshot, ALL, tileAt(LON, LAT, 13), scale, pixels, dark);
        byte[] again = HeatTiles.png(snapshot, ALL, tileAt(LON, LAT, 13), scale, pixels, dark);

        assertThat(again).isEqualTo(png);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(pixels);
        assertThat(image.getHeight()).isEqualTo(pixels);
        int[] colours = image.getRGB(0, 0, pixels, pixels, null, 0, pixels);
        assertThat(Arrays.stream(colours).filter(colour -> colour >>> 24 == 0).count())
                .isPositive();
        assertThat(colours).contains(220 << 24 | (dark ? 0xfde3b0 : 0x67001f));
    }

    @Test
    void theOrderOfArrivalChangesNoByte() {
        List<ReportPoint> points = new ArrayList<>(new RandomReports(41).list(800));
        var forwards = new SnapshotBuilder();
        points.forEach(forwards::add);
        Collections.reverse(points);
        var backwards = new SnapshotBuilder();
        points.forEach(backwards::add);
        Snapshot first = forwards.build(1);
        Snapshot second = backwards.build(1);
        HeatScale scale = HeatTiles.scale(first, ALL, 12);
        TileId tile = tileAt(14.52, 56.27, 12);

        assertThat(HeatTiles.scale(second, ALL, 12)).isEqualTo(scale);
        assertThat(HeatTiles.png(second, ALL, tile, scale, 256, false))
                .isNotEmpty()
                .isEqualTo(HeatTiles.png(first, ALL, tile, scale, 256, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 12, 13, 15, 17})
    void anEditTouchesTheTilesThatShowItAndNoFarOnes(int zoom) {
        Snapshot before = town(3000, 43);
        ReportPoint any = new RandomReports(3).point(9001);
        var added = new ReportPoint(
                9001, LON, LAT, any.causes(), any.when(), any.source(), any.state(), any.severity(), any.reporter());
        Snapshot after = before.with(2, List.of(added), new long[0]);
        TileId middle = tileAt(LON, LAT, zoom);
        int tiles = 1 << zoom;

        for (int dx = -5; dx <= 5; dx++) {
            for (int dy = -5; dy <= 5; dy++) {
                int x = Math.floorMod(middle.x() + dx, tiles);
                int y = Math.floorMod(middle.y() + dy, tiles);
                var tile = new TileId(zoom, x, y);
                boolean touched = HeatTiles.touchedAt(after, tile) > HeatTiles.touchedAt(before, tile);
                boolean changed = !Arrays.equals(
                        HeatTiles.densities(before, ALL, tile, 256), HeatTiles.densities(after, ALL, tile, 256));

                assertThat(touched || !changed).as("%s", tile).isTrue();
            }
        }
        assertThat(HeatTiles.touchedAt(after, tileAt(LON - 9, LAT - 9, Math.max(8, zoom))))
                .isEqualTo(1);
    }

    /** Cells with many reports are summed up by the index, others row by row: both are the same. */
    @Test
    void manyReportsInACellAreSummedUpAsIfOneByOne() {
        Snapshot snapshot = town(9000, 47);
        for (Filter filter : List.of(Filter.counting(), ALL)) {
            for (int shift : new int[] {4, 10, 16, 20}) {
                var window = new Window(shift, 0, 0, 1 << (31 - shift), 1 << (31 - shift));
                var oneByOne = new TreeMap<Long, double[]>();
                for (int row = 0; row < snapshot.size(); row++) {
                    if (filter.test(snapshot, row)) {
                        double[] sums =
                                oneByOne.computeIfAbsent(snapshot.morton(row) >>> (2 * shift), key -> new double[3]);
                        sums[0]++;
                        sums[1] += Morton.x(snapshot.morton(row)) + 0.5;
                        sums[2] += Morton.y(snapshot.morton(row)) + 0.5;
                    }
                }
                var cells = new ArrayList<double[]>();
                Crowds.forEach(snapshot, filter, window, (count, x, y) -> cells.add(new double[] {count, x, y}));

                assertThat(cells).hasSameSizeAs(oneByOne.values());
                int i = 0;
                for (double[] sums : oneByOne.values()) {
                    double[] cell = cells.get(i++);
                    assertThat(cell[0]).isEqualTo(sums[0]);
                    assertThat(cell[1] * (1L << shift)).isCloseTo(sums[1] / sums[0], within(1e-3));
                    assertThat(cell[2] * (1L << shift)).isCloseTo(sums[2] / sums[0], within(1e-3));
                }
            }
        }
    }

    /** The window of a tile and those of its neighbours, with the margin the interpolation needs. */
    private static Window grown(Window tile) {
        return tile.grown(tile.width() + Pixels.MARGIN + 1);
    }

    private static void assertSame(float[] one, float[] other) {
        if (one.length == 0) {
            assertThat(other).containsOnly(0);
            return;
        }
        double highest = 0;
        double worst = 0;
        for (int i = 0; i < one.length; i++) {
            highest = Math.max(highest, other[i]);
            worst = Math.max(worst, Math.abs(one[i] - other[i]));
        }
        assertThat(worst).isLessThanOrEqualTo(1e-6 * highest);
    }

    /** Density times the area on the ground, over all pixels. */
    private static double integral(Snapshot snapshot, TileId tile) {
        int pixels = 256;
        float[] densities = HeatTiles.densities(snapshot, ALL, tile, pixels);
        double side = 2 * Math.PI * 6_378.137 / (1L << tile.zoom()) / pixels;
        double sum = 0;
        for (int i = 0; i < densities.length; i++) {
            double cells = (double) (1L << tile.shift());
            int row = i / pixels;
            double latDeg = WebMercator.latDeg((tile.y() + (row + 0.5) / pixels) * cells);
            double scale = Math.cos(Math.toRadians(latDeg));
            sum += densities[i] * side * side * scale * scale;
        }
        return sum;
    }

    private static double densityAt(Snapshot snapshot, double lonDeg, double latDeg, int zoom) {
        TileId tile = tileAt(lonDeg, latDeg, zoom);
        int pixels = 512;
        float[] densities = HeatTiles.densities(snapshot, ALL, tile, pixels);
        double cells = (double) (1L << tile.shift()) / pixels;
        int x = (int) (WebMercator.cellX(lonDeg) / cells) - tile.x() * pixels;
        int y = (int) (WebMercator.cellY(latDeg) / cells) - tile.y() * pixels;
        return densities.length == 0 ? 0 : densities[y * pixels + x];
    }

    /** A town with a dense middle. */
    private static Snapshot town(int size, long seed) {
        var random = new Random(seed);
        var builder = new SnapshotBuilder();
        for (int id = 1; id <= size; id++) {
            double spread = id % 3 == 0 ? 0.02 : 0.002;
            add(builder, id, LON + spread * random.nextGaussian(), LAT + spread / 2 * random.nextGaussian());
        }
        return builder.build(1);
    }

    private static void add(SnapshotBuilder builder, long id, double lonDeg, double latDeg) {
        builder.add(RandomReports.at(id, lonDeg, latDeg));
    }

    private static TileId tileAt(double lonDeg, double latDeg, int zoom) {
        int shift = WebMercator.BITS - zoom;
        return new TileId(zoom, WebMercator.cellX(lonDeg) >>> shift, WebMercator.cellY(latDeg) >>> shift);
    }
}
