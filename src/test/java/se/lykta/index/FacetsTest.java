package se.lykta.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.index.RandomQuery.Dimension;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.CauseGroup;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;

/** Facets against an oracle that filters the reports anew for every facet and groups them by plain words. */
class FacetsTest {

    private static final ZoneId ZONE = RandomReports.ZONE;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {71, 72, 73, 74, 75, 76})
    void everyFacetFollowsAllConditionsButItsOwn(int seed) {
        List<ReportPoint> points = new RandomReports(seed).list(1500);
        Snapshot snapshot = SnapshotTest.snapshot(points, 1);
        var random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            var query = new RandomQuery(random, 0.1 + 0.1 * (i % 5));
            String what = "seed %d %s".formatted(seed, query);

            Facets facets = Facets.of(snapshot, query.filter(), RandomQuery.TAXONOMY, ZONE);

            assertThat(facets.total()).as(what).isEqualTo(wanted(points, query).size());
            assertThat(nonZero(facets.causes()))
                    .as("causes, " + what)
                    .isEqualTo(counts(wanted(points, query, Dimension.CAUSE), FacetsTest::causes));
            assertThat(nonZero(facets.groups()))
                    .as("groups, " + what)
                    .isEqualTo(counts(wanted(points, query, Dimension.CAUSE), FacetsTest::groups));
            assertThat(nonZero(facets.sources()))
                    .as("sources, " + what)
                    .isEqualTo(counts(
                            wanted(points, query, Dimension.SOURCE),
                            p -> Set.of(p.source().code())));
            assertThat(nonZero(facets.states()))
                    .as("states, " + what)
                    .isEqualTo(counts(
                            wanted(points, query, Dimension.STATE),
                            p -> Set.of(p.state().code())));
            assertThat(nonZero(facets.lights()))
                    .as("lights, " + what)
                    .isEqualTo(counts(wanted(points, query, Dimension.LIGHT), p -> Set.of(lower(p.light()))));
            assertThat(nonZero(facets.severities()))
                    .as("severities, " + what)
                    .isEqualTo(counts(wanted(points, query, Dimension.SEVERITY), p -> Set.of(severity(p))));
            assertTimes(facets, points, query, what);
        }
    }

    private static void assertTimes(Facets facets, List<ReportPoint> points, RandomQuery query, String what) {
        assertThat(nonZero(facets.months()))
                .as("months, " + what)
                .isEqualTo(counts(wanted(points, query, Dimension.WINDOW), p -> Set.of(month(p))));
        assertThat(nonZero(facets.weekdays()))
                .as("weekdays, " + what)
                .isEqualTo(counts(
                        wanted(points, query, Dimension.WEEKDAY),
                        p -> Set.of(RandomQuery.isHourKnown(p) ? RandomQuery.weekday(p) : "unknown")));
        Map<String, Integer> hours = new LinkedHashMap<>();
        for (int hour = 0; hour <= 24; hour++) {
            hours.put(
                    hour == 24 ? "unknown" : Integer.toString(hour),
                    facets.hours().get(hour));
        }
        assertThat(nonZero(hours))
                .as("hours, " + what)
                .isEqualTo(counts(
                        wanted(points, query, Dimension.HOURS),
                        p -> Set.of(
                                RandomQuery.isHourKnown(p)
                                        ? Integer.toString(RandomQuery.local(p).getHour())
                                        : "unknown")));
    }

    @Test
    void closedListsAreToldInFullAndMonthsWithoutGaps() {
        ReportPoint early = point(LocalDateTime.parse("2023-11-30T23:59"));
        ReportPoint late = point(LocalDateTime.parse("2024-02-01T00:00"));

        Facets facets = Facets.of(
                SnapshotTest.snapshot(List.of(early, late), 1), Filter.everything(), RandomQuery.TAXONOMY, ZONE);

        assertThat(facets.months().toString()).isEqualTo("{2023-11=1, 2023-12=0, 2024-01=0, 2024-02=1}");
        assertThat(facets.causes().keySet())
                .containsExactlyElementsOf(
                        RandomQuery.TAXONOMY.causes().stream().map(Cause::code).toList());
        assertThat(facets.groups().keySet())
                .containsExactlyElementsOf(RandomQuery.TAXONOMY.groups().stream()
                        .map(CauseGroup::code)
                        .toList());
        assertThat(facets.sources()).hasSize(Source.values().length);
        assertThat(facets.states()).hasSize(ReportState.values().length);
        assertThat(facets.hours()).hasSize(25);
        assertThat(facets.weekdays().keySet())
                .containsExactly("mon", "tue", "wed", "thu", "fri", "sat", "sun", "unknown");
        assertThat(facets.severities().toString()).isEqualTo("{unknown=0, 1=0, 2=2, 3=0}");
    }

    @Test
    void aReportCountsOnceInAGroupOfSeveralOfItsCauses() {
        long causes = RandomQuery.TAXONOMY.mask(List.of("A11", "A31", "B11"));
        Snapshot snapshot = SnapshotTest.snapshot(List.of(point(LocalDateTime.parse("2024-02-01T00:00"), causes)), 1);

        Facets facets = Facets.of(snapshot, Filter.counting(), RandomQuery.TAXONOMY, ZONE);

        assertThat(nonZero(facets.groups())).isEqualTo(Map.of("A", 1, "B", 1));
        assertThat(nonZero(facets.causes())).isEqualTo(Map.of("A11", 1, "A31", 1, "B11", 1));
    }

    @Test
    void nothingHasFacetsOfZero() {
        Facets facets = Facets.of(Snapshot.empty(1), Filter.counting(), RandomQuery.TAXONOMY, ZONE);

        assertThat(facets.total()).isZero();
        assertThat(facets.months()).isEmpty();
        assertThat(nonZero(facets.causes())).isEmpty();
    }

    /** Years apart, at both ends of what a report may say, and beyond. */
    @Test
    void monthsAgreeWithTheCalendarAtAnyTime() {
        int first = minute(LocalDateTime.parse("1989-12-31T23:00"));
        int last = minute(LocalDateTime.parse("2199-12-31T23:59"));
        var table = new MonthTable(ZONE, first, last);
        var random = new Random(8);
        for (int i = 0; i < 100_000; i++) {
            int minute = first + random.nextInt(last - first + 1);
            assertThat(table.month(table.indexOf(minute)).toString()).isEqualTo(month(minute));
        }
        for (int month = 0; month < table.size(); month++) {
            int start = minute(table.month(month).atDay(1).atStartOfDay());
            assertThat(table.indexOf(Math.max(first, start))).isEqualTo(month);
            assertThat(table.indexOf(Math.max(first, start - 1))).isEqualTo(Math.max(0, month - 1));
        }
    }

    private static List<ReportPoint> wanted(List<ReportPoint> points, RandomQuery query, Dimension... without) {
        Set<Dimension> left = new HashSet<>(Arrays.asList(without));
        return points.stream().filter(point -> query.test(point, left)).toList();
    }

    private static Map<String, Integer> counts(List<ReportPoint> points, Function<ReportPoint, Set<String>> values) {
        Map<String, Integer> counts = new HashMap<>();
        points.forEach(point -> values.apply(point).forEach(value -> counts.merge(value, 1, Integer::sum)));
        return counts;
    }

    private static Map<String, Integer> nonZero(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> causes(ReportPoint point) {
        return RandomQuery.TAXONOMY.causesOf(point.causes()).stream()
                .map(Cause::code)
                .collect(Collectors.toSet());
    }

    private static Set<String> groups(ReportPoint point) {
        return RandomQuery.TAXONOMY.causesOf(point.causes()).stream()
                .map(Cause::group)
                .collect(Collectors.toSet());
    }

    private static String severity(ReportPoint point) {
        return point.severity() == Severity.UNKNOWN
                ? "unknown"
                : Integer.toString(point.severity().code());
    }

    private static String lower(Light light) {
        return light.name().toLowerCase(Locale.ROOT);
    }

    private static String month(ReportPoint point) {
        return month(point.occurredMinute());
    }

    private static String month(int minute) {
        return java.time.Instant.ofEpochSecond(minute * 60L)
                .atZone(ZONE)
                .toString()
                .substring(0, "2024-02".length());
    }

    private static int minute(LocalDateTime local) {
        return (int) (local.atZone(ZONE).toEpochSecond() / 60);
    }

    private static ReportPoint point(LocalDateTime local) {
        return point(local, 1);
    }

    private static ReportPoint point(LocalDateTime local, long causes) {
        var when = new ReportPoint.When(minute(local), ReportPoint.When.NO_HOUR, Light.UNKNOWN);
        return new ReportPoint(
                minute(local), 14.5, 56.25, causes, when, Source.POLICE, ReportState.DONE, Severity.UNSAFE, 1);
    }
}
