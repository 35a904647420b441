package se.lykta.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;

/** All reports of Ljusbro, in the order in which they were reported, and their CSV file. */
final class Reports {

    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    static final int TOTAL = 2_500;
    private static final int DUPLICATES = 130;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmXXX", Locale.ROOT);

    private Reports() {}

    static List<DemoReport> of(Town town) {
        List<DemoReport> reports = new ArrayList<>(PlantedReports.all());
        reports.addAll(Background.along(town.streets(), TOTAL - DUPLICATES - reports.size()));
        reports.addAll(duplicates(reports));
        reports.sort(Comparator.comparing((DemoReport report) -> report.when().reported())
                .thenComparing(report -> report.spot().x())
                .thenComparing(report -> report.spot().y()));
        return List.copyOf(reports);
    }

    /** The same thing told again: within a day and fifteen metres of the original, by somebody else. */
    private static List<DemoReport> duplicates(List<DemoReport> originals) {
        Dice dice = Dice.named("duplicates");
        List<DemoReport> duplicates = new ArrayList<>();
        while (duplicates.size() < DUPLICATES) {
            DemoReport original = dice.pick(originals);
            LocalDateTime occurred = original.when().occurred().plusMinutes(dice.below(90));
            LocalDateTime reported = original.when().reported().plusMinutes(4 + dice.below(1200));
            if (!original.counts() || reported.isAfter(Drafting.LAST_DAY.atTime(20, 0))) {
                continue;
            }
            Source source = dice.chance(0.7) ? Source.RESIDENT : Source.EMPLOYEE;
            boolean dateOnly = original.when().dateOnly();
            LocalDateTime moment = occurred.isAfter(reported) ? original.when().occurred() : occurred;
            duplicates.add(new DemoReport(
                    original.spot().plus(dice.between(-9, 9), dice.between(-9, 9)),
                    new DemoReport.When(moment, dateOnly, reported),
                    original.causes().subList(0, 1),
                    source,
                    ReportState.DUPLICATE,
                    original.placeKind(),
                    Drafting.reporter(source, dice),
                    Texts.about(original.causes().get(0), "samma plats", dice)));
        }
        return duplicates;
    }

    static String csv(List<DemoReport> reports) {
        var text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(
                "external_id",
                "occurred_at",
                "reported_at",
                "lon",
                "lat",
                "causes",
                "source",
                "state",
                "place_kind",
                "reporter",
                "text");
        int number = 0;
        for (DemoReport report : reports) {
            number++;
            csv.writeRecord(
                    String.format(Locale.ROOT, "LJ-%05d", number),
                    occurred(report.when()),
                    moment(report.when().reported()),
                    Plane.text(Plane.lon(report.spot()), 6),
                    Plane.text(Plane.lat(report.spot()), 6),
                    String.join(" ", report.causes()),
                    report.source().code(),
                    report.state().code(),
                    report.placeKind().code(),
                    report.reporter(),
                    report.text());
        }
        flush(csv);
        return text.toString();
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String occurred(DemoReport.When when) {
        return when.dateOnly() ? when.occurred().toLocalDate().toString() : moment(when.occurred());
    }

    private static String moment(LocalDateTime local) {
        return OffsetDateTime.from(local.atZone(ZONE)).format(MINUTE);
    }
}
