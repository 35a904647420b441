package se.lykta.report.csv;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import se.lykta.taxonomy.ReportState;

/**
 * How to read one file of reports.
 *
 * <p>A report has the columns of {@link ImportColumn}; each is looked for under its own name unless it is mapped to another
 * column of the file or given one constant value.
 *
 * @param origin the system the file comes from; with the column {@code external_id} the key by which a second import
 *     knows a report again
 * @param columns column of a report to column of the file
 * @param constants column of a report to the value that every line gets
 * @param causes value in the file to cause codes, separated by blanks
 * @param defaultCause code for values that are neither mapped nor codes; without it they are faults
 * @param crs EPSG code of the coordinates
 * @param zone of times that name no offset
 * @param dryRun do everything, then take it back
 * @param skipBad write the good lines although others are bad; else one bad line refuses the file
 */
public record ImportOptions(
        String origin,
        Map<String, String> columns,
        Map<String, String> constants,
        Map<String, String> causes,
        Optional<String> defaultCause,
        String crs,
        ZoneId zone,
        boolean dryRun,
        boolean skipBad) {

    /** Copies the maps; a state that is told nowhere is published. */
    public ImportOptions {
        columns = Map.copyOf(columns);
        constants = Map.copyOf(constants);
        causes = Map.copyOf(causes);
    }

    /** A file that has the columns of a report under their own names, in longitude and latitude. */
    public static ImportOptions of(String origin, ZoneId zone) {
        return new ImportOptions(
                origin, Map.of(), Map.of(), Map.of(), Optional.empty(), "EPSG:4326", zone, false, false);
    }

    /** The same with other columns. */
    public ImportOptions withColumns(Map<String, String> other) {
        return new ImportOptions(origin, other, constants, causes, defaultCause, crs, zone, dryRun, skipBad);
    }

    /** The same with other constants. */
    public ImportOptions withConstants(Map<String, String> other) {
        return new ImportOptions(origin, columns, other, causes, defaultCause, crs, zone, dryRun, skipBad);
    }

    /** The same with other causes. */
    public ImportOptions withCauses(Map<String, String> other, Optional<String> otherDefault) {
        return new ImportOptions(origin, columns, constants, other, otherDefault, crs, zone, dryRun, skipBad);
    }

    /** The same in another coordinate reference system. */
    public ImportOptions withCrs(String other) {
        return new ImportOptions(origin, columns, constants, causes, defaultCause, other, zone, dryRun, skipBad);
    }

    /** The same as a dry run, or not, and skipping bad lines, or not. */
    public ImportOptions withMode(boolean dry, boolean skip) {
        return new ImportOptions(origin, columns, constants, causes, defaultCause, crs, zone, dry, skip);
    }

    /** The state of lines that tell none. */
    String defaultState() {
        return ReportState.PUBLISHED.code();
    }
}
