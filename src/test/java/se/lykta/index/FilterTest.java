package se.lykta.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.http.QueryParameters;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

class FilterTest {

    private static final Taxonomy TAXONOMY = Taxonomy.load();
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    @Test
    void withoutParametersAllCountingReportsAreWanted() {
        List<ReportPoint> points = new RandomReports(61).list(2000);
        Snapshot snapshot = SnapshotTest.snapshot(points, 1);

        assertThat(parse(Map.of())).isEqualTo(Filter.counting());
        assertThat(Filter.counting().count(snapshot))
                .isEqualTo((int) points.stream().filter(p -> p.state().counts()).count());
        assertThat(Filter.everything().count(snapshot)).isEqualTo(2000);
    }

    @Test
    void randomFiltersAgreeWithPlainConditions() {
        List<ReportPoint> points = new RandomReports(62).list(2000);
        Snapshot snapshot = SnapshotTest.snapshot(points, 1);
        var random = new Random(62);
        for (int i = 0; i < 300; i++) {
            Map<String, String> query = new HashMap<>();
            Predicate<ReportPoint> wanted = draw(random, query);

            Filter filter = parse(query);

            Set<Long> expected =
                    points.stream().filter(wanted).map(ReportPoint::id).collect(Collectors.toSet());
            Set<Long> actual = new HashSet<>();
            for (int row = 0; row < snapshot.size(); row++) {
                if (filter.test(snapshot, row)) {
                    actual.add(snapshot.id(row));
                }
            }
            assertThat(actual).as(query.toString()).isEqualTo(expected);
            assertThat(filter.count(snapshot)).isEqualTo(expected.size());
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
                "light", "dark",
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
                        "colour", "red")));

        assertThat(failure.code()).isEqualTo("invalid-parameter");
        assertThat(failure.faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("colour", "cause", "source", "from", "to", "light", "bbox");
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
                "cause; a11"
            })
    void badValuesAreFaults(String name, String value) {
        ApiException failure = catchThrowableOfType(ApiException.class, () -> parse(Map.of(name, value)));

        assertThat(failure.faults()).extracting(Fault::field).contains(name);
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsAFault() {
        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> parse(Map.of("from", "2025-02-02", "to", "2025-02-01")));

        assertThat(failure.faults()).extracting(Fault::field).containsExactly("to");
    }

    /** Draws a query and says in plain words what it wants. */
    private static Predicate<ReportPoint> draw(Random random, Map<String, String> query) {
        List<Predicate<ReportPoint>> conditions = new ArrayList<>();
        if (random.nextBoolean()) {
            query.put("cause", "B,A11");
            conditions.add(p -> TAXONOMY.causesOf(p.causes()).stream()
                    .anyMatch(c -> c.code().equals("A11") || c.group().equals("B")));
        }
        if (random.nextInt(3) == 0) {
            query.put("source", "police,walk");
            conditions.add(p -> p.source() == Source.POLICE || p.source() == Source.WALK);
        }
        if (random.nextInt(3) == 0) {
            query.put("state", "received,duplicate");
            conditions.add(p -> p.state() == ReportState.RECEIVED || p.state() == ReportState.DUPLICATE);
        } else {
            conditions.add(p -> p.state().counts());
        }
        if (random.nextInt(3) == 0) {
            query.put("light", "dark");
            conditions.add(p -> p.light() == Light.DARK);
        }
        drawTimeAndPlace(random, query, conditions);
        return conditions.stream().reduce(p -> true, Predicate::and);
    }

    private static void drawTimeAndPlace(
            Random random, Map<String, String> query, List<Predicate<ReportPoint>> conditions) {
        LocalDate from = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(900));
        LocalDate to = from.plusDays(random.nextInt(200));
        if (random.nextBoolean()) {
            query.put("from", from.toString());
            conditions.add(p -> !day(p).isBefore(from));
        }
        if (random.nextBoolean()) {
            query.put("to", to.toString());
            conditions.add(p -> !day(p).isAfter(to));
        }
        if (random.nextInt(3) == 0) {
            query.put("bbox", "14.52,56.26,14.54,56.28");
            conditions.add(p -> p.lonDeg() >= 14.52 && p.lonDeg() <= 14.54);
            conditions.add(p -> p.latDeg() >= 56.26 && p.latDeg() <= 56.28);
        }
    }

    private static LocalDate day(ReportPoint point) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(point.occurredMinute() * 60L), ZONE);
    }

    private static String codes(String group) {
        return TAXONOMY.causes().stream()
                .filter(cause -> cause.group().equals(group))
                .map(Cause::code)
                .collect(Collectors.joining(","));
    }

    private static Filter parse(Map<String, String> query) {
        Map<String, List<String>> given = query.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        var parameters = QueryParameters.of(given, Filter.parametersAnd());
        Filter filter = Filter.parse(parameters, TAXONOMY, ZONE);
        parameters.check();
        return filter;
    }
}
