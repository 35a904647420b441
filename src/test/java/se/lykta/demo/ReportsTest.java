package se.lykta.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shredzone.commons.suncalc.SunPosition;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

class ReportsTest {

    private static List<DemoReport> reports = List.of();

    @BeforeAll
    static void build() {
        reports = Reports.of(Town.build());
    }

    @Test
    void thereAreTwoThousandFiveHundredOverFourYears() {
        assertThat(reports).hasSize(2_500);
        assertThat(reports)
                .allMatch(report -> !day(report).isBefore(Drafting.FIRST_DAY)
                        && !report.when().reported().toLocalDate().isAfter(Drafting.LAST_DAY)
                        && !report.when().reported().isBefore(report.when().occurred()));
    }

    @Test
    void theNewestCountingReportIsOfTheLastDay() {
        assertThat(reports.stream()
                        .filter(DemoReport::counts)
                        .map(ReportsTest::day)
                        .max(LocalDate::compareTo))
                .contains(Drafting.LAST_DAY);
    }

    @Test
    void everyCauseExistsAndEachReportHasOneToThree() {
        var taxonomy = Taxonomy.load();

        assertThat(reports)
                .allMatch(
                        report -> report.causes().size() >= 1 && report.causes().size() <= 3);
        assertThat(reports)
                .allMatch(report ->
                        Set.copyOf(report.causes()).size() == report.causes().size());
        assertThat(reports)
                .allMatch(report -> report.causes().stream()
                        .allMatch(code -> taxonomy.findCause(code).isPresent()));
    }

    @Test
    void allSourcesButImportReportAndMostStatesOccur() {
        Set<Source> sources =
                new HashSet<>(reports.stream().map(DemoReport::source).toList());
        Set<ReportState> states =
                new HashSet<>(reports.stream().map(DemoReport::state).toList());

        assertThat(sources).hasSize(Source.values().length - 1).doesNotContain(Source.IMPORT);
        assertThat(states).containsExactlyInAnyOrder(ReportState.values());
        assertThat(share(reports, report -> report.reporter().isEmpty())).isBetween(0.3, 0.5);
        assertThat(share(reports, report -> report.state().counts())).isGreaterThan(0.8);
    }

    @Test
    void textsNameNoPersonAndCarryNoNumbers() {
        assertThat(reports).noneMatch(report -> report.text().matches(".*[0-9@].*"));
        assertThat(reports).allMatch(report -> report.reporter().matches("(r[0-9]{4})?"));
    }

    @Test
    void aDuplicateStandsByItsOriginalWithinADay() {
        List<DemoReport> duplicates = reports.stream()
                .filter(report -> report.state() == ReportState.DUPLICATE)
                .filter(report ->
                        Truth.traps().stream().noneMatch(trap -> trap.where().distance(report.spot()) < 20))
                .toList();

        assertThat(duplicates).hasSizeGreaterThan(100);
        assertThat(duplicates)
                .allMatch(duplicate -> reports.stream()
                        .anyMatch(original -> original.counts()
                                && original.causes().contains(duplicate.causes().get(0))
                                && original.spot().distance(duplicate.spot()) < 15
                                && Duration.between(
                                                        original.when().reported(),
                                                        duplicate.when().reported())
                                                .abs()
                                                .toHours()
                                        < 24));
    }

    @Test
    void lightingIsReportedAfterDark() {
        List<DemoReport> atTheHall = at("idrottshallen");
        List<DemoReport> lighting = reports.stream()
                .filter(report -> report.causes().get(0).matches("A1[12]") && isBackground(report))
                .toList();

        assertThat(share(atTheHall, ReportsTest::isDark)).isGreaterThan(0.9);
        assertThat(share(lighting, ReportsTest::isDark)).isGreaterThan(0.8);
        assertThat(share(at("sjostigen"), ReportsTest::isDark)).isLessThan(0.05);
    }

    @Test
    void newLampsAtTheHallEndMostReports() {
        LocalDate measure = LocalDate.of(2025, 10, 15);
        List<DemoReport> hall = at("idrottshallen");

        long winterBefore = between(hall, measure.minusYears(1), LocalDate.of(2025, 6, 30));
        long winterAfter = between(hall, measure.plusDays(1), Drafting.LAST_DAY);

        assertThat(winterBefore).isGreaterThan(40);
        assertThat(winterAfter).isBetween(1L, winterBefore / 4);
    }

    @Test
    void theStationRisesAndTheTunnelDoesNot() {
        LocalDate turn = LocalDate.of(2025, 7, 1);

        assertThat(between(at("stationen"), turn, Drafting.LAST_DAY))
                .isGreaterThan(2 * between(at("stationen"), turn.minusYears(1), turn.minusDays(1)));
        assertThat(between(at("soltunneln"), turn, Drafting.LAST_DAY))
                .isEqualTo(between(at("soltunneln"), turn.minusYears(1), turn.minusDays(1)));
    }

    @Test
    void speedingIsReportedInCommutingHoursAndGrowthInSummer() {
        assertThat(share(at("skolgatan"), report -> isWithin(report, 7, 9) || isWithin(report, 15, 18)))
                .isGreaterThan(0.95);
        assertThat(share(
                        at("sjostigen"),
                        report ->
                                day(report).getMonthValue() >= 5 && day(report).getMonthValue() <= 9))
                .isGreaterThan(0.8);
        assertThat(share(at("stortorget"), report -> day(report).getDayOfWeek().getValue() >= 5))
                .isGreaterThan(0.75);
    }

    @Test
    void theCsvHasOneLineAReport() {
        List<String> lines = Reports.csv(reports).lines().toList();

        assertThat(lines).hasSize(2_501);
        assertThat(lines.get(0))
                .isEqualTo("external_id,occurred_at,reported_at,lon,lat,causes,source,state,place_kind,reporter,text");
        assertThat(Arrays.asList(lines.get(1).split(",", -1)).subList(0, 1)).containsExactly("LJ-00001");
    }

    static List<DemoReport> at(String id) {
        Planted hotspot = Truth.hotspots().stream()
                .filter(planted -> planted.id().equals(id))
                .findFirst()
                .orElseThrow();
        return reports.stream()
                .filter(DemoReport::counts)
                .filter(report -> hotspot.where().distance(report.spot())
                        <= hotspot.where().radius() + 0.02)
                .toList();
    }

    private static boolean isBackground(DemoReport report) {
        return Truth.hotspots().stream()
                .noneMatch(planted -> planted.where().distance(report.spot())
                        <= planted.where().radius() + 20);
    }

    /** The sun's own word, from a library that the generator does not use. */
    private static boolean isDark(DemoReport report) {
        LocalDateTime local = report.when().occurred();
        return SunPosition.compute()
                        .on(local.atZone(Reports.ZONE))
                        .at(Plane.LAT, Plane.LON)
                        .execute()
                        .getTrueAltitude()
                < -6;
    }

    private static boolean isWithin(DemoReport report, int fromHour, int toHour) {
        LocalTime time = report.when().occurred().toLocalTime();
        return time.getHour() >= fromHour && time.getHour() < toHour;
    }

    private static long between(List<DemoReport> some, LocalDate from, LocalDate to) {
        return some.stream()
                .filter(report -> !day(report).isBefore(from) && !day(report).isAfter(to))
                .count();
    }

    private static double share(List<DemoReport> some, Predicate<DemoReport> condition) {
        return (double) some.stream().filter(condition).count() / some.size();
    }

    private static LocalDate day(DemoReport report) {
        return report.when().occurred().toLocalDate();
    }
}
