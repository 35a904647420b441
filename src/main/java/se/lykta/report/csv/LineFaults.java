package se.lykta.report.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the faults of a file and keeps the first ones in full. Used by one thread at a time. */
final class LineFaults {

    private static final int KEPT = 50;
    private static final int SHOWN = 60;

    private final List<ImportResult.LineFault> first = new ArrayList<>();
    private final Map<String, Long> byCode = new TreeMap<>();
    private long faultyLines;
    private long lastLine = -1;

    /** Notes a fault; the faults of one line come one after another. */
    void add(long line, String code, String column, String message) {
        byCode.merge(code, 1L, Long::sum);
        if (line != lastLine) {
            faultyLines++;
            lastLine = line;
        }
        if (first.size() < KEPT) {
            first.add(new ImportResult.LineFault(line, code, column, message));
        }
    }

    long faultyLines() {
        return faultyLines;
    }

    List<ImportResult.LineFault> first() {
        return first.stream()
                .sorted(Comparator.comparingLong(ImportResult.LineFault::line))
                .toList();
    }

    Map<String, Long> byCode() {
        return byCode;
    }

    /** A value for a message: not too long, without control characters. */
    static String shown(String value) {
        String cut = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
        return "'" + cut.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
