package se.lykta.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.http.QueryParameters;
import se.lykta.place.Area;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

class FilterTest {

    private static final Taxonomy TAXONOMY = Taxonomy.load();
    private static final Filters FILTERS = RandomQuery.FILTERS;

    @Test
    void withoutParametersAllCountingReportsAreWanted() {
        List<ReportPoint> points = new RandomReports(61).list(2000);
        Snapshot snapshot = SnapshotTest.snapshot(points, 1);

        assertThat(parse(Map.of())).isEqualTo(Filter.counting());
        assertThat(Filter.counting().count(snapshot)).isEqualTo((int)
                points.stream().filter(p -> p.state().counts() && !p.excluded()).count());
        assertThat(Filter.everything().count(snapshot)).isEqualTo(2000);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {62, 63, 64})
    void randomFiltersAgreeWithPlainConditions(int seed) {
        List<ReportPoint> points = new RandomReports(seed).list(2000);
        Snapshot snapshot = SnapshotTest.snapshot(points, 1);
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var query = new RandomQuery(random, i % 2 == 0 ? 0.2 : 0.4);
            Filter filter = query.filter();

            Set<Long> expected = points.stream()
                    .filter(point -> query.test(point, Set.of()))
                    .map(ReportPoint::id)
                    .collect(Collectors.toSet());
            Set<Long> actual = new HashSet<>();
            for (int row = 0; row < snapshot.size(); row++) {
                if (filter.test(snapshot, row)) {
                    actual.add(snapshot.id(row));
                }
            }
            assertThat(actual).as("seed %d %s", seed, query).isEqualTo(expected);
            assertThat(filter.count(snapshot)).as("seed %d %s", seed, query).isEqualTo(expected.size());
        }
    }

    @Test
    void aGroupIsAllItsCauses() {
        assertThat(parse(Map.of("cause", "A"))).isEqualTo(parse(Map.of("cause", codes("A"))));
        assertThat(parse(Map.of("cause", "A,A11"))).isEqualTo(parse(Map.of("cause", "A")));
    }

    @Test
    void theKeyIsTheSameForTheSameWish() {
        String counting = Arrays.stream(ReportState.values())
                .filter(ReportState::counts)
                .map(ReportState::code)
                .collect(Collectors.joining(","));

        assertThat(parse(Map.of("source", "police,resident")).key())
                .isEqualTo(parse(Map.of("source", "resident, police")).key())
                .isNotEqualTo(parse(Map.of("source", "police")).key());
        assertThat(parse(Map.of("state", counting))).isEqualTo(Filter.counting());
        assertThat(parse(Map.of("bbox", "-180,-90,180,90"))).isEqualTo(Filter.counting());
    }

    @Test
    void theKeyFitsIntoAnEntityTag() {
        Filter filter = parse(Map.of(
                "cause", "A11,B",
                "source", "police",
                "state", "received",
                "from", "1900-01-01",
                "to", "2199-12-31",
                "hours", "18-6",
                "weekday", "sat,sun",
                "severity", "2,3",
                "area", "7,3",
                "bbox", "-14.5,-56,14.6,56.5"));

        assertThat(filter.key()).matches("[A-Za-z0-9._-]+");
        assertThat(filter.fromMinute()).isPresent();
        assertThat(filter.endMinute()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        // summer time: 2025-07-01 begins at 22:00Z the day before; winter time: 23:00Z
        "2025-07-01, 2025-06-30T22:00:00Z, 2025-07-01T22:00:00Z",
        "2025-01-01, 2024-12-31T23:00:00Z, 2025-01-01T23:00:00Z",
        // the day on which the clock goes back has 25 hours
        "2025-10-26, 2025-10-25T22:00:00Z, 2025-10-26T23:00:00Z"
    })
    void daysAreLocalDaysAndBothAreIncluded(String day, Instant start, Instant end) {
        Filter filter = parse(Map.of("from", day, "to", day));

        assertThat(filter.fromMinute()).hasValue((int) (start.getEpochSecond() / 60));
        assertThat(filter.endMinute()).hasValue((int) (end.getEpochSecond() / 60));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        ApiException failure = catchThrowableOfType(
                ApiException.class,
                () -> parse(Map.of(
                        "cause", "A11,Z99",
                        "source", "martian",
                        "state", "",
                        "from", "2025-02-30",
                        "to", "NaN",
                        "light", "dim",
                        "bbox", "1,2,3",
                        "hours", "25-3",
                        "weekday", "fredag",
                        "colour", "red")));

        assertThat(failure.code()).isEqualTo("invalid-parameter");
        assertThat(failure.faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder(
                        "colour", "cause", "source", "from", "to", "light", "bbox", "hours", "weekday");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bbox; NaN,0,1,1",
                "bbox; 0,0,1e1,1",
                "bbox; 15,56,14,57",
                "bbox; 0,0,181,1",
                "bbox; 0,0,1,1,1",
                "from; 99999-01-01",
                "from; 1899-12-31",
                "to; +999999999-01-01",
                "cause; ,",
                "cause; a11",
                "cause_all; A11,",
                "hours; 18",
                "hours; 6-6",
                "hours; 24-6",
                "hours; 0-25",
                "hours; -1-6",
                "hours; 18-6-7",
                "weekday; Mon",
                "weekday; monday",
                "severity; 0",
                "severity; 4",
                "severity; high",
                "light; unknown",
                "area; 4",
                "area; Väster",
                "area; 03",
                "area; 7,,3"
            })
    void badValuesAreFaults(String name, String value) {
        ApiException failure = catchThrowableOfType(ApiException.class, () -> parse(Map.of(name, value)));

        assertThat(failure.faults()).extracting(Fault::field).contains(name);
    }

    @Test
    void anUnknownAreaIsToldWhichThereAre() {
        ApiException failure = catchThrowableOfType(ApiException.class, () -> parse(Map.of("area", "7,4")));

        assertThat(failure.faults())
                .singleElement()
                .extracting(Fault::message)
                .asString()
                .contains("'4'", "3 (Väster)", "7 (Öster)");
        assertThat(catchThrowableOfType(ApiException.class, () -> without(Map.of("area", "7")))
                        .faults())
                .singleElement()
                .extracting(Fault::message)
                .asString()
                .contains("none was imported");
    }

    @Test
    void theKeyChangesWithTheShapeOfAnAreaAndNotWithItsNumber() {
        Area before = RandomQuery.AREAS.get(0);
        Area renumbered = new Area(9, before.name(), before.geometry().copy());
        Area redrawn = new Area(3, before.name(), before.geometry().buffer(0.001));

        String key = keyOf(before);

        assertThat(keyOf(renumbered)).isEqualTo(key);
        assertThat(keyOf(redrawn)).isNotEqualTo(key);
    }

    @Test
    void conditionsThatMeanTheSameHaveOneKey() {
        assertThat(parse(Map.of("hours", "18-0"))).isEqualTo(parse(Map.of("hours", "18-24")));
        assertThat(parse(Map.of("hours", "6-9,9-12"))).isEqualTo(parse(Map.of("hours", "6-12")));
        assertThat(parse(Map.of("weekday", "sun,mon,sun"))).isEqualTo(parse(Map.of("weekday", "mon,sun")));
        assertThat(parse(Map.of("area", "7,3,7"))).isEqualTo(parse(Map.of("area", "3,7")));
        assertThat(parse(Map.of("cause_all", "A,A11,B12,A11"))).isEqualTo(parse(Map.of("cause_all", "B12,A11")));
        assertThat(parse(Map.of("cause_all", "A11,A12"))).isNotEqualTo(parse(Map.of("cause", "A11,A12")));
        assertThat(parse(Map.of("hours", "0-24")))
                .as("an unknown hour is none of them")
                .isNotEqualTo(Filter.counting());
    }

    @ParameterizedTest
    @CsvSource({"18-6, 18 19 20 21 22 23 0 1 2 3 4 5", "6-9, 6 7 8", "23-0, 23", "22-24, 22 23", "0-1, 0"})
    void aRangeOfHoursEndsBeforeItsEndAndMayGoOnAfterMidnight(String hours, String expected) {
        Filter filter = parse(Map.of("hours", hours));
        List<Integer> wanted = new ArrayList<>();
        for (int hour = -1; hour < 24; hour++) {
            if (filter.count(SnapshotTest.snapshot(List.of(atHour(hour)), 1)) == 1) {
                wanted.add(hour);
            }
        }
        assertThat(wanted)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(expected.split(" ")).map(Integer::valueOf).toList());
    }

    @Test
    void rowsBeforeAndBehindThePlaceNeedNoLook() {
        List<ReportPoint> points = new RandomReports(66).list(3000);
        for (Map<String, String> query : List.of(
                Map.of("area", "3"),
                Map.of("area", "3,7"),
                Map.of("area", "8"),
                Map.of("bbox", "14.52,56.26,14.54,56.28"),
                Map.of("bbox", "14.52,56.26,14.54,56.28", "area", "7"))) {
            Filter filter = parse(query);
            Snapshot snapshot = SnapshotTest.snapshot(points, 1);
            for (int row = 0; row < snapshot.size(); row++) {
                boolean looked =
                        snapshot.morton(row) >= filter.firstMorton() && snapshot.morton(row) < filter.endMorton();
                assertThat(looked || !filter.test(snapshot, row))
                        .as("%s row %d", query, row)
                        .isTrue();
            }
        }
    }

    private static ReportPoint atHour(int hourOfWeek) {
        return new ReportPoint(
                1,
                14.5,
                56.25,
                1,
                new ReportPoint.When(0, hourOfWeek, Light.UNKNOWN),
                Source.POLICE,
                ReportState.DONE,
                Severity.UNKNOWN,
                1);
    }

    private static String keyOf(Area area) {
        var parameters =
                QueryParameters.of(Map.of("area", List.of(Integer.toString(area.id()))), Filter.parametersAnd());
        Filter filter = new Filters(TAXONOMY, RandomReports.ZONE, () -> List.of(area)).parse(parameters);
        parameters.check();
        return filter.key();
    }

    private static Filter without(Map<String, String> query) {
        return parse(query, new Filters(TAXONOMY, RandomReports.ZONE, List::of));
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsAFault() {
        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> parse(Map.of("from", "2025-02-02", "to", "2025-02-01")));

        assertThat(failure.faults()).extracting(Fault::field).containsExactly("to");
    }

    private static String codes(String group) {
        return TAXONOMY.causes().stream()
                .filter(cause -> cause.group().equals(group))
                .map(Cause::code)
                .collect(Collectors.joining(","));
    }

    private static Filter parse(Map<String, String> query) {
        return parse(query, FILTERS);
    }

    private static Filter parse(Map<String, String> query, Filters filters) {
        Map<String, List<String>> given = query.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        var parameters = QueryParameters.of(given, Filter.parametersAnd());
        Filter filter = filters.parse(parameters);
        parameters.check();
        return filter;
    }
}
