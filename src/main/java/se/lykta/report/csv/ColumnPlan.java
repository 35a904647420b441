package se.lykta.report.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.report.ReportRules;
import se.lykta.taxonomy.PlaceKind;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;

/**
 * Where each value of a report comes from in one file: a field, a constant, or nowhere. Immutable.
 *
 * <p>Made from the header and the options before any line is read; everything that is wrong with them is told at once.
 */
final class ColumnPlan {

    private final EnumMap<ImportColumn, Integer> fields = new EnumMap<>(ImportColumn.class);
    private final EnumMap<ImportColumn, String> constants = new EnumMap<>(ImportColumn.class);
    private final ImportColumn x;
    private final ImportColumn y;
    private final int width;

    private ColumnPlan(List<String> header, ImportOptions options, List<Fault> faults) {
        width = header.size();
        constants.put(ImportColumn.SOURCE, Source.IMPORT.code());
        constants.put(ImportColumn.STATE, options.defaultState());
        readConstants(options, faults);
        for (ImportColumn column : ImportColumn.values()) {
            int own = options.constants().containsKey(column.label()) ? -1 : header.indexOf(column.label());
            if (own >= 0) {
                fields.put(column, own);
            }
        }
        readMapping(header, options, faults);
        boolean useXy = options.columns().containsKey("x") || !fields.containsKey(ImportColumn.LON);
        x = useXy ? ImportColumn.X : ImportColumn.LON;
        y = useXy ? ImportColumn.Y : ImportColumn.LAT;
        requireNeeded(options, faults);
    }

    /**
     * The plan for a file.
     *
     * @throws ApiException {@code invalid-mapping} with everything that is wrong
     */
    static ColumnPlan of(List<String> header, ImportOptions options, ReportRules rules) {
        List<Fault> faults = new ArrayList<>();
        List<String> names = header.stream().map(String::strip).toList();
        var plan = new ColumnPlan(names, options, faults);
        checkCauses(options, rules, faults);
        if (options.origin().isBlank() || options.origin().length() > 100) {
            faults.add(new Fault("origin", "has to be a name of 1..100 characters"));
        }
        if (!faults.isEmpty()) {
            throw ApiException.invalid("invalid-mapping", faults);
        }
        return plan;
    }

    /** The number of fields of the header. */
    int width() {
        return width;
    }

    /** The column that holds x or longitude. */
    ImportColumn x() {
        return x;
    }

    /** The column that holds y or latitude. */
    ImportColumn y() {
        return y;
    }

    /** Says whether the file itself tells this column. */
    boolean isInFile(ImportColumn column) {
        return fields.containsKey(column);
    }

    /** The stripped value of a line; empty if there is none. */
    String value(List<String> line, ImportColumn column) {
        Integer field = fields.get(column);
        if (field == null) {
            @Nullable String constant = constants.get(column);
            return constant == null ? "" : constant;
        }
        String value = line.get(field).strip();
        String constant = value.isEmpty() ? constants.get(column) : null;
        return constant == null ? value : constant;
    }

    private void readConstants(ImportOptions options, List<Fault> faults) {
        new TreeMap<>(options.constants()).forEach((name, value) -> {
            ImportColumn column = ImportColumn.find(name).orElse(null);
            if (column == null || column == ImportColumn.EXTERNAL_ID) {
                faults.add(new Fault(name, "can't have a constant value, allowed are " + allowed()));
                return;
            }
            boolean known = switch (column) {
                case SOURCE -> Source.find(value).isPresent();
                case STATE -> ReportState.find(value).isPresent();
                case PLACE_KIND -> PlaceKind.find(value).isPresent();
                case SEVERITY -> Severity.find(value).isPresent();
                default -> true;
            };
            if (!known) {
                faults.add(new Fault(name, LineFaults.shown(value) + " is not in the list, see /api/taxonomy"));
            }
            constants.put(column, value);
        });
    }

    private void readMapping(List<String> header, ImportOptions options, List<Fault> faults) {
        for (Map.Entry<String, String> entry : new TreeMap<>(options.columns()).entrySet()) {
            ImportColumn column = ImportColumn.find(entry.getKey()).orElse(null);
            int index = header.indexOf(entry.getValue());
            if (column == null) {
                faults.add(new Fault(entry.getKey(), "is no column of a report, allowed are " + allowed()));
            } else if (index < 0) {
                faults.add(new Fault(
                        entry.getKey(),
                        "the file has no column %s, it has %s"
                                .formatted(LineFaults.shown(entry.getValue()), LineFaults.shown(names(header)))));
            } else {
                fields.put(column, index);
            }
        }
    }

    private void requireNeeded(ImportOptions options, List<Fault> faults) {
        List<ImportColumn> needed = new ArrayList<>(List.of(ImportColumn.EXTERNAL_ID, x, y));
        if (!has(ImportColumn.RECURRING)) {
            needed.add(ImportColumn.OCCURRED_AT);
        }
        if (options.defaultCause().isEmpty()) {
            needed.add(ImportColumn.CAUSES);
        }
        for (ImportColumn column : needed) {
            if (!has(column) && !options.columns().containsKey(column.label())) {
                faults.add(new Fault(column.label(), "is missing: neither in the file nor mapped"));
            }
        }
    }

    private boolean has(ImportColumn column) {
        return fields.containsKey(column) || constants.containsKey(column);
    }

    private static void checkCauses(ImportOptions options, ReportRules rules, List<Fault> faults) {
        options.defaultCause()
                .filter(code -> !rules.isReportable(code))
                .ifPresent(code -> faults.add(new Fault("default-cause", LineFaults.shown(code) + " is no cause")));
        new TreeMap<>(options.causes()).forEach((value, codes) -> {
            for (String code : codes.strip().split("\\s+", -1)) {
                if (!rules.isReportable(code)) {
                    faults.add(new Fault("causes", LineFaults.shown(code) + " is no cause"));
                }
            }
        });
    }

    private static String allowed() {
        return names(
                Arrays.stream(ImportColumn.values()).map(ImportColumn::label).toList());
    }

    private static String names(List<String> names) {
        return String.join(", ", names);
    }
}
