package se.lykta.report.csv;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a line of an imported file may tell about a report; the name in lower case is the default column name. */
public enum ImportColumn {
    /** The report's key in the system it comes from; needed. */
    EXTERNAL_ID,
    /** ISO date-time, date or month; needed unless recurring. */
    OCCURRED_AT,
    /** The same for the reporting; if absent, it was reported when it occurred. */
    REPORTED_AT,
    /** Longitude, or x east in the given reference system. */
    LON,
    /** Latitude, or y north. */
    LAT,
    /** Another name for {@link #LON}. */
    X,
    /** Another name for {@link #LAT}. */
    Y,
    /** Cause codes separated by blanks, or a value that is mapped to them. */
    CAUSES,
    /** Code of {@link se.lykta.taxonomy.Source}; if absent, import. */
    SOURCE,
    /** Code of {@link se.lykta.taxonomy.ReportState}; if absent, published. */
    STATE,
    /** Code of {@link se.lykta.taxonomy.PlaceKind}. */
    PLACE_KIND,
    /** 1, 2 or 3: how unsafe it felt, see {@link se.lykta.taxonomy.Severity}. */
    SEVERITY,
    /** A reference that is the same for the same person; hashed. */
    REPORTER,
    /** Free text. */
    TEXT,
    /** true or false. */
    RECURRING;

    /** The name in mappings and the default name in a file. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ImportColumn> find(String label) {
        return Arrays.stream(values())
                .filter(column -> column.label().equals(label))
                .findFirst();
    }
}
