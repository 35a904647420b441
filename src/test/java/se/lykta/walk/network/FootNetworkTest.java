package se.lykta.walk.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.http.ApiException;

class FootNetworkTest {

    private static FootNetwork town;

    private final Path directory;

    FootNetworkTest(@TempDir Path directory) {
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

    @Test
    void distanceOnTheGridIsTheSumOfBothAxes() {
        var trips = town.trips(List.of(GridTown.at(0, 0), GridTown.at(4, 3)), FootProfile.EVERYONE, 4);

        assertThat(trips.metres(0, 1)).isCloseTo(700, within(1));
        assertThat(trips.seconds(0, 1)).isCloseTo(630, within(2));
        assertThat(trips.metres(1, 0)).isEqualTo(trips.metres(0, 1));
        assertThat(trips.seconds(0, 0)).isZero();
    }

    @Test
    void timeFollowsTheSpeedOfTheGroup() {
        var places = List.of(GridTown.at(0, 0), GridTown.at(5, 0));

        assertThat(town.trips(places, FootProfile.EVERYONE, 5).seconds(0, 1)).isCloseTo(360, within(1));
        assertThat(town.trips(places, FootProfile.EVERYONE, 2).seconds(0, 1)).isCloseTo(900, within(2));
    }

    @Test
    void stepFreeWayGoesRoundByTheRamp() {
        var places = List.of(GridTown.at(3, 4), GridTown.at(3, 5));

        var everyone = town.trips(places, FootProfile.EVERYONE, 4);
        var stepFree = town.trips(places, FootProfile.STEP_FREE, 4);

        assertThat(everyone.metres(0, 1)).isCloseTo(100, within(1));
        assertThat(stepFree.metres(0, 1)).isCloseTo(700, within(1));
        assertThat(everyone.seconds(0, 1))
                .as("steps take longer than the level way")
                .isGreaterThan(100);
    }

    @Test
    void stepFreePlaceIsNotJoinedToSteps() {
        var half = List.of(GridTown.at(3, 4.4));

        assertThat(town.trips(half, FootProfile.EVERYONE, 4).offMetres(0)).hasValueCloseTo(0.0, within(0.5));
        assertThat(town.trips(half, FootProfile.STEP_FREE, 4).offMetres(0)).hasValueCloseTo(40.0, within(0.5));
    }

    @Test
    void placeBesideAWayIsJoinedWithItsDistance() {
        var trips = town.trips(List.of(GridTown.at(2.5, -1.07), GridTown.at(0, 0)), FootProfile.EVERYONE, 4);

        assertThat(trips.offMetres(0)).hasValueCloseTo(107.0, within(0.5));
        assertThat(trips.metres(0, 1)).isCloseTo(250, within(1));
    }

    @Test
    void islandIsOutOfReach() {
        var trips = town.trips(List.of(GridTown.at(0, 0), GridTown.at(21, 1)), FootProfile.EVERYONE, 4);

        assertThat(trips.offMetres(1)).hasValueCloseTo(0.0, within(0.5));
        assertThat(trips.seconds(0, 1)).isEqualTo(FootTrips.NO_WAY);
        assertThatThrownBy(() -> trips.leg(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void placeFarAwayIsJoinedWithItsDistance() {
        var trips = town.trips(List.of(GridTown.at(0, 0), GridTown.at(0, 400)), FootProfile.EVERYONE, 4);

        assertThat(trips.offMetres(1)).hasValueCloseTo(39_500.0, within(5.0));
    }

    @Test
    void legFollowsTheStreetsAndKnowsWhatIsLit() {
        var trips = town.trips(List.of(GridTown.at(0, 0), GridTown.at(6, 0)), FootProfile.EVERYONE, 4);

        FootLeg leg = trips.leg(0, 1);

        assertThat(leg.metres()).isEqualTo(trips.metres(0, 1)).isCloseTo(600, within(1));
        assertThat(leg.seconds()).isEqualTo(trips.seconds(0, 1));
        assertThat(leg.litMetres()).isCloseTo(600, within(1));
        assertThat(leg.line()).hasSize(7);
        assertThat(leg.line().get(0).lonDeg()).isCloseTo(16.5, within(1e-6));
    }

    @Test
    void unlitStreetIsNotLit() {
        var trips = town.trips(List.of(GridTown.at(0, 4), GridTown.at(6, 4)), FootProfile.EVERYONE, 4);

        assertThat(trips.leg(0, 1).litMetres()).isZero();
    }

    @Test
    void sameFileIsImportedOnceAndAChangedOneAgain() throws IOException {
        Path file = GridTown.file(directory);
        Path graphs = directory.resolve("graph");
        FootNetwork.open(file, graphs).close();
        List<Path> first = graphs(graphs);

        FootNetwork.open(file, graphs).close();
        assertThat(graphs(graphs)).isEqualTo(first);

        Files.writeString(file, Files.readString(file).replace("lit\" v=\"no", "lit\" v=\"yes"));
        try (var changed = FootNetwork.open(file, graphs)) {
            assertThat(graphs(graphs)).hasSize(1).isNotEqualTo(first);
            var trips = changed.trips(List.of(GridTown.at(0, 4), GridTown.at(6, 4)), FootProfile.EVERYONE, 4);
            assertThat(trips.leg(0, 1).litMetres()).isCloseTo(600, within(1));
        }
    }

    @Test
    void packedFileIsRead() throws IOException {
        Path file = directory.resolve("town.osm.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            Files.copy(GridTown.file(directory), out);
        }

        try (var network = FootNetwork.open(file, directory.resolve("graph"))) {
            assertThat(network.nodeCount())
                    .as("junctions; the terrace has four bends")
                    .isEqualTo(42 + 16 - 4);
        }
    }

    @Test
    void cutOffFileIsRefusedAndLeavesNothing() throws IOException {
        Path file = GridTown.file(directory);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 100));

        assertRefused(file, "osm-file-unreadable");
        assertThat(graphs(directory.resolve("graph"))).isEmpty();
    }

    @Test
    void foreignFileIsRefused() throws IOException {
        Path picture = Files.write(directory.resolve("town.osm.pbf"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3});
        Path page = Files.writeString(directory.resolve("page.osm"), "<html><body>404</body></html>");
        Path empty = Files.createFile(directory.resolve("empty.osm"));

        assertRefused(picture, "osm-file-unreadable");
        assertRefused(page, "osm-file-unreadable");
        assertRefused(empty, "osm-file-unreadable");
    }

    @Test
    void missingFileAndFileWithoutPathsAreRefused() throws IOException {
        assertRefused(directory.resolve("none.osm"), "osm-file-missing");
        Path desert = Files.writeString(
                directory.resolve("desert.osm"),
                "<?xml version='1.0'?><osm version='0.6'><node id='1' lat='59' lon='16'/></osm>");
        assertRefused(desert, "osm-without-paths");
    }

    private void assertRefused(Path file, String code) {
        assertThatThrownBy(() -> FootNetwork.open(file, directory.resolve("graph")))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static List<Path> graphs(Path directory) throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.filter(Files::isDirectory).sorted().toList();
        }
    }
}
