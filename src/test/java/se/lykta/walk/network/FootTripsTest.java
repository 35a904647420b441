package se.lykta.walk.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.geo.LonLat;

class FootTripsTest {

    private static final Path DATA = Path.of("..", "shared", "data", "osm");

    private static FootNetwork town;

    private final Path directory;

    FootTripsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeAll
    static void importTown(@TempDir Path shared) {
        town = FootNetwork.open(GridTown.file(shared), shared.resolve("graph"));
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void distancesOnALevelGridAreSumsOfBothAxes(long seed) {
        var random = new SplittableRandom(seed);
        double[][] at = Stream.generate(() -> new double[] {random.nextInt(7), random.nextInt(5)})
                .limit(25)
                .toArray(double[][]::new);

        FootTrips trips =
                trips(town, Stream.of(at).map(p -> GridTown.at(p[0], p[1])).toList(), FootProfile.EVERYONE);

        for (int from = 0; from < at.length; from++) {
            for (int to = 0; to < at.length; to++) {
                double metres = 100 * (Math.abs(at[from][0] - at[to][0]) + Math.abs(at[from][1] - at[to][1]));
                assertThat(trips.metres(from, to)).isCloseTo((int) metres, within(1));
                assertThat(trips.seconds(from, to)).isCloseTo((int) (metres * 0.9), within(2));
            }
        }
    }

    /** Where no way is preferred; else the detour by a third place may be quicker than the pleasant way. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noDetourIsQuickerThanTheWayItself(long seed) {
        FootTrips trips = trips(town, scattered(30, seed), FootProfile.EVERYONE);

        for (int a = 0; a < 30; a++) {
            for (int b = 0; b < 30; b++) {
                for (int c = 0; c < 30; c++) {
                    assertThat(trips.seconds(a, c))
                            .as("seed %d: %d by %d to %d", seed, a, b, c)
                            .isLessThanOrEqualTo(trips.seconds(a, b) + trips.seconds(b, c) + 1);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void tableAgreesWithLegsThereAndBack(boolean stepFree, boolean preferLit) {
        assertAgreesWithLegs(trips(town, scattered(20, 4), new FootProfile(stepFree, preferLit)), 20, stepFree);
    }

    @Tag("reference")
    @ParameterizedTest
    @CsvSource({"stockholm-2020.osm.pbf, 18.072, 59.338", "malmo-2013.osm.pbf, 13.028, 55.601"})
    void tableAgreesWithLegsThereAndBackInATown(String name, double lonDeg, double latDeg) {
        var random = new SplittableRandom(5);
        List<LonLat> places = Stream.generate(() -> new LonLat(
                        lonDeg + random.nextDouble(-0.012, 0.012), latDeg + random.nextDouble(-0.007, 0.007)))
                .limit(41)
                .toList();
        try (var network = FootNetwork.open(DATA.resolve(name), directory)) {
            for (FootProfile profile : FootProfile.ALL) {
                assertAgreesWithLegs(trips(network, places, profile), places.size(), profile.stepFree());
            }
        }
    }

    @Test
    void wayForOneDirectionIsRespected() {
        var sketch = new SketchTown()
                .way("highway=footway;oneway:foot=yes", 0, 0, 4, 0)
                .way("highway=footway", 0, 0, 0, 1, 4, 1, 4, 0)
                .comb(0, 0);
        try (var network = sketch.open(directory)) {
            FootTrips trips = trips(network, List.of(GridTown.at(0, 0), GridTown.at(4, 0)), FootProfile.EVERYONE);

            assertThat(trips.metres(0, 1)).isCloseTo(400, within(1));
            assertThat(trips.metres(1, 0)).isCloseTo(600, within(1));
        }
    }

    @Test
    void placesInTheSameSpotHaveAnEmptyLeg() {
        FootTrips trips = trips(
                town, List.of(GridTown.at(1.5, 0), GridTown.at(1.5, -0.1), GridTown.at(4, 0)), FootProfile.EVERYONE);

        FootLeg leg = trips.leg(0, 1);

        assertThat(trips.seconds(0, 1)).isZero();
        assertThat(leg.metres()).isZero();
        assertThat(leg.line()).hasSize(2).containsOnly(trips.position(0));
        assertThat(leg.steps()).singleElement().satisfies(step -> {
            assertThat(step.text().sv()).isEqualTo("Framme");
            assertThat(step.position()).isEqualTo(trips.position(0));
        });
    }

    @Test
    void placesAnywhereOnEarthAreTold() {
        List<LonLat> places = List.of(
                GridTown.at(0, 0),
                new LonLat(-70.6, -33.4),
                new LonLat(151.2, -33.9),
                new LonLat(180, 90),
                new LonLat(-180, -90),
                new LonLat(16.5, 0));

        for (FootProfile profile : FootProfile.ALL) {
            FootTrips trips = trips(town, places, profile);
            for (int place = 1; place < places.size(); place++) {
                assertThat(trips.offMetres(place).orElse(Double.POSITIVE_INFINITY))
                        .as("%s", places.get(place))
                        .isGreaterThan(1_000_000);
            }
        }
    }

    @Test
    void noPlaceAtAllIsNoFault() {
        FootTrips trips = trips(town, List.of(), FootProfile.EVERYONE);

        assertThatThrownBy(() -> trips.seconds(0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static void assertAgreesWithLegs(FootTrips trips, int size, boolean stepFree) {
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                assertThat(trips.seconds(from, to)).isEqualTo(trips.seconds(to, from));
                assertThat(trips.metres(from, to)).isEqualTo(trips.metres(to, from));
                if (trips.seconds(from, to) == FootTrips.NO_WAY) {
                    continue;
                }
                FootLeg leg = trips.leg(from, to);
                assertThat(leg.seconds()).isEqualTo(trips.seconds(from, to));
                assertThat(leg.metres()).isEqualTo(trips.metres(from, to));
                assertThat(leg.litMetres()).isBetween(0, leg.metres());
                assertThat(leg.stepMetres()).isBetween(0, stepFree ? 0 : leg.metres());
                assertThat(leg.line().get(0)).isEqualTo(trips.position(from));
                assertThat(leg.line().get(leg.line().size() - 1)).isEqualTo(trips.position(to));
                assertStepsAddUp(leg);
            }
        }
    }

    private static void assertStepsAddUp(FootLeg leg) {
        assertThat(leg.steps().stream().mapToInt(FootStep::metres).sum()).isEqualTo(leg.metres());
        assertThat(leg.steps().stream().mapToInt(FootStep::seconds).sum()).isEqualTo(leg.seconds());
        assertThat(leg.line())
                .containsAll(leg.steps().stream().map(FootStep::position).toList());
        assertThat(leg.steps()).allSatisfy(step -> {
            assertThat(step.metres()).isNotNegative();
            assertThat(step.text().sv()).isNotBlank().doesNotContainPattern("(?i)\\bkör");
            assertThat(step.text().en()).isNotBlank().doesNotContainPattern("(?i)\\bdrive\\b");
        });
    }

    /** On or beside the streets, not beyond them. */
    private static List<LonLat> scattered(int count, long seed) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> GridTown.at(random.nextDouble(6), random.nextDouble(4)))
                .toList();
    }

    private static FootTrips trips(FootNetwork network, List<LonLat> places, FootProfile profile) {
        return network.trips(places, profile, 4);
    }
}
