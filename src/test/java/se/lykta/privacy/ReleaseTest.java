package se.lykta.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.db.TestDatabase;
import se.lykta.place.snap.SnapPoints;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

class ReleaseTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");

    private final Taxonomy taxonomy = Taxonomy.load();
    private final Map<Long, ReportPoint> reports = new HashMap<>();
    private TestDatabase database;
    private Release release;
    private ReleaseFeed feed;
    private ReleaseStore store;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        var jdbi = database.database().jdbi();
        var snapPoints = SnapPoints.withoutMunicipality();
        release = new Release(
                jdbi,
                reader -> reports.values().forEach(reader),
                () -> snapPoints,
                taxonomy,
                ZONE,
                Clock.fixed(NOW, ZoneOffset.UTC));
        feed = new ReleaseFeed(jdbi, taxonomy);
        store = new ReleaseStore(jdbi);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void fourReportsWaitAndTheFifthShowsAll() {
        reportsOf("A11", "2026-06-10T20:00:00Z", 1, 4);
        assertThat(release.update()).isZero();
        assertThat(points()).isEmpty();

        reportsOf("A12", "2026-06-20T20:00:00Z", 5, 5);

        assertThat(release.update()).isEqualTo(1);
        assertThat(points()).hasSize(5).allSatisfy(point -> {
            assertThat(taxonomy.causesOf(point.causes()))
                    .extracting(Cause::code)
                    .containsExactly("A00");
            assertThat(Instant.ofEpochSecond(point.occurredMinute() * 60L)).isEqualTo("2026-05-31T22:00:00Z");
            assertThat(point.light()).isEqualTo(Light.UNKNOWN);
            assertThat(point.state()).isEqualTo(ReportState.PUBLISHED);
        });
        assertThat(points()).extracting(ReportPoint::reporter).doesNotHaveDuplicates();
    }

    @Test
    void shownGroupGrowsOnlyByFive() {
        reportsOf("A11", "2026-06-10T20:00:00Z", 1, 5);
        release.update();

        reportsOf("A11", "2026-06-11T20:00:00Z", 6, 9);
        release.update();
        assertThat(points()).hasSize(5);

        reportsOf("A11", "2026-06-12T20:00:00Z", 10, 10);
        release.update();
        assertThat(points()).hasSize(10);
    }

    @Test
    void oneAngryNeighbourIsNotShown() {
        for (long id = 1; id <= 20; id++) {
            add(report(id, "B11", "2026-06-10T20:00:00Z", 4711));
        }

        release.update();

        assertThat(points()).isEmpty();
    }

    @Test
    void leftOversOfEndedPeriodsAreShownCoarser() {
        // one report in each month of two ended quarters: too few for a quarter, enough for the year 2025
        String[] days = {"2025-01-10", "2025-02-10", "2025-03-10", "2025-04-10", "2025-05-10"};
        for (int i = 0; i < days.length; i++) {
            add(report(i + 1, "A11", days[i] + "T12:00:00Z", i + 1));
        }

        release.update();

        assertThat(store.read().rows()).singleElement().satisfies(row -> {
            assertThat(row.key().level()).isEqualTo(Level.YEAR);
            assertThat(row.reports()).isEqualTo(5);
        });
        assertThat(points())
                .allSatisfy(point -> assertThat(Instant.ofEpochSecond(point.occurredMinute() * 60L))
                        .isEqualTo("2024-12-31T23:00:00Z"));
    }

    @Test
    void leftOversOfThePresentYearGoOnWaiting() {
        String[] days = {"2026-01-10", "2026-02-10", "2026-04-10", "2026-05-10", "2026-06-10"};
        for (int i = 0; i < days.length; i++) {
            add(report(i + 1, "A11", days[i] + "T12:00:00Z", i + 1));
        }

        release.update();

        assertThat(points()).isEmpty();
    }

    @Test
    void positivePlacesAreNeverMixedWithProblems() {
        for (int i = 0; i < 4; i++) {
            add(report(i + 1, "F11", "2025-01-10T12:00:00Z", i + 1));
            add(report(i + 11, "A11", "2025-01-10T12:00:00Z", i + 11));
        }
        release.update();
        assertThat(points()).isEmpty();

        add(report(5, "F11", "2025-08-10T12:00:00Z", 5));
        release.update();

        assertThat(points())
                .hasSize(5)
                .allSatisfy(point -> assertThat(point.causes()).isEqualTo(taxonomy.positiveMask()));
    }

    @Test
    void restrictedAndUnmoderatedReportsAreNeverShown() {
        for (long id = 1; id <= 30; id++) {
            ReportPoint good = report(id, "A11", "2026-06-10T20:00:00Z", id);
            long withRestricted = good.causes() | taxonomy.getCause("C13").mask();
            add(with(
                    good,
                    id % 2 == 0 ? withRestricted : good.causes(),
                    id % 2 == 0 ? good.state() : ReportState.RECEIVED));
        }

        release.update();

        assertThat(points()).isEmpty();
        assertThat(store.read().rows()).isEmpty();
    }

    @Test
    void withdrawnReportsLeaveTogetherOrWithTheirGroup() {
        reportsOf("A11", "2026-06-10T20:00:00Z", 1, 12);
        release.update();

        reject(1, 4);
        release.update();
        assertThat(points()).as("four withdrawn: still counted").hasSize(12);

        reject(5, 5);
        release.update();
        assertThat(points()).as("five withdrawn: all go").hasSize(7);

        reject(6, 10);
        release.update();
        assertThat(points()).as("two would stay: the group goes").isEmpty();
    }

    @Test
    void groupIntoWhichARestrictedCauseIsWrittenGoesForGood() {
        reportsOf("A11", "2026-06-10T20:00:00Z", 1, 8);
        release.update();

        ReportPoint one = Objects.requireNonNull(reports.get(3L));
        add(with(one, one.causes() | taxonomy.getCause("C15").mask(), one.state()));
        release.update();
        release.update();

        assertThat(points()).isEmpty();
    }

    @Test
    void updateWithoutChangesKeepsTheVersion() {
        reportsOf("A11", "2026-06-10T20:00:00Z", 1, 8);
        long version = release.update();

        assertThat(release.update()).isEqualTo(version);
        assertThat(feed.version()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noRowAndNoDifferenceBetweenReleasesIsSmallerThanFive(long seed) {
        Random random = new Random(seed);
        Map<ReleaseKey, Integer> before = Map.of();
        long nextId = 1;
        for (int round = 0; round < 12; round++) {
            for (int i = random.nextInt(150); i > 0; i--) {
                add(randomReport(random, nextId++));
            }
            change(random, random.nextInt(20));

            release.update();

            Map<ReleaseKey, Integer> after = counts();
            assertThat(after.values()).as("seed " + seed).allMatch(n -> n >= Release.K);
            assertStepsAreLarge(before, after, seed);
            before = after;
        }
        assertThat(before).as("something was shown").isNotEmpty();
        assertMembersAgreeWithRows();
    }

    @Test
    void numbersOfPublicPointsAreUniqueSafeAndNotThoseOfReports() {
        Random random = new Random(4);
        for (long id = 1; id <= 500; id++) {
            add(randomReport(random, id));
        }
        release.update();

        List<ReportPoint> points = points();
        assertThat(points).extracting(ReportPoint::id).doesNotHaveDuplicates();
        assertThat(points).allSatisfy(point -> {
            assertThat(point.id()).isBetween(1L << 52, (1L << 53) - 1);
            assertThat(reports).doesNotContainKey(point.id());
        });
    }

    @Test
    void publicPointsHaveNoFieldThatCouldHoldAText() {
        assertThat(valuesOf(ReportPoint.class).toList())
                .isNotEmpty()
                .allMatch(type -> type.isEnum()
                        || Set.<Class<?>>of(long.class, int.class, double.class, boolean.class)
                                .contains(type));
    }

    /** The types of the parts of a record, and of theirs if they are records. */
    private static Stream<Class<?>> valuesOf(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .flatMap(type -> type.isRecord() ? valuesOf(type) : Stream.of(type));
    }

    private static void assertStepsAreLarge(
            Map<ReleaseKey, Integer> before, Map<ReleaseKey, Integer> after, long seed) {
        Set<ReleaseKey> keys = new HashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (ReleaseKey key : keys) {
            int step = Math.abs(after.getOrDefault(key, 0) - before.getOrDefault(key, 0));
            assertThat(step).as("seed %d, %s", seed, key).matches(n -> n == 0 || n >= Release.K);
        }
    }

    private void assertMembersAgreeWithRows() {
        String sql = """
                SELECT count(*) FROM release_row r
                WHERE r.reports <> (SELECT count(*) FROM release_member m WHERE m.row_id = r.id)""";
        int wrong = database.database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(Integer.class).one());
        assertThat(wrong).isZero();
    }

    private void change(Random random, int times) {
        List<Long> ids = new ArrayList<>(reports.keySet());
        for (int i = 0; i < times && !ids.isEmpty(); i++) {
            ReportPoint one = reports.get(ids.get(random.nextInt(ids.size())));
            if (one == null || random.nextInt(4) == 0) {
                reports.remove(ids.get(random.nextInt(ids.size())));
            } else if (random.nextInt(20) == 0) {
                add(with(one, one.causes() | taxonomy.restrictedMask(), one.state()));
            } else {
                ReportState[] states = ReportState.values();
                add(with(one, one.causes(), states[random.nextInt(states.length)]));
            }
        }
    }

    private ReportPoint randomReport(Random random, long id) {
        List<String> codes = List.of("A11", "A11", "A31", "B11", "C12", "C13", "D11", "E19", "F11");
        long causes = taxonomy.getCause(codes.get(random.nextInt(codes.size()))).mask();
        int minute = (int) (Instant.parse("2025-07-01T00:00:00Z").getEpochSecond() / 60) + random.nextInt(525_600);
        ReportState state = random.nextInt(5) == 0 ? ReportState.DONE : ReportState.PUBLISHED;
        return new ReportPoint(
                id,
                16.32 + random.nextGaussian() * 0.004,
                62.39 + random.nextGaussian() * 0.002,
                causes,
                minute,
                Source.RESIDENT,
                state,
                Light.DARK,
                random.nextInt(300));
    }

    private void reportsOf(String cause, String at, long firstId, long lastId) {
        for (long id = firstId; id <= lastId; id++) {
            add(report(id, cause, at, 1000 + id));
        }
    }

    private ReportPoint report(long id, String cause, String at, long reporter) {
        int minute = (int) (Instant.parse(at).getEpochSecond() / 60);
        return new ReportPoint(
                id,
                16.32,
                62.39,
                taxonomy.getCause(cause).mask(),
                minute,
                Source.RESIDENT,
                ReportState.PUBLISHED,
                Light.DARK,
                reporter);
    }

    private void reject(long firstId, long lastId) {
        for (long id = firstId; id <= lastId; id++) {
            ReportPoint one = Objects.requireNonNull(reports.get(id));
            add(with(one, one.causes(), ReportState.REJECTED));
        }
    }

    private void add(ReportPoint report) {
        reports.put(report.id(), report);
    }

    private static ReportPoint with(ReportPoint report, long causes, ReportState state) {
        return new ReportPoint(
                report.id(),
                report.lonDeg(),
                report.latDeg(),
                causes,
                report.occurredMinute(),
                report.source(),
                state,
                report.light(),
                report.reporter());
    }

    private List<ReportPoint> points() {
        List<ReportPoint> points = new ArrayList<>();
        feed.forEachPoint(points::add);
        return points;
    }

    private Map<ReleaseKey, Integer> counts() {
        Map<ReleaseKey, Integer> counts = new HashMap<>();
        store.read().rows().forEach(row -> counts.put(row.key(), row.reports()));
        return counts;
    }
}
