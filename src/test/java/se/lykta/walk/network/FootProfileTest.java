package se.lykta.walk.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.geo.LonLat;

/**
 * Two ways lead from A to B: a direct one of 400 m, and one that goes round by h hundred metres to the north and back.
 */
class FootProfileTest {

    private static final LonLat A = GridTown.at(0, 0);
    private static final LonLat B = GridTown.at(4, 0);

    private final Path directory;

    FootProfileTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @CsvSource({
        "lit=no, lit=yes, 1, false, 400",
        "lit=no, lit=yes, 1, true, 600",
        "lit=no, lit=limited, 1, true, 600",
        "lit=no, lit=yes, 3, true, 400",
        "layer=0, lit=yes, 0.4, true, 480",
        "layer=0, lit=yes, 1, true, 400",
        "lit=no, layer=0, 1, true, 600",
        "lit=no, layer=0, 1.5, true, 400",
        "lit=no, layer=0, 0.4, true, 480",
        "layer=0, lit=no, 0.4, true, 400",
        "lit=yes, lit=yes, 0.4, true, 400"
    })
    void litWaysArePreferredWithinReason(String direct, String round, double h, boolean preferLit, int metres) {
        var profile = new FootProfile(false, preferLit);

        assertWay("highway=footway;" + direct, "highway=footway;" + round, h, profile, metres);
    }

    @ParameterizedTest
    @CsvSource({
        "surface=asphalt, surface=asphalt, 1, 400",
        "surface=gravel, surface=asphalt, 3, 1000",
        "surface=gravel, surface=asphalt, 9, 400",
        "surface=sett, surface=asphalt, 1, 600",
        "surface=sett, surface=asphalt, 3, 400",
        "wheelchair=no, surface=asphalt, 9, 2200",
        "highway=steps, surface=asphalt, 9, 2200",
        "highway=steps, surface=sand, 9, 2200"
    })
    void stepFreeWaysAreFirm(String direct, String round, double h, int metres) {
        String first = direct.startsWith("highway") ? direct : "highway=footway;" + direct;

        assertWay(first, "highway=footway;" + round, h, FootProfile.STEP_FREE, metres);
    }

    @Test
    void surfaceIsNoMatterForEveryone() {
        assertWay("highway=footway;surface=sand", "highway=footway;lit=yes", 1, FootProfile.EVERYONE, 400);
    }

    @ParameterizedTest
    @CsvSource({"true, false, 400", "false, true, 600", "true, true, 400", "false, false, 400"})
    void wheelsCountForMoreThanLight(boolean stepFree, boolean preferLit, int metres) {
        assertWay(
                "highway=footway;lit=no",
                "highway=footway;lit=yes;surface=sand",
                1,
                new FootProfile(stepFree, preferLit),
                metres);
    }

    @Test
    void stileAcrossTheWayStopsWheels() {
        var town = new SketchTown()
                .way("highway=footway", 0, 0, 2, 0, 4, 0)
                .way("highway=footway", 0, 0, 0, 1, 4, 1, 4, 0)
                .point("barrier=stile", 2, 0)
                .comb(0, 0);
        try (var network = town.open(directory)) {
            assertThat(metres(network, FootProfile.EVERYONE)).isCloseTo(400, within(1));
            assertThat(metres(network, FootProfile.STEP_FREE)).isCloseTo(600, within(1));
        }
    }

    @Test
    void timeIsWhatItTakesAndNotWhatItIsWorth() {
        try (var network = town("highway=footway;lit=no", "highway=footway;lit=yes", 1)) {
            var trips = network.trips(List.of(A, B), new FootProfile(false, true), 4);

            assertThat(trips.seconds(0, 1)).isCloseTo(540, within(2));
        }
    }

    @Test
    void darkWayIsWalkedWhereThereIsNoOther() {
        var town = new SketchTown().way("highway=footway;lit=no", 0, 0, 4, 0).comb(0, 0);
        try (var network = town.open(directory)) {
            assertThat(metres(network, new FootProfile(true, true))).isCloseTo(400, within(1));
        }
    }

    @Test
    void placeAboveStepsIsOutOfReachWithoutThem() {
        var town = new SketchTown()
                .way("highway=steps", 0, 0, 0, 1)
                .comb(0, 0)
                .comb(0, 3)
                .way("highway=footway", 0, 1, 0, 3);
        var places = List.of(GridTown.at(-2, 0), GridTown.at(-2, 3));
        try (var network = town.open(directory)) {
            var everyone = network.trips(places, FootProfile.EVERYONE, 4);
            var stepFree = network.trips(places, FootProfile.STEP_FREE, 4);

            assertThat(everyone.metres(0, 1)).isCloseTo(700, within(1));
            assertThat(everyone.leg(0, 1).stepMetres()).isCloseTo(100, within(1));
            assertThat(stepFree.offMetres(1)).hasValueCloseTo(0.0, within(0.5));
            assertThat(stepFree.seconds(0, 1)).isEqualTo(FootTrips.NO_WAY);
            assertThat(stepFree.metres(1, 0)).isEqualTo(FootTrips.NO_WAY);
        }
    }

    private void assertWay(String direct, String round, double h, FootProfile profile, int metres) {
        try (var network = town(direct, round, h)) {
            assertThat(metres(network, profile)).isCloseTo(metres, within(2));
        }
    }

    private FootNetwork town(String direct, String round, double h) {
        return new SketchTown()
                .way(direct, 0, 0, 4, 0)
                .way(round, 0, 0, 0, h, 4, h, 4, 0)
                .comb(0, 0)
                .open(directory);
    }

    private static int metres(FootNetwork network, FootProfile profile) {
        return network.trips(List.of(A, B), profile, 4).metres(0, 1);
    }
}
