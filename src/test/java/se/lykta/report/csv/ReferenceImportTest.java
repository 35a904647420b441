package se.lykta.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.lykta.db.TestDatabase;
import se.lykta.report.ChangeFeed;
import se.lykta.report.Drafts;
import se.lykta.report.ReportPoint;

/** Real incident points of two cities, from the shared data beside the project; their README tells the numbers. */
@Tag("reference")
class ReferenceImportTest {

    private static final Path DATA = Path.of("..", "shared", "data", "hotspots");

    @Test
    void memphisArrivesInFullAndOnce() {
        var options = options("memphis", "America/Chicago", Map.of("personal robbery", "D14"));
        try (TestDatabase database = TestDatabase.create()) {
            ImportResult result = run(database, "memphis_robberies_2019.csv", options);
            ImportResult again = run(database, "memphis_robberies_2019.csv", options);

            assertThat(result.created()).isEqualTo(2245);
            assertThat(result.faulty()).isZero();
            assertThat(again.unchanged()).isEqualTo(2245);
            List<ReportPoint> points = new ArrayList<>();
            new ChangeFeed(database.database().jdbi(), Drafts.TAXONOMY, Drafts.ZONE).forEachPoint(points::add);
            assertThat(points)
                    .hasSize(2245)
                    .extracting(ReportPoint::causes)
                    .containsOnly(Drafts.TAXONOMY.mask(List.of("D14")));
        }
    }

    @Test
    void avonAndSomersetArrivesInFull() {
        var options = options("avon", "Europe/London", Map.of());
        try (TestDatabase database = TestDatabase.create()) {
            ImportResult result = run(database, "avon_somerset_2023_2024.csv", options);

            assertThat(result.created()).isEqualTo(304_927);
            assertThat(result.faulty()).isZero();
        }
    }

    private static ImportOptions options(String origin, String zone, Map<String, String> causes) {
        return ImportOptions.of(origin, ZoneId.of(zone))
                .withColumns(Map.of("external_id", "id", "occurred_at", "timestamp", "causes", "category"))
                .withConstants(Map.of("source", "police"))
                .withCauses(causes, Optional.of("E19"));
    }

    private static ImportResult run(TestDatabase database, String name, ImportOptions options) {
        Path file = DATA.resolve(name);
        assertThat(Files.isRegularFile(file)).as("reference data at %s", file).isTrue();
        var reportImport = new ReportImport(
                database.database().jdbi(), Drafts.TAXONOMY, Optional::empty, Drafts.CLOCK, new SecureRandom());
        return reportImport.run(file, options, ImportProgress.SILENT);
    }
}
