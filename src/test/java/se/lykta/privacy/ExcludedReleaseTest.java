package se.lykta.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.lykta.db.TestDatabase;
import se.lykta.place.snap.SnapPoints;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/** What staff excluded from analysis, and the public release. */
class ExcludedReleaseTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T10:00:00Z"), ZoneOffset.UTC);
    private static final int JUNE = (int) (Instant.parse("2026-06-10T20:00:00Z").getEpochSecond() / 60);

    private final Taxonomy taxonomy = Taxonomy.load();
    private final Map<Long, ReportPoint> reports = new TreeMap<>();
    private TestDatabase database;
    private Release release;
    private ReleaseFeed feed;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        var jdbi = database.database().jdbi();
        var snapPoints = SnapPoints.withoutMunicipality();
        release =
                new Release(jdbi, reader -> reports.values().forEach(reader), () -> snapPoints, taxonomy, ZONE, CLOCK);
        feed = new ReleaseFeed(jdbi, taxonomy);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsExcludedIsNotReleased() {
        insert(5);
        exclude(5, true);
        release.update();
        assertThat(points()).isEmpty();

        exclude(5, false);
        release.update();

        assertThat(points()).hasSize(5);
    }

    @Test
    void whatWasReleasedBeforeItWasExcludedIsTakenBackAtNightOnly() {
        insert(10);
        release.update();
        exclude(1, true);

        release.update();
        assertThat(points()).hasSize(10);

        release.updateAndWithdrawExcluded();
        assertThat(points()).isEmpty();
    }

    private void insert(int count) {
        long cause = taxonomy.getCause("A11").mask();
        for (long id = 1; id <= count; id++) {
            reports.put(
                    id,
                    new ReportPoint(
                            id,
                            16.32,
                            62.39,
                            cause,
                            JUNE,
                            Source.RESIDENT,
                            ReportState.PUBLISHED,
                            Light.DARK,
                            1000 + id));
        }
    }

    /** Excludes the reports from an id on, or counts them again. */
    private void exclude(long firstId, boolean isExcluded) {
        reports.replaceAll((id, report) -> id >= firstId ? report.withExcluded(isExcluded) : report);
    }

    private List<ReportPoint> points() {
        List<ReportPoint> points = new ArrayList<>();
        feed.forEachPoint(points::add);
        return points;
    }
}
