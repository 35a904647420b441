package se.lykta.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;

/** Writes the reports of the planted hotspots, the traps and the places people like. */
final class PlantedReports {

    private static final double LEFT_AFTER_MEASURE = 0.1;

    private final List<DemoReport> reports = new ArrayList<>();

    private PlantedReports() {}

    static List<DemoReport> all() {
        var planted = new PlantedReports();
        Truth.hotspots().forEach(planted::addHotspot);
        Truth.likedPlaces().forEach(planted::addLikedPlace);
        planted.addOneReporter(Truth.traps().get(0));
        planted.addOneDay(Truth.traps().get(1));
        planted.addNotCounting(Truth.traps().get(2));
        planted.addNewest();
        return planted.reports;
    }

    private void addHotspot(Planted hotspot) {
        Dice dice = Dice.named(hotspot.id());
        List<Integer> perYear = hotspot.course().perYear();
        for (int year = 0; year < perYear.size(); year++) {
            hotspot.course().season().split(2022 + year, perYear.get(year)).forEach((month, count) -> {
                for (int i = 0; i < count; i++) {
                    addOne(hotspot, month, dice);
                }
            });
        }
    }

    private void addOne(Planted hotspot, YearMonth month, Dice dice) {
        LocalDateTime occurred = moment(hotspot.course().rhythm(), month, dice);
        Source source = Drafting.source(hotspot.sources(), dice);
        List<String> causes = Drafting.causes(Weights.of(hotspot.causes()), dice);
        LocalDate measure = hotspot.course().measure();
        boolean isLate = measure != null && occurred.toLocalDate().isAfter(measure);
        if (isLate && !dice.chance(LEFT_AFTER_MEASURE)) {
            return;
        }
        boolean isFixed = measure != null && !isLate;
        ReportState state = isFixed && dice.chance(0.8)
                ? (dice.chance(0.5) ? ReportState.DONE : ReportState.FOLLOWED_UP)
                : Drafting.countingState(occurred, dice);
        add(hotspot.where(), causes, Drafting.when(occurred, dice), source, state, dice);
        if (dice.chance(0.05)) {
            ReportState other = Drafting.waitingState(occurred, dice);
            add(hotspot.where(), causes, Drafting.when(occurred, dice), source, other, dice);
        }
    }

    private void addLikedPlace(Truth.Trap place) {
        Dice dice = Dice.named(place.id());
        int count = place.id().equals("stadsparken") ? 70 : 40;
        for (int i = 0; i < count; i++) {
            LocalDateTime occurred = moment(Rhythm.DAY, month(dice, 2022, 48), dice);
            ReportState state = dice.chance(0.95) ? ReportState.PUBLISHED : ReportState.RECEIVED;
            Source source = Drafting.source("resident:80 association:14 employee:6", dice);
            add(place.where(), List.of("F11"), Drafting.when(occurred, dice), source, state, dice);
        }
    }

    private void addOneReporter(Truth.Trap trap) {
        Dice dice = Dice.named(trap.id());
        for (int i = 0; i < 15; i++) {
            DemoReport.When when =
                    Drafting.when(moment(Rhythm.EVENING, YearMonth.of(2024, 9).plusMonths(i + i / 3), dice), dice);
            add(
                    trap.where(),
                    List.of(dice.pick(List.of("B11", "B23", "B13"))),
                    when,
                    Source.RESIDENT,
                    ReportState.PUBLISHED,
                    dice);
            replaceReporter("r0999");
        }
    }

    private void addOneDay(Truth.Trap trap) {
        Dice dice = Dice.named(trap.id());
        for (int i = 0; i < 12; i++) {
            LocalDateTime occurred = LocalDate.of(2025, 11, 8).atTime(12 + dice.below(7), dice.below(60));
            var when = new DemoReport.When(occurred, false, occurred.plusMinutes(10 + dice.below(120)));
            add(trap.where(), List.of("D13"), when, Source.RESIDENT, ReportState.PUBLISHED, dice);
            replaceReporter("");
        }
    }

    private void addNotCounting(Truth.Trap trap) {
        Dice dice = Dice.named(trap.id());
        List<ReportState> states = List.of(ReportState.PUBLISHED, ReportState.DUPLICATE, ReportState.REJECTED);
        for (int i = 0; i < 15; i++) {
            DemoReport.When when =
                    Drafting.when(moment(Rhythm.DAY, YearMonth.of(2025, 1).plusMonths(i), dice), dice);
            add(trap.where(), List.of("A41"), when, Source.RESIDENT, states.get(i % 3), dice);
            replaceReporter(String.format(Locale.ROOT, "r%04d", 20 + i));
        }
    }

    /** The last report stands on the last day, so that the default window is known: 24 months to 30 June 2026. */
    private void addNewest() {
        Dice dice = Dice.named("newest");
        LocalDateTime occurred = Drafting.LAST_DAY.atTime(21, 40);
        Planted.Where station = Truth.hotspots().get(3).where();
        var when = new DemoReport.When(occurred, false, occurred.plusMinutes(12));
        add(station, List.of("C12"), when, Source.SECURITY_COMPANY, ReportState.PUBLISHED, dice);
    }

    private void replaceReporter(String reporter) {
        DemoReport last = reports.remove(reports.size() - 1);
        reports.add(new DemoReport(
                last.spot(),
                last.when(),
                last.causes(),
                last.source(),
                last.state(),
                last.placeKind(),
                reporter,
                last.text()));
    }

    private void add(
            Planted.Where where,
            List<String> causes,
            DemoReport.When when,
            Source source,
            ReportState state,
            Dice dice) {
        String reporter = Drafting.reporter(source, dice);
        String text = Texts.about(causes.get(0), where.name(), dice);
        reports.add(new DemoReport(spot(where, dice), when, causes, source, state, where.kind(), reporter, text));
    }

    /** A place within the radius of the planted line, denser near it. */
    static Spot spot(Planted.Where where, Dice dice) {
        List<Spot> line = where.line();
        Spot on = line.size() == 1 ? line.get(0) : Frontages.segmentAt(line, dice.unit() * where.length())[2];
        while (true) {
            double sigma = where.radius() / 2.2;
            Spot spot = on.plus(dice.bell() * sigma, dice.bell() * sigma);
            if (where.distance(spot) <= where.radius()) {
                return spot;
            }
        }
    }

    static YearMonth month(Dice dice, int firstYear, int months) {
        return YearMonth.of(firstYear, 7).plusMonths(dice.below(months));
    }

    /** A moment of the month that is not after the last day of the data. */
    static LocalDateTime moment(Rhythm rhythm, YearMonth month, Dice dice) {
        while (true) {
            LocalDateTime moment = rhythm.within(month, dice);
            if (moment.isBefore(Drafting.LAST_DAY.atTime(20, 0))) {
                return moment;
            }
        }
    }
}
