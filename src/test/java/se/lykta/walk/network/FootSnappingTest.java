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

class FootSnappingTest {

    private final Path directory;

    FootSnappingTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** A piece apart runs along y = 3, the street of the larger piece along y = 3 - gap. */
    @ParameterizedTest
    @CsvSource({"0.1, 9, true", "0.2, 17, true", "0.2, 19, false"})
    void placeBesideAPieceApartIsJoinedToTheStreetIfThatIsAsNear(double gap, int streetMetres, boolean connected) {
        var town = new SketchTown()
                .comb(0, 0)
                .comb(11, 0)
                .way("highway=footway", 0, 0, 0, 3 - gap, -11, 3 - gap)
                .way("highway=footway", 0, 3, -5, 3)
                .comb(-5, 4)
                .way("highway=footway", -5, 3, -5, 4);
        LonLat place = GridTown.at(-2.5, 3 - gap + streetMetres / 100.0);
        try (var network = town.open(directory)) {
            var trips = network.trips(List.of(GridTown.at(0, 0), place), FootProfile.EVERYONE, 4);

            assertThat(trips.seconds(0, 1) != FootTrips.NO_WAY).isEqualTo(connected);
            assertThat(trips.offMetres(1))
                    .hasValueCloseTo(connected ? (double) streetMetres : 100 * gap - streetMetres, within(0.5));
        }
    }

    @Test
    void smallPieceIsNoWay() {
        var town = new SketchTown().comb(0, 0).way("highway=footway", 0, 2, -5, 2);
        try (var network = town.open(directory)) {
            var trips = network.trips(List.of(GridTown.at(-2.5, 2)), FootProfile.EVERYONE, 4);

            assertThat(trips.offMetres(0)).hasValueCloseTo(200.0, within(1.0));
        }
    }

    @Test
    void stepFreePlaceIsJoinedToWhatWheelsCanUse() {
        var town = new SketchTown()
                .comb(0, 0)
                .way("highway=steps", 0, 0, 0, 1)
                .way("highway=footway;wheelchair=no", 0, 0, 2, 0);
        var places = List.of(GridTown.at(0, 0.6), GridTown.at(0.9, 0));
        try (var network = town.open(directory)) {
            var everyone = network.trips(places, FootProfile.EVERYONE, 4);
            var stepFree = network.trips(places, new FootProfile(true, true), 4);

            assertThat(everyone.offMetres(0)).hasValueCloseTo(0.0, within(0.5));
            assertThat(everyone.offMetres(1)).hasValueCloseTo(0.0, within(0.5));
            assertThat(stepFree.offMetres(0)).hasValueCloseTo(60.0, within(0.5));
            assertThat(stepFree.offMetres(1)).hasValueCloseTo(90.0, within(0.5));
        }
    }
}
