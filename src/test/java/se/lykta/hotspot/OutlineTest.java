package se.lykta.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import se.lykta.bench.Effort;
import se.lykta.geo.LonLat;

final class OutlineTest {

    private final GeometryFactory geometries = new GeometryFactory();

    @Test
    void oneSpotBecomesASmallDisc() {
        double[] x = {Town.EAST, Town.EAST, Town.EAST};
        double[] y = {Town.NORTH, Town.NORTH, Town.NORTH};

        Polygon outline = new Outline(50, Town.CRS).around(x, y, new int[] {0, 1, 2});

        assertThat(outline.isValid()).isTrue();
        assertThat(widthMetres(outline)).isBetween(25.0, 50.0);
        assertThat(outline.contains(point(Town.EAST, Town.NORTH))).isTrue();
    }

    @Test
    void spotsOnALineBecomeABand() {
        double[] x = IntStream.range(0, 20).mapToDouble(i -> Town.EAST + 30 * i).toArray();
        double[] y = IntStream.range(0, 20).mapToDouble(i -> Town.NORTH).toArray();

        Polygon outline = new Outline(50, Town.CRS).around(x, y, all(20));

        assertThat(outline.isValid()).isTrue();
        assertThat(outline.contains(point(Town.EAST + 285, Town.NORTH))).isTrue();
        assertThat(outline.contains(point(Town.EAST + 285, Town.NORTH + 40))).isFalse();
    }

    @Test
    void aHorseshoeKeepsItsOpening() {
        double[] x = IntStream.range(0, 60)
                .mapToDouble(i -> Town.EAST + 200 * Math.cos(i * 0.09))
                .toArray();
        double[] y = IntStream.range(0, 60)
                .mapToDouble(i -> Town.NORTH + 200 * Math.sin(i * 0.09))
                .toArray();

        Polygon outline = new Outline(50, Town.CRS).around(x, y, all(60));

        assertThat(outline.contains(point(Town.EAST, Town.NORTH))).isFalse();
        assertThat(outline.contains(point(x[30], y[30]))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anyMembersGiveAValidPolygonWithoutHolesAroundAllOfThem(long seed) {
        var random = new Random(seed);
        int n = 1 + random.nextInt(seed % 3 == 0 ? 9000 : 60);
        double spread = seed % 2 == 0 ? 15 : 400;
        double[] x = random.doubles(n).map(value -> Town.EAST + spread * value).toArray();
        double[] y = random.doubles(n)
                .map(value -> Town.NORTH + spread * value * value)
                .toArray();

        Polygon outline = new Outline(50, Town.CRS).around(x, y, all(n));

        assertThat(outline.isValid()).as("seed " + seed).isTrue();
        assertThat(outline.getNumInteriorRing()).isZero();
        for (int i = 0; i < n; i++) {
            assertThat(outline.contains(point(x[i], y[i])))
                    .as("seed " + seed + " point " + i)
                    .isTrue();
        }
    }

    @Test
    void theOrderOfMembersChangesNothing() {
        double[] x = {Town.EAST, Town.EAST + 3, Town.EAST + 40, Town.EAST + 80};
        double[] y = {Town.NORTH, Town.NORTH + 1, Town.NORTH + 20, Town.NORTH};
        var outline = new Outline(50, Town.CRS);

        assertThat(outline.around(x, y, new int[] {3, 1, 0, 2}).equalsExact(outline.around(x, y, all(4))))
                .isTrue();
    }

    @Test
    void aWholeCityInOneClusterIsOutlinedInLessThanQuadraticTime() {
        Effort.growsLessThanQuadratically(OutlineTest::outlined, 6_250);
    }

    private static void outlined(int n) {
        var random = new Random(8);
        double[] x = random.doubles(n).map(value -> Town.EAST + 8000 * value).toArray();
        double[] y = random.doubles(n).map(value -> Town.NORTH + 8000 * value).toArray();

        Polygon city = new Outline(50, Town.CRS).around(x, y, all(n));

        assertThat(city.isValid()).isTrue();
    }

    private static int[] all(int n) {
        return IntStream.range(0, n).toArray();
    }

    private Point point(double x, double y) {
        LonLat at = Town.CRS.unproject(x, y);
        return geometries.createPoint(new Coordinate(at.lonDeg(), at.latDeg()));
    }

    private static double widthMetres(Polygon outline) {
        var box = outline.getEnvelopeInternal();
        double[] west = Town.CRS.project(box.getMinX(), box.getMinY());
        double[] east = Town.CRS.project(box.getMaxX(), box.getMinY());
        return east[0] - west[0];
    }
}
