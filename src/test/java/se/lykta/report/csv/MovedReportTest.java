package se.lykta.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.db.TestDatabase;
import se.lykta.report.Drafts;
import se.lykta.report.exclusion.Exclusions;
import se.lykta.report.exclusion.Reason;

/** A file that comes again and corrects the place of excluded reports. */
class MovedReportTest {

    private static final String FILE = """
            external_id,occurred_at,lon,lat,causes,source
            a1,2025-10-03T21:30,15.1,%s,A11,police
            a2,2025-10-03T21:30,15.1,56.1,A11,police
            """;

    @TempDir
    private Path directory;

    @Test
    void aReportThatIsMovedCountsAgainAndOneThatStaysDoesNot() throws IOException {
        try (TestDatabase test = TestDatabase.create()) {
            Jdbi jdbi = test.database().jdbi();
            run(jdbi, "56.1");
            var reason = new Reason("f1", "burst", "sv", "en", 1, Optional.empty(), false);
            new Exclusions(jdbi, Clock.systemUTC()).exclude(reason, new long[] {1, 2}, "role:staff");

            run(jdbi, "56.15");

            List<String> excluded = jdbi.withHandle(handle -> handle.createQuery(
                            "SELECT concat(external_id, excluded) FROM report ORDER BY external_id")
                    .mapTo(String.class)
                    .list());
            assertThat(excluded).containsExactly("a1f", "a2t");
        }
    }

    private void run(Jdbi jdbi, String lat) throws IOException {
        Path file = Files.writeString(directory.resolve("reports.csv"), FILE.formatted(lat));
        var importer = new ReportImport(jdbi, Drafts.TAXONOMY, Drafts.SQUARE, Drafts.CLOCK, new SecureRandom());
        assertThat(importer.run(file, ImportOptions.of("test", Drafts.ZONE), ImportProgress.SILENT)
                        .written())
                .isTrue();
    }
}
