package se.lykta.place.snap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.geo.LonLat;

class SnapMakerTest {

    @ParameterizedTest
    @CsvSource({"1, 300, 3000", "2, 300, 300", "3, 40, 4000", "4, 300, 60", "5, 1, 500", "6, 0, 500", "7, 200, 0"})
    void everyPointStandsForEnoughAddressesOrIsTheCentreOfItsArea(long seed, int streets, int houses) {
        var town = new RandomTown(seed, streets, houses);

        town.promise().check(town.make());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void orderOfMapAndAddressesDoesNotMatter(long seed) {
        var town = new RandomTown(seed, 200, 1500);
        List<SnapPoint> made = town.make();

        town.shuffle(new Random(seed));

        assertThat(town.make()).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void smallChangeOfTheMapMovesOnlyPointsNearby(long seed) {
        var town = new RandomTown(seed, 400, 4000);
        Random random = new Random(seed);
        List<SnapPoint> before = fine(town.make());
        for (int i = 0; i < 8; i++) {
            Address gone = town.addresses.remove(random.nextInt(town.addresses.size()));
            var street = new Candidate(Rounding.of(gone.position()), SnapKind.STREET, "ny gata");
            town.candidates.add(street);

            Set<LonLat> moved = difference(before, fine(town.make()));

            assertThat(moved)
                    .as("seed %d, round %d", seed, i)
                    .allSatisfy(position -> assertThat(town.promise().metres(position, gone.position()))
                            .isLessThan(1200));
            town.candidates.remove(street);
            town.addresses.add(gone);
        }
        assertThat(fine(town.make())).isEqualTo(before);
    }

    @Test
    void pointsOfACoarserScaleAreSomeOfTheFinerOne() {
        List<SnapPoint> points = new RandomTown(31, 300, 5000).make();

        assertThat(positions(points, SnapScale.STREET)).containsAll(positions(points, SnapScale.QUARTER));
        assertThat(positions(points, SnapScale.STREET)).hasSizeGreaterThan(100);
        assertThat(positions(points, SnapScale.QUARTER)).hasSizeBetween(10, 90);
    }

    @Test
    void eightAddressesAreEnoughAndSevenAreNot() {
        var town = new RandomTown(0, 0, 0);
        town.candidates.add(new Candidate(Rounding.of(RandomTown.at(100, 0)), SnapKind.STREET, "Storgatan"));
        IntStream.range(0, 7).forEach(i -> house(town, i, 100 + i));
        house(town, 6, 90); // another door of the seventh

        assertThat(of(town, 11)).singleElement().satisfies(point -> {
            assertThat(point.kind()).isEqualTo(SnapKind.AREA_CENTRE);
            assertThat(point.name()).isEqualTo("Centrum");
            assertThat(point.addresses()).isEqualTo(7);
        });

        house(town, 7, 80);

        assertThat(of(town, 11)).singleElement().satisfies(point -> {
            assertThat(point.kind()).isEqualTo(SnapKind.STREET);
            assertThat(point.name()).isEqualTo("Storgatan");
            assertThat(point.addresses()).isEqualTo(8);
        });
    }

    @Test
    void streetIsGivenUpBeforeAPublicPlace() {
        var town = new RandomTown(0, 0, 0);
        town.candidates.add(new Candidate(Rounding.of(RandomTown.at(0, 0)), SnapKind.PLACE, "Idrottshallen"));
        town.candidates.add(new Candidate(Rounding.of(RandomTown.at(100, 0)), SnapKind.STREET, "Hallvägen"));
        IntStream.range(0, 3).forEach(i -> house(town, i, 10 + i)); // nearer to the hall
        IntStream.range(3, 9).forEach(i -> house(town, i, 90 + i)); // nearer to the street: more, but too few as well

        assertThat(of(town, 11)).extracting(SnapPoint::name).containsExactly("Idrottshallen");
    }

    @Test
    void addressesBeyondTheBorderOfAnAreaDoNotCount() {
        var town = new RandomTown(0, 0, 0);
        town.candidates.add(new Candidate(Rounding.of(RandomTown.at(-390, -100)), SnapKind.STREET, "Gränsgatan"));
        IntStream.range(0, 4).forEach(i -> house(town, i, -399 + i, -100)); // in Centrum
        IntStream.range(4, 40).forEach(i -> house(town, i, -401 - i, -100)); // in Väst, which has no street

        assertThat(of(town, 11)).extracting(SnapPoint::kind).containsExactly(SnapKind.AREA_CENTRE);
        assertThat(of(town, 15)).singleElement().satisfies(point -> {
            assertThat(point.kind()).isEqualTo(SnapKind.AREA_CENTRE);
            assertThat(point.addresses()).isEqualTo(36);
        });
    }

    @Test
    void areaWithoutAnythingHasItsCentreAndSoHasTheRest() {
        var town = new RandomTown(0, 0, 0);

        List<SnapPoint> points = fine(town.make());

        assertThat(points).hasSize(6).extracting(SnapPoint::kind).containsOnly(SnapKind.AREA_CENTRE);
        assertThat(points).extracting(SnapPoint::areaId).contains(OptionalInt.empty(), OptionalInt.of(14));
        town.promise().check(town.make());
    }

    private static void house(RandomTown town, int number, double east) {
        house(town, number, east, 0);
    }

    private static void house(RandomTown town, int number, double east, double north) {
        town.addresses.add(new Address("storgatan " + number, RandomTown.at(east, north)));
    }

    private static List<SnapPoint> of(RandomTown town, int area) {
        return fine(town.make()).stream()
                .filter(point -> point.areaId().equals(OptionalInt.of(area)))
                .toList();
    }

    private static List<SnapPoint> fine(List<SnapPoint> points) {
        return points.stream()
                .filter(point -> point.scale() == SnapScale.STREET)
                .toList();
    }

    private static List<LonLat> positions(List<SnapPoint> points, SnapScale scale) {
        return points.stream()
                .filter(point -> point.scale() == scale && point.kind() != SnapKind.AREA_CENTRE)
                .map(SnapPoint::position)
                .toList();
    }

    private static Set<LonLat> difference(List<SnapPoint> before, List<SnapPoint> after) {
        Set<LonLat> all = new HashSet<>(before.stream().map(SnapPoint::position).toList());
        List<LonLat> now = after.stream().map(SnapPoint::position).toList();
        Set<LonLat> moved = new HashSet<>(new ArrayList<>(now));
        moved.removeAll(all);
        all.removeAll(now);
        moved.addAll(all);
        return moved;
    }
}
