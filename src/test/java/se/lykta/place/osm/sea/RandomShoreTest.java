package se.lykta.place.osm.sea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import se.lykta.bench.Effort;

/** Random land whose sea is known, whole and damaged; the seed of a run is its parameter. */
class RandomShoreTest {

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void seaIsWhatIsNotLand(long seed) {
        var random = new RandomShore(seed);
        assumeThat(random.ways).as("without any coast nobody can tell").isNotEmpty();

        Sea sea = Seas.checked(random.shore(random.ways));

        // at most a millimetre along the edges of the box
        assertThat(Seas.difference(Seas.together(sea.ocean()), random.sea())).isLessThan(1);
        assertThat(sea.gaps()).isEmpty();
        assertThat(sea.wrong()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void orderOfTheWaysChangesNotOneCorner(long seed) {
        var random = new RandomShore(seed);
        List<Coordinate[]> shuffled = new ArrayList<>(random.ways);
        Collections.shuffle(shuffled, new Random(seed));

        Sea first = Sea.of(random.shore(random.ways));
        Sea second = Sea.of(random.shore(shuffled));

        assertThat(second.ocean()).isEqualTo(first.ocean());
        assertThat(second.earth()).isEqualTo(first.earth());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void someWaysTheWrongWayRoundChangeNothing(long seed) {
        var random = new RandomShore(seed);
        var dice = new Random(seed);
        List<Coordinate[]> ways = new ArrayList<>();
        for (Coordinate[] way : random.ways) {
            Coordinate[] copy = CoordinateArrays.copyDeep(way);
            if (dice.nextInt(10) == 0 && !CoordinateArrays.isRing(way) && random.ways.size() > 30) {
                CoordinateArrays.reverse(copy);
            }
            ways.add(copy);
        }

        Sea sea = Seas.checked(random.shore(ways));

        assertThat(flooded(sea, random)).isLessThan(1);
    }

    /** Each end then lies within one hop of the edge, so what is wrong lies there. */
    @ParameterizedTest
    @MethodSource("seeds")
    void fileCutAtTheLastNodeInsideShowsNearlyTheSameSea(long seed) {
        var random = new RandomShore(seed);
        List<Coordinate[]> cut = random.cutAtTheLastNode();
        double longest =
                cut.stream().mapToDouble(RandomShoreTest::longestHop).max().orElse(0);
        int ends = 2 * cut.size();

        Sea sea = Seas.checked(random.shore(cut));

        assertThat(flooded(sea, random)).isLessThan(1 + ends * longest * longest);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void missingWayFloodsNothingButWhatItGoesAround(long seed) {
        var random = new RandomShore(seed);
        List<Coordinate[]> ways = new ArrayList<>(random.ways);
        List<Coordinate[]> inside = ways.stream()
                .filter(way -> random.box.contains(way[0]) && random.box.contains(way[way.length - 1]))
                .toList();
        assumeThat(inside).isNotEmpty();
        Coordinate[] missing = inside.get(new Random(seed).nextInt(inside.size()));
        ways.remove(missing);

        Sea sea = Seas.checked(random.shore(ways));

        // of all areas with a border of this length a circle is the greatest
        double length = new GeometryFactory().createLineString(missing).getLength();
        assertThat(flooded(sea, random)).isLessThan(length * length / (2 * Math.PI));
    }

    @Test
    void archipelagoTakesLessThanQuadraticTime() {
        Effort.growsLessThanQuadratically(islands -> surround((int) Math.sqrt(islands)), 30 * 30);
    }

    private static void surround(int side) {
        Sea sea = Sea.of(archipelago(side));
        assertThat(sea.ocean())
                .singleElement()
                .satisfies(one -> assertThat(one.getNumInteriorRing()).isEqualTo(side * side));
        assertThat(sea.gaps()).isEmpty();
    }

    /** So many times so many islands of 24 corners, a kilometre apart. */
    private static Shore archipelago(int side) {
        var random = new Random(20_000);
        List<Coordinate[]> islands = new ArrayList<>();
        for (int i = 0; i < side * side; i++) {
            double radius = 50 + random.nextInt(350);
            Coordinate[] ring = new Coordinate[25];
            for (int k = 0; k < 25; k++) {
                double angle = 2 * Math.PI * (k % 24) / 24;
                double r = radius * (1 + 0.2 * Math.sin(3 * angle));
                ring[k] = new Coordinate(
                        1000 * (i % side) + 500 + r * Math.cos(angle),
                        1000 * Math.floorDiv(i, side) + 500 + r * Math.sin(angle));
            }
            islands.add(ring);
        }
        var box = new Envelope(0, 1000 * side, 0, 1000 * side);
        return new Shore(islands, List.of(), new GeometryFactory().toGeometry(box), box);
    }

    private static double flooded(Sea sea, RandomShore random) {
        Geometry ocean = Seas.together(sea.ocean());
        return RandomShore.overlay(ocean, random.land, OverlayNG.INTERSECTION).getArea();
    }

    private static double longestHop(Coordinate[] way) {
        double longest = 0;
        for (int i = 1; i < way.length; i++) {
            longest = Math.max(longest, way[i].distance(way[i - 1]));
        }
        return longest;
    }
}
