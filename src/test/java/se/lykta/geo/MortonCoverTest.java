package se.lykta.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

class MortonCoverTest {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final int MOST_RANGES = 4 * 1024;

    /** Any shape at any place and size: the cover says of every cell what the polygon says of its centre. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyCellIsInsideIfItsCentreIs(int seed) {
        var random = new Random(seed);
        for (int i = 0; i < 5; i++) {
            double lonDeg = -170 + 340 * random.nextDouble();
            double latDeg = -80 + 160 * random.nextDouble();
            double sizeDeg = Math.pow(10, -5 + 5.5 * random.nextDouble());
            Geometry shape = shape(random, lonDeg, latDeg, sizeDeg);
            MortonCover cover = MortonCover.of(shape);

            assertThat(cover.size()).isBetween(1, MOST_RANGES);
            for (int j = 0; j < 400; j++) {
                double reach = 1.5 * sizeDeg;
                long morton = Morton.encode(
                        lonDeg + reach * (random.nextDouble() - 0.5), latDeg + reach * (random.nextDouble() - 0.5));
                assertThat(cover.contains(morton))
                        .as("seed %d, %s, cell %x", seed, shape, morton)
                        .isEqualTo(shape.intersects(GEOMETRIES.createPoint(centre(morton))));
            }
        }
    }

    /** What is said of many cells at once holds for each of them, and is said of small ranges far from the edge. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {31, 32, 33})
    void wholeRangesAreToldOnlyIfAllTheirCellsAgree(int seed) {
        var random = new Random(seed);
        MortonCover cover = MortonCover.of(shape(random, 15, 58, 0.05));
        int inside = 0;
        int outside = 0;
        for (int i = 0; i < 2000; i++) {
            long first = Morton.encode(15 + 0.1 * (random.nextDouble() - 0.5), 58 + 0.1 * (random.nextDouble() - 0.5));
            long last = first + (1L << random.nextInt(36));
            boolean all = cover.containsAll(first, last);
            boolean none = cover.misses(first, last);
            inside += all ? 1 : 0;
            outside += none ? 1 : 0;
            for (int j = 0; (all || none) && j < 10; j++) {
                long between = first + (long) (random.nextDouble() * (last - first));
                assertThat(cover.contains(between))
                        .as("seed %d, cell %x", seed, between)
                        .isEqualTo(all);
            }
        }
        assertThat(inside).isGreaterThan(20);
        assertThat(outside).isGreaterThan(20);
    }

    /** The cells along the edge are where a quadtree goes wrong. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {21, 22, 23})
    void cellsAlongTheEdgeAreToldApart(int seed) {
        var random = new Random(seed);
        Geometry shape = shape(random, 15, 58, 0.05);
        MortonCover cover = MortonCover.of(shape);
        for (Coordinate corner : shape.getCoordinates()) {
            for (int i = 0; i < 20; i++) {
                long morton =
                        Morton.encode(corner.x + 1e-6 * random.nextGaussian(), corner.y + 1e-6 * random.nextGaussian());
                assertThat(cover.contains(morton))
                        .as("seed %d, %s, cell %x", seed, shape, morton)
                        .isEqualTo(shape.intersects(GEOMETRIES.createPoint(centre(morton))));
            }
        }
    }

    @Test
    void aTileIsOneRange() {
        TileId tile = new TileId(14, 8800, 5100);
        Bbox box = tile.bbox();

        MortonCover cover = MortonCover.of(rectangle(box.westDeg(), box.southDeg(), box.eastDeg(), box.northDeg()));

        assertThat(cover.contains(tile.firstMorton())).isTrue();
        assertThat(cover.contains(tile.endMorton() - 1)).isTrue();
        assertThat(cover.contains(tile.firstMorton() - 1)).isFalse();
        assertThat(cover.contains(tile.endMorton())).isFalse();
        assertThat(cover.firstMorton()).isLessThanOrEqualTo(tile.firstMorton());
        assertThat(cover.endMorton()).isGreaterThanOrEqualTo(tile.endMorton());
    }

    @Test
    void theWholeEarthHoldsEveryCellAndNothingHoldsNone() {
        MortonCover earth = MortonCover.of(rectangle(-180, -90, 180, 90));
        MortonCover nothing = MortonCover.of(GEOMETRIES.createPolygon());

        assertThat(earth.contains(0)).isTrue();
        assertThat(earth.contains(Morton.encode(180, -90))).isTrue();
        assertThat(earth.contains(Morton.encode(14.5, 56.25))).isTrue();
        assertThat(nothing.contains(0)).isFalse();
        assertThat(nothing.contains(Morton.encode(14.5, 56.25))).isFalse();
        assertThat(nothing.firstMorton()).isEqualTo(nothing.endMorton());
    }

    @Test
    void aPolygonSmallerThanACellHoldsAtMostThatCell() {
        long morton = Morton.encode(14.5, 56.25);
        Coordinate centre = centre(morton);
        double tiny = 1e-9;

        MortonCover cover =
                MortonCover.of(rectangle(centre.x - tiny, centre.y - tiny, centre.x + tiny, centre.y + tiny));

        assertThat(cover.contains(morton)).isTrue();
        assertThat(cover.contains(morton + 1)).isFalse();
        assertThat(cover.contains(morton - 1)).isFalse();
    }

    @Test
    void manyThreadsGetTheSameAnswer() throws Exception {
        Geometry shape = shape(new Random(5), 15, 58, 0.05);
        MortonCover cover = MortonCover.of(shape);
        Callable<Long> count = () -> {
            var random = new Random(7);
            return IntStream.range(0, 20_000)
                    .filter(i -> cover.contains(Morton.encode(
                            15 + 0.06 * (random.nextDouble() - 0.5), 58 + 0.06 * (random.nextDouble() - 0.5))))
                    .count();
        };
        long expected = count.call();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(8, count))) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** A star around a place, sometimes with a hole, sometimes in two parts, never beyond the ends of the projection. */
    private static Geometry shape(Random random, double lonDeg, double latDeg, double sizeDeg) {
        Polygon star = star(random, lonDeg, latDeg, sizeDeg / 2);
        return switch (random.nextInt(3)) {
            case 0 -> star;
            case 1 ->
                star.difference(AffineTransformation.scaleInstance(0.4, 0.4, lonDeg, latDeg)
                        .transform(star));
            default ->
                star.union(AffineTransformation.translationInstance(0.6 * sizeDeg, 0.1 * sizeDeg)
                        .transform(star));
        };
    }

    private static Polygon star(Random random, double lonDeg, double latDeg, double radiusDeg) {
        int corners = 3 + random.nextInt(60);
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double reach = radiusDeg * (0.3 + 0.7 * random.nextDouble());
            ring[i] = new Coordinate(lonDeg + reach * Math.cos(angle), latDeg + reach * Math.sin(angle));
        }
        ring[corners] = ring[0];
        return GEOMETRIES.createPolygon(ring);
    }

    private static Polygon rectangle(double west, double south, double east, double north) {
        return GEOMETRIES.createPolygon(new Coordinate[] {
            new Coordinate(west, south),
            new Coordinate(east, south),
            new Coordinate(east, north),
            new Coordinate(west, north),
            new Coordinate(west, south)
        });
    }

    private static Coordinate centre(long morton) {
        return new Coordinate(WebMercator.lonDeg(Morton.x(morton) + 0.5), WebMercator.latDeg(Morton.y(morton) + 0.5));
    }
}
