package se.lykta.walk.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.geo.LonLat;

class FootDirectionsTest {

    private final Path directory;

    FootDirectionsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void wayIsToldTurnByTurnInBothLanguages() {
        FootLeg leg = leg(5);

        assertThat(leg.steps().stream().map(step -> step.text().sv()))
                .containsExactly(
                        "Gå österut längs Storgatan",
                        "Sväng vänster in på Lillgatan",
                        "Sväng höger och ta trappan",
                        "Fortsätt längs gångvägen",
                        "Framme");
        assertThat(leg.steps().stream().map(step -> step.text().en()))
                .containsExactly(
                        "Walk east along Storgatan",
                        "Turn left onto Lillgatan",
                        "Turn right and take the steps",
                        "Continue along the path",
                        "You have arrived");
    }

    /** 5 km/h on level ways, 3 km/h on steps. */
    @ParameterizedTest
    @CsvSource({"5, 1", "2.5, 2", "4, 1.25"})
    void stepsHaveTheLengthAndTimeOfTheirWay(double speedKmh, double factor) {
        List<FootStep> steps = leg(speedKmh).steps();

        int[] metres = {200, 200, 100, 50, 0};
        int[] seconds = {144, 144, 120, 36, 0};
        for (int i = 0; i < metres.length; i++) {
            assertThat(steps.get(i).metres()).as("step %d", i).isCloseTo(metres[i], within(1));
            assertThat(steps.get(i).seconds()).as("step %d", i).isCloseTo((int) (seconds[i] * factor), within(2));
        }
    }

    @Test
    void stepsBeginWhereTheTurnIs() {
        List<LonLat> turns = leg(4).steps().stream().map(FootStep::position).toList();

        List<LonLat> corners = List.of(
                GridTown.at(0, 0), GridTown.at(2, 0), GridTown.at(2, 2), GridTown.at(3, 2), GridTown.at(3.5, 2));
        assertThat(turns).zipSatisfy(corners, (turn, corner) -> {
            assertThat(turn.lonDeg()).isCloseTo(corner.lonDeg(), within(1e-5));
            assertThat(turn.latDeg()).isCloseTo(corner.latDeg(), within(1e-5));
        });
    }

    @Test
    void legKnowsItsMetresOnSteps() {
        assertThat(leg(4).stepMetres()).isCloseTo(100, within(1));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, österut, east",
        "0.7, 0.7, åt nordost, northeast",
        "0, 1, norrut, north",
        "-0.7, 0.7, åt nordväst, northwest",
        "-1, 0.02, västerut, west",
        "-0.7, -0.7, åt sydväst, southwest",
        "0.02, -1, söderut, south",
        "0.7, -0.7, åt sydost, southeast"
    })
    void firstStepTellsTheDirection(double x, double y, String sv, String en) {
        var town = new SketchTown().comb(5, 5).way("highway=footway", 5, 5, 5 + x, 5 + y);
        try (var network = town.open(directory)) {
            FootStep first = network.trips(
                            List.of(GridTown.at(5, 5), GridTown.at(5 + x, 5 + y)), FootProfile.EVERYONE, 4)
                    .leg(0, 1)
                    .steps()
                    .get(0);

            assertThat(first.text().sv()).isEqualTo("Gå %s längs gångvägen", sv);
            assertThat(first.text().en()).isEqualTo("Walk %s along the path", en);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "highway=cycleway, cykelvägen, the cycleway",
        "highway=path, gångvägen, the path",
        "highway=pedestrian, gågatan, the pedestrian street",
        "highway=footway;footway=crossing, övergångsstället, the crossing",
        "highway=footway;footway=sidewalk, trottoaren, the pavement",
        "highway=footway;tunnel=yes, gångtunneln, the underpass",
        "highway=cycleway;bridge=yes, gångbron, the footbridge",
        "highway=residential, gatan, the street",
        "highway=residential;tunnel=yes, gatan, the street",
        "highway=service, infartsvägen, the access road",
        "highway=track, brukningsvägen, the track",
        "highway=tertiary;ref=116, väg 116, road 116",
        "highway=unclassified, vägen, the road",
        "highway=path;name=Banvallen, Banvallen, Banvallen"
    })
    void wayWithoutNameIsToldByItsKind(String tags, String sv, String en) {
        assertThat(turnOnto(tags)).isEqualTo("Sväng vänster in på %s / Turn left onto %s".formatted(sv, en));
    }

    @Test
    void namedStepsAreTakenToo() {
        assertThat(turnOnto("highway=steps;name=Långa trappan"))
                .isEqualTo("Sväng vänster och ta trappan Långa trappan / Turn left and take the steps Långa trappan");
    }

    /** Exits are not counted: on foot one goes round either way. */
    @ParameterizedTest
    @CsvSource({"highway=residential;name=Östra, Östra, Östra", "highway=footway, gångvägen, the path"})
    void roundaboutIsWalkedNotDriven(String exit, String sv, String en) {
        String ring = "highway=residential;junction=roundabout;name=Ringen;oneway=yes";
        var town = new SketchTown()
                .comb(-4, 0)
                .way("highway=residential;name=Västra", -4, 0, -1, 0)
                .way(ring, -1, 0, 0, -1, 1, 0, 0, 1, -1, 0)
                .way("highway=residential;name=Södra", 0, -1, 0, -3)
                .way(exit, 1, 0, 3, 0);
        try (var network = town.open(directory)) {
            FootLeg leg = network.trips(List.of(GridTown.at(-4, 0), GridTown.at(3, 0)), FootProfile.EVERYONE, 4)
                    .leg(0, 1);

            assertThat(leg.steps().stream()
                            .map(step -> step.text().sv() + " / " + step.text().en()))
                    .containsExactly(
                            "Gå österut längs Västra / Walk east along Västra",
                            "Följ rondellen till %s / Follow the roundabout to %s".formatted(sv, en),
                            "Framme / You have arrived");
        }
    }

    /** East along Storgatan, north along Lillgatan, east up steps and on along a footway. */
    private FootLeg leg(double speedKmh) {
        var town = new SketchTown()
                .way("highway=residential;name=Storgatan", -1, 0, 2, 0, 4, 0)
                .way("highway=residential;name=Lillgatan", 2, 0, 2, 2, 2, 4)
                .way("highway=steps", 2, 2, 3, 2)
                .way("highway=footway", 3, 2, 4, 2)
                .comb(-1, 0);
        try (var network = town.open(directory)) {
            return network.trips(List.of(GridTown.at(0, 0), GridTown.at(3.5, 2)), FootProfile.EVERYONE, speedKmh)
                    .leg(0, 1);
        }
    }

    private String turnOnto(String tags) {
        var town = new SketchTown()
                .comb(0, 0)
                .way("highway=residential;name=Storgatan", 0, 0, 2, 0, 4, 0)
                .way(tags, 2, 0, 2, 3);
        try (var network = town.open(directory)) {
            return network
                    .trips(List.of(GridTown.at(0, 0), GridTown.at(2, 3)), FootProfile.EVERYONE, 4)
                    .leg(0, 1)
                    .steps()
                    .stream()
                    .skip(1)
                    .limit(1)
                    .map(step -> step.text().sv() + " / " + step.text().en())
                    .collect(Collectors.joining());
        }
    }
}
