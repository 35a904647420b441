package se.lykta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import se.lykta.db.DatabaseSettings;
import se.lykta.db.TestDatabase;
import se.lykta.place.Area;
import se.lykta.place.PlaceStore;

/** The command as the launcher calls it: exit codes and what is said. */
class ImportAreasCommandTest {

    @TempDir
    static Path directory;

    private static TestDatabase database;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void importMap() {
        database.database().jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM osm_boundary");
            handle.execute("DELETE FROM area");
            handle.execute("""
                    INSERT INTO osm_boundary (osm_id, name, admin_level, geom) VALUES
                    (1, 'Storköpings kommun', 7, ST_Multi(ST_MakeEnvelope(14.0, 56.0, 14.4, 56.2, 4326))),
                    (2, 'Väst', 9, ST_Multi(ST_MakeEnvelope(14.0, 56.0, 14.2, 56.2, 4326))),
                    (3, 'Öst', 9, ST_Multi(ST_MakeEnvelope(14.2, 56.0, 14.4, 56.2, 4326))),
                    (4, 'Kvarteret', 10, ST_Multi(ST_MakeEnvelope(14.1, 56.1, 14.2, 56.2, 4326)))""");
        });
    }

    @Test
    void theDistrictsOfTheMapAreImported() {
        int code = run("--from-osm", "--name", "Storköping");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString()).isEqualTo("Storköping with 2 areas\n");
    }

    @Test
    void theLevelMayBeChosen() {
        assertThat(run("--from-osm", "--level", "10")).isZero();

        assertThat(names()).containsExactly("Kvarteret");
    }

    @Test
    void aMapWithoutDistrictsSaysWhatToDo() {
        database.database()
                .jdbi()
                .useHandle(handle -> handle.execute("DELETE FROM osm_boundary WHERE admin_level > 7"));

        assertThat(run("--from-osm")).isZero();

        assertThat(out.toString())
                .startsWith("Storköpings kommun with 0 areas\n")
                .contains("draw areas on the map");
    }

    @Test
    void aFileIsImportedAsBefore() throws IOException {
        Path file = Files.writeString(directory.resolve("areas.geojson"), """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Norr"},
                "geometry":{"type":"Polygon","coordinates":[[[14,56],[14.5,56],[14.5,57],[14,57],[14,56]]]}}]}""");

        assertThat(run(file.toString(), "--name", "Provköping")).isZero();

        assertThat(out.toString()).isEqualTo("Provköping with 1 areas\n");
        assertThat(names()).containsExactly("Norr");
    }

    @Test
    void whatTheMapDoesNotHoldIsAProblemAndNoTrace() {
        int code = run("--from-osm", "--name", "Malmö");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("lykta: no municipality of the imported map is called Malmö; there are: Storköpings kommun"
                        + " (municipality-not-in-osm)\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'', give a FILE or --from-osm",
        "a.geojson --from-osm, FILE and --from-osm exclude each other: give one",
        "a.geojson --level 9, --level goes with --from-osm: a FILE has no levels",
        "'--from-osm --level 7', '--level 7 is no level of areas, allowed are 8 to 12'",
        "--from-osm --level nine, Invalid value for option '--level': 'nine' is not an int"
    })
    void aWrongCallIsToldBeforeAnythingIsOpened(String call, String message) {
        var line = Main.commandLine().setErr(new PrintWriter(err, true));

        int code = line.execute(("import-areas " + call).strip().split(" "));

        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).startsWith(message).contains("Usage: lykta import-areas");
    }

    private int run(String... arguments) {
        DatabaseSettings at = database.settings();
        String url =
                "postgresql://%s:%s@%s:%d/%s".formatted(at.user(), at.password(), at.host(), at.port(), at.database());
        List<String> all = new ArrayList<>(List.of("import-areas"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--database-url", url, "--data-dir", directory.toString()));
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private static List<String> names() {
        return new PlaceStore(database.database().jdbi())
                .listAreas().stream().map(Area::name).toList();
    }
}
