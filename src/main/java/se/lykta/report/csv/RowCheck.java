package se.lykta.report.csv;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.report.Daylight;
import se.lykta.report.EventTime;
import se.lykta.report.Outline;
import se.lykta.report.ReportRules;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.PlaceKind;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;

/**
 * Turns the fields of one line into a staged row, or notes everything that is wrong with it. Used by one thread.
 *
 * <p>Texts and reporters are never repeated in a message.
 */
final class RowCheck {

    private static final int MOST_KEY = 200;

    private final ColumnPlan plan;
    private final ReportRules rules;
    private final Outline outline;
    private final Optional<MetricCrs> crs;
    private final CauseValues causeValues;
    private final RowTimes times;
    private final RowReporters reporters;
    private final LineFaults faults;
    private long line;
    private boolean good;

    RowCheck(
            ColumnPlan plan, ReportRules rules, Outline outline, ImportOptions options, byte[] key, LineFaults faults) {
        this.plan = plan;
        this.rules = rules;
        this.outline = outline;
        this.crs = isLonLat(options.crs()) ? Optional.empty() : Optional.of(MetricCrs.of(options.crs()));
        this.causeValues = new CauseValues(rules, options);
        this.times = new RowTimes(options.zone());
        this.reporters = new RowReporters(key, options);
        this.faults = faults;
    }

    /** Says whether lines tell the state of their report. */
    boolean tellsStates() {
        return plan.isInFile(ImportColumn.STATE);
    }

    /** The row of a line that has as many fields as the header; null if anything is wrong with it. */
    @Nullable StagedRow check(long number, List<String> fields) {
        line = number;
        good = true;
        String id = key(fields, ImportColumn.EXTERNAL_ID);
        if (id.isEmpty()) {
            fault("missing-external-id", ImportColumn.EXTERNAL_ID, "is empty");
        }
        LonLat place = place(fields);
        List<String> causes = causes(fields);
        StagedRow.Codes codes = codes(fields);
        StagedRow.Times when = times(fields, place);
        String reference = key(fields, ImportColumn.REPORTER);
        String text = text(fields);
        if (!good || place == null || when == null) {
            return null;
        }
        long reporter = reporters.keyOf(reference, when.reported());
        return new StagedRow(
                new StagedRow.Key(line, id), place.lonDeg(), place.latDeg(), causes, codes, when, reporter, text);
    }

    private @Nullable LonLat place(List<String> fields) {
        double x = number(fields, plan.x());
        double y = number(fields, plan.y());
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return null;
        }
        if (crs.isPresent() && crs.get().isMetric() && Math.abs(x) <= 180 && Math.abs(y) <= 90) {
            fault(
                    "not-in-crs",
                    plan.x(),
                    "%s, %s look like degrees, not like metres of %s"
                            .formatted(x, y, crs.get().name()));
            return null;
        }
        try {
            LonLat place = crs.isPresent() ? crs.get().unproject(x, y) : new LonLat(x, y);
            if (!outline.contains(place.lonDeg(), place.latDeg())) {
                fault("outside-municipality", plan.x(), "%s, %s is outside the municipality".formatted(x, y));
            }
            return place;
        } catch (IllegalArgumentException e) {
            fault("not-on-earth", plan.x(), "%s, %s is no place on earth in this reference system".formatted(x, y));
            return null;
        }
    }

    /** A decimal number, a comma as decimal sign included; NaN after noting the fault. */
    private double number(List<String> fields, ImportColumn column) {
        String text = plan.value(fields, column);
        try {
            double value = Double.parseDouble(text.indexOf('.') < 0 ? text.replace(',', '.') : text);
            boolean plain = Double.isFinite(value) && Character.isDigit(text.charAt(text.length() - 1));
            if (plain) {
                return value;
            }
        } catch (NumberFormatException e) {
            fault("invalid-coordinate", column, LineFaults.shown(text) + " is no number");
            return Double.NaN;
        }
        fault("invalid-coordinate", column, LineFaults.shown(text) + " is no plain number");
        return Double.NaN;
    }

    private List<String> causes(List<String> fields) {
        String value = plan.value(fields, ImportColumn.CAUSES);
        List<String> causes = causeValues.of(value);
        if (causes.isEmpty()) {
            fault(
                    value.isEmpty() ? "missing-cause" : "unknown-cause",
                    ImportColumn.CAUSES,
                    value.isEmpty()
                            ? "is empty"
                            : LineFaults.shown(value) + " is no cause and not mapped to any, nor is there a default");
        }
        return causes;
    }

    private String code(List<String> fields, ImportColumn column, Function<String, ? extends Optional<?>> find) {
        String value = plan.value(fields, column);
        if (!value.isEmpty() && find.apply(value).isEmpty()) {
            String name = column.label().replace('_', '-');
            fault("unknown-" + name, column, LineFaults.shown(value) + " is not in the list, see /api/taxonomy");
        }
        return value;
    }

    private StagedRow.Codes codes(List<String> fields) {
        String source = code(fields, ImportColumn.SOURCE, Source::find);
        String state = code(fields, ImportColumn.STATE, ReportState::find);
        String placeKind = code(fields, ImportColumn.PLACE_KIND, PlaceKind::find);
        String severity = code(fields, ImportColumn.SEVERITY, Severity::find);
        return new StagedRow.Codes(
                source, state, placeKind, Severity.find(severity).orElse(Severity.UNKNOWN));
    }

    private StagedRow.@Nullable Times times(List<String> fields, @Nullable LonLat place) {
        boolean recurring = recurring(fields);
        EventTime occurred = time(fields, ImportColumn.OCCURRED_AT);
        EventTime reported = time(fields, ImportColumn.REPORTED_AT);
        if (occurred == null
                && !recurring
                && plan.value(fields, ImportColumn.OCCURRED_AT).isEmpty()) {
            fault("missing-time", ImportColumn.OCCURRED_AT, "is empty");
        }
        EventTime told = reported == null ? occurred : reported;
        if (told == null) {
            if (recurring) {
                fault("missing-time", ImportColumn.REPORTED_AT, "is empty, and so is occurred_at");
            }
            return null;
        }
        return new StagedRow.Times(
                occurred == null ? StagedRow.Times.NEVER : occurred.start().getEpochSecond(),
                occurred == null ? "" : occurred.precision().code(),
                recurring,
                told.start().getEpochSecond(),
                light(occurred, recurring, place));
    }

    private boolean recurring(List<String> fields) {
        String text = plan.value(fields, ImportColumn.RECURRING);
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            fault("invalid-flag", ImportColumn.RECURRING, LineFaults.shown(text) + " is not true or false");
        }
        return text.equals("true");
    }

    private @Nullable EventTime time(List<String> fields, ImportColumn column) {
        String text = plan.value(fields, column);
        if (text.isEmpty()) {
            return null;
        }
        EventTime time = times.find(text);
        if (time == null) {
            fault("invalid-time", column, LineFaults.shown(text) + " is no ISO date-time, date or month");
            return null;
        }
        rules.timeFault(time.start())
                .ifPresent(what -> fault("impossible-time", column, LineFaults.shown(text) + " " + what));
        return time;
    }

    private static Light light(@Nullable EventTime occurred, boolean recurring, @Nullable LonLat place) {
        if (occurred == null || place == null || recurring || occurred.precision() != EventTime.Precision.MINUTE) {
            return Light.UNKNOWN;
        }
        return Daylight.at(occurred.start(), place.lonDeg(), place.latDeg());
    }

    private String key(List<String> fields, ImportColumn column) {
        String key = plan.value(fields, column);
        if (key.length() > MOST_KEY) {
            fault("text-too-long", column, "is longer than %d characters".formatted(MOST_KEY));
        }
        ReportRules.textFault(key).ifPresent(what -> fault("invalid-text", column, what));
        return key;
    }

    private String text(List<String> fields) {
        String text = plan.value(fields, ImportColumn.TEXT);
        ReportRules.textFault(text).ifPresent(what -> fault("invalid-text", ImportColumn.TEXT, what));
        return text;
    }

    private void fault(String code, ImportColumn column, String message) {
        good = false;
        faults.add(line, code, column.label(), message);
    }

    private static boolean isLonLat(String crs) {
        return crs.strip().equalsIgnoreCase("EPSG:4326");
    }
}
