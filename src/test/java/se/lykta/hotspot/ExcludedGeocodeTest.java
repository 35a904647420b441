package se.lykta.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.lykta.account.Audience;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.audit.Audit;
import se.lykta.hotspot.audit.AuditPoints;
import se.lykta.hotspot.audit.Code;
import se.lykta.hotspot.audit.Finding;
import se.lykta.index.Filter;
import se.lykta.index.IndexSync;
import se.lykta.index.Indexes;
import se.lykta.privacy.ReleaseFeed;
import se.lykta.report.ChangeFeed;
import se.lykta.report.ReportPoint;
import se.lykta.report.exclusion.Exclusions;
import se.lykta.report.exclusion.Reason;

/** Goal G10: the default geocode is found first, and the hotspots after its exclusion are those of the clean data. */
class ExcludedGeocodeTest {

    private static final long SEED = 1_510;
    private static final int PLACES = 5;
    private static final int CLEAN = 850;
    private static final int DIRTY = 150;

    /** What a hotspot says, but for the rows of the snapshot it was found in. */
    private record Said(Object id, Object standing, Object name, Object explanation, Object place, Object facts) {

        static List<Said> of(Hotspots hotspots) {
            return hotspots.list().stream()
                    .map(one -> new Said(
                            one.id(),
                            one.standing(),
                            one.name(),
                            one.explanation(),
                            List.of(one.centre(), one.outline(), one.emergence()),
                            one.facts()))
                    .toList();
        }
    }

    @Test
    void hotspotsAfterTheExclusionAreThoseOfTheCleanDataAndAfterUndoingThoseOfTheDirty() {
        try (TestDatabase test = TestDatabase.create()) {
            Jdbi jdbi = test.database().jdbi();
            var feed = new ChangeFeed(jdbi, Town.TAXONOMY, Town.ZONE);
            var indexes = new Indexes();
            try (IndexSync sync = new IndexSync(feed, new ReleaseFeed(jdbi, Town.TAXONOMY), indexes)) {
                var random = new Random(SEED);
                insertPlaces(jdbi, random);
                sync.load();
                Hotspots clean = find(indexes);
                LonLat hall = Town.at(5000, 5000);
                insertDefaults(jdbi, hall, random);
                sync.catchUp();
                Hotspots dirty = find(indexes);
                assertThat(clean.list()).as("seed %d", SEED).hasSize(PLACES);
                assertThat(Said.of(dirty)).isNotEqualTo(Said.of(clean));

                List<ReportPoint> points = points(feed);
                Finding first = Audit.findings(audited(points)).get(0);
                assertThat(first.code()).isEqualTo(Code.DEFAULT_GEOCODE);
                assertThat(first.reports()).isEqualTo(DIRTY);
                var exclusions = new Exclusions(jdbi, Clock.systemUTC());
                long id = exclusions
                        .exclude(reason(first, hall), ids(first, points), "role:staff")
                        .id();
                sync.catchUp();
                Hotspots without = find(indexes);
                assertThat(Said.of(without)).isEqualTo(Said.of(clean));
                assertThat(without.total()).isEqualTo(clean.total());
                assertThat(without.window()).isEqualTo(clean.window());
                assertThat(sync.compare().isEqual()).isTrue();
                assertThat(indexes.snapshot(Audience.STAFF).size()).isEqualTo(CLEAN + DIRTY);

                exclusions.undo(id, "role:staff");
                sync.catchUp();
                assertThat(Said.of(find(indexes))).isEqualTo(Said.of(dirty));
                assertThat(sync.compare().isEqual()).isTrue();
            }
        }
    }

    private static Hotspots find(Indexes indexes) {
        return Town.finder().find(indexes.snapshot(Audience.STAFF), Filter.counting(), HotspotParameters.DEFAULT);
    }

    private static void insertPlaces(Jdbi jdbi, Random random) {
        for (int i = 0; i < CLEAN; i++) {
            double x = 1000 * (i % PLACES);
            insert(jdbi, Town.at(x + 15 * random.nextGaussian(), 15 * random.nextGaussian()), random);
        }
    }

    private static void insert(Jdbi jdbi, LonLat at, Random random) {
        jdbi.useHandle(handle -> handle.execute(
                """
                INSERT INTO report (geom, causes, source, state, occurred_at, occurred_precision, reported_at, reporter)
                VALUES (ST_SetSRID(ST_MakePoint(?, ?), 4326), '{A11}', 'resident', 'published',
                        timestamptz '2025-01-02 08:00+00' + make_interval(mins => ?), 'minute', '2026-01-03 08:00+00', ?)
                """, at.lonDeg(), at.latDeg(), random.nextInt(300 * 24 * 60), random.nextInt(1_000_000)));
    }

    private static void insertDefaults(Jdbi jdbi, LonLat hall, Random random) {
        for (int i = 0; i < DIRTY; i++) {
            insert(jdbi, hall, random);
        }
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO outbox (first_report_id, last_report_id) VALUES (?, ?)", CLEAN + 1, CLEAN + DIRTY));
    }

    private static List<ReportPoint> points(ChangeFeed feed) {
        List<ReportPoint> points = new ArrayList<>();
        feed.forEachPoint(points::add);
        return points;
    }

    private static AuditPoints audited(List<ReportPoint> points) {
        double[] lon = points.stream().mapToDouble(ReportPoint::lonDeg).toArray();
        double[] lat = points.stream().mapToDouble(ReportPoint::latDeg).toArray();
        double[] x = new double[lon.length];
        double[] y = new double[lon.length];
        for (int row = 0; row < lon.length; row++) {
            double[] metres = Town.CRS.project(lon[row], lat[row]);
            x[row] = metres[0];
            y[row] = metres[1];
        }
        return AuditPoints.of(x, y).givenAs(lon, lat, AuditPoints.Unit.DEGREES);
    }

    private static long[] ids(Finding finding, List<ReportPoint> points) {
        return Arrays.stream(finding.rows())
                .mapToLong(row -> points.get(row).id())
                .toArray();
    }

    private static Reason reason(Finding finding, LonLat place) {
        Finding.Sentence sentence = finding.sentence();
        return new Reason("f1", finding.code().id(), sentence.sv(), sentence.en(), 1, Optional.of(place), true);
    }
}
