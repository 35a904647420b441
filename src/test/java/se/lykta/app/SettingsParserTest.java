package se.lykta.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

class SettingsParserTest {

    private static final Path HOME = Path.of("/home/åsa");

    @TempDir
    private Path folder;

    @Test
    void nothingSaidGivesTheDefaults() {
        Settings settings = SettingsParser.parse(Map.of("PATH", "/bin"), Map.of(), HOME, false);

        assertThat(settings.database()).isEmpty();
        assertThat(settings.dataDirectory()).isEqualTo(HOME.resolve(".local/share/lykta"));
        assertThat(settings.server().host()).isEqualTo("127.0.0.1");
        assertThat(settings.server().port()).isEqualTo(8080);
        assertThat(settings.staffToken()).isEmpty();
        assertThat(settings.metricCrs()).isEmpty();
    }

    @Test
    void rootKeepsItsDataWhereTheServerMayReadThem() {
        assertThat(SettingsParser.parse(Map.of(), Map.of(), Path.of("/root"), true)
                        .dataDirectory())
                .isEqualTo(Path.of("/var/lib/lykta"));
    }

    @Test
    void aFlagWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("lykta.properties"), "port=1\nhost=file\ntime-zone=Europe/Oslo\n");
        Map<String, String> environment =
                Map.of("LYKTA_SETTINGS", file.toString(), "LYKTA_PORT", "2", "LYKTA_HOST", "environment");

        Settings settings = SettingsParser.parse(environment, Map.of(SettingKey.PORT, "3"), HOME, false);

        assertThat(settings.server().port()).isEqualTo(3);
        assertThat(settings.server().host()).isEqualTo("environment");
        assertThat(settings.timeZone().getId()).isEqualTo("Europe/Oslo");
    }

    @Test
    void allFaultsAreToldAtOnceAndNoSecretIsRepeated() throws IOException {
        Path file = Files.writeString(folder.resolve("lykta.properties"), "colour=red\n");
        Map<String, String> environment = Map.of(
                "LYKTA_SETTINGS", file.toString(),
                "LYKTA_PROT", "1",
                "LYKTA_PORT", "70000",
                "LYKTA_TIME_ZONE", "Ljusbro",
                "LYKTA_METRIC_CRS", "EPSG:4326",
                "LYKTA_STAFF_TOKEN", "hemligt",
                "LYKTA_DATABASE_URL", "mysql://user:hemligt@host/db");

        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> SettingsParser.parse(environment, Map.of(), HOME, false));

        assertThat(failure.code()).isEqualTo("invalid-settings");
        assertThat(failure.faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder(
                        "colour", "LYKTA_PROT", "port", "time-zone", "metric-crs", "staff-token", "database-url");
        assertThat(failure.faults()).extracting(Fault::message).noneMatch(message -> message.contains("hemligt"));
    }

    @Test
    void secretsDoNotShowInText() {
        Map<String, String> environment = Map.of(
                "LYKTA_STAFF_TOKEN", "hemligt-hemligt-hemligt-hemligt",
                "LYKTA_DATABASE_URL", "postgresql://lykta:hemligt@db:5432/lykta");

        Settings settings = SettingsParser.parse(environment, Map.of(), HOME, false);

        assertThat(settings.toString()).doesNotContain("hemligt").contains("db:5432");
    }
}
