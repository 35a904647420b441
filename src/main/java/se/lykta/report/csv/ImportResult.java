package se.lykta.report.csv;

import java.util.List;
import java.util.Map;

/**
 * What an import did, or would have done.
 *
 * @param written whether anything was kept: not after a dry run or a refusal
 * @param rows lines of data in the file
 * @param created reports that were not there
 * @param changed reports that were there and are different now
 * @param unchanged reports that were there just so
 * @param faulty lines with at least one fault
 * @param encoding how the file was read
 * @param faults the first faults, in order of line
 * @param faultsByCode how many faults there are of each code, all counted
 */
public record ImportResult(
        boolean written,
        long rows,
        long created,
        long changed,
        long unchanged,
        long faulty,
        String encoding,
        List<LineFault> faults,
        Map<String, Long> faultsByCode) {

    /** Copies the collections. */
    public ImportResult {
        faults = List.copyOf(faults);
        faultsByCode = Map.copyOf(faultsByCode);
    }

    /**
     * One thing that is wrong with one line.
     *
     * @param line number of the line in the file, the first is 1
     * @param code stable, kebab-case
     * @param column which column, empty if the whole line
     * @param message what is wrong and what is allowed
     */
    public record LineFault(long line, String code, String column, String message) {}
}
