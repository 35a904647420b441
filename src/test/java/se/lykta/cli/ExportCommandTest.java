package se.lykta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.db.TestDatabase;
import se.lykta.place.area.AreaImport;
import se.lykta.place.osm.OsmImport;
import se.lykta.place.snap.SnapPointStore;
import se.lykta.place.snap.SnapScale;

/** {@code lykta export} of snap points, with the demo municipality. */
class ExportCommandTest {

    private static final Path DATA = Path.of("data", "demo");

    @TempDir
    static Path directory;

    private static TestDatabase database;

    private final StringWriter told = new StringWriter();
    private final Path file = directory.resolve("points.geojson");

    @BeforeAll
    static void importTown() throws IOException {
        database = TestDatabase.create();
        new AreaImport(database.database().jdbi())
                .run(
                        Files.readAllBytes(DATA.resolve("areas.geojson")),
                        new AreaImport.Options(null, ZoneId.of("Europe/Stockholm")));
        new OsmImport(database.database().jdbi(), directory).run(DATA.resolve("ljusbro.osm"), share -> {});
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void snapPointsOfAScaleAreAFile() throws IOException {
        int code = export("snap-points.geojson", "--filter", "scale=quarter");

        long expected = new SnapPointStore(database.database().jdbi())
                .list().stream()
                        .filter(point -> point.scale() == SnapScale.QUARTER)
                        .count();
        JsonNode features = new JsonMapper().readTree(file.toFile()).path("features");
        assertThat(code).as(told.toString()).isZero();
        assertThat(told.toString()).contains(expected + " features in " + file);
        assertThat(features).hasSize((int) expected).isNotEmpty();
        assertThat(features)
                .allMatch(point -> point.at("/properties/scale").asText().equals("quarter"));
    }

    @Test
    void hotspotsAreRankedAsAsked() throws IOException {
        int code = export("hotspots.geojson", "--filter", "by=group", "--filter", "weight=recency,severity");

        JsonNode method = new JsonMapper().readTree(file.toFile()).path("method");
        assertThat(code).as(told.toString()).isZero();
        assertThat(method.path("by").asText()).isEqualTo("group");
        assertThat(method.at("/weights/halfLife").asInt()).isEqualTo(180);
        assertThat(method.at("/weights/severity")).isNotEmpty();
    }

    @Test
    void thereIsNoPublicFileOfThem() {
        assertThat(export("snap-points.geojson", "--public")).isEqualTo(1);

        assertThat(told.toString()).contains("sign-in-required");
        assertThat(file).doesNotExist();
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatTheLayerDoesNotKnowIsRefused() {
        assertThat(export("snap-points.geojson", "--filter", "cause=A11")).isEqualTo(1);
        assertThat(export("reports.geojson", "--filter", "scale=street")).isEqualTo(1);
        assertThat(export("snap-points.geojson", "--filter", "scale=city")).isEqualTo(1);
        assertThat(export("hotspots.geojson", "--filter", "by=street")).isEqualTo(1);
        assertThat(export("nothing.geojson")).isEqualTo(1);

        assertThat(told.toString())
                .contains("unknown parameter, allowed are: scale")
                .contains("unknown parameter, allowed are: area")
                .contains("'city' is not street, quarter or district")
                .contains("'street' is not all or group")
                .contains("known are: hotspots, reports, snap-points");
        assertThat(file).doesNotExist();
    }

    private int export(String... arguments) {
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("--out", file.toString()))
                .toArray(String[]::new);
        return new CommandCall(database.settings(), directory).run(told, "export", all);
    }
}
