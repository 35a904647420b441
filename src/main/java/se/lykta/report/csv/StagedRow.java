package se.lykta.report.csv;

import java.util.List;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.Severity;

/**
 * A good line of an imported file, ready for the staging table. Empty texts stand for null.
 *
 * @param key line number and external id
 * @param lonDeg longitude
 * @param latDeg latitude
 * @param causes codes, main one first
 * @param codes what is told by a code
 * @param when its times
 * @param reporter keyed hash
 * @param text free text or empty
 */
record StagedRow(
        Key key,
        double lonDeg,
        double latDeg,
        List<String> causes,
        Codes codes,
        Times when,
        long reporter,
        String text) {

    /**
     * What tells a row from others.
     *
     * @param line in the file
     * @param externalId in the system it comes from
     */
    record Key(long line, String externalId) {}

    /**
     * What is told by a code.
     *
     * @param source code
     * @param state code
     * @param placeKind code or empty
     * @param severity how unsafe it felt
     */
    record Codes(String source, String state, String placeKind, Severity severity) {}

    /**
     * The times of a row.
     *
     * @param occurred when it happened; {@link #NEVER} if only recurring is known
     * @param precision code or empty
     * @param recurring happens again and again
     * @param reported when it was reported
     * @param light derived
     */
    record Times(long occurred, String precision, boolean recurring, long reported, Light light) {

        /** No time: seconds since 1970 that no report has. */
        static final long NEVER = Long.MIN_VALUE;
    }
}
