package se.lykta.report;

import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;

/**
 * What the read index may know of a report: no text, no contact.
 *
 * <p>Exists so that the index, and all that reads it, cannot leak what it never had. Immutable.
 *
 * @param id the report's number, unique
 * @param lonDeg longitude, degrees
 * @param latDeg latitude, degrees
 * @param causes mask of {@link se.lykta.taxonomy.Cause} bits
 * @param occurredMinute minutes since 1970-01-01T00:00Z, rounded down
 * @param source who it comes from
 * @param state where it stands
 * @param light whether it was dark
 * @param reporter keyed hash of the reporter; all anonymous reports of one local day have the same, so that they are
 *     one voice
 */
public record ReportPoint(
        long id,
        double lonDeg,
        double latDeg,
        long causes,
        int occurredMinute,
        Source source,
        ReportState state,
        Light light,
        long reporter) {}
