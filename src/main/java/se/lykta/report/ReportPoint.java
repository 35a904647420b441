package se.lykta.report;

import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;

/**
 * What the read index may know of a report: no text, no contact, no receipt.
 *
 * <p>Exists so that nothing downstream of the index can leak what it has never held.
 *
 * @param id the report's number
 * @param lonDeg exact longitude, WGS 84
 * @param latDeg exact latitude, WGS 84
 * @param causes mask of {@link se.lykta.taxonomy.Cause#mask()}, never 0
 * @param occurredMinute minutes since 1970-01-01T00:00Z; the first of the day or month if only that is known; of the
 *     reporting if it recurs without a time
 * @param source who it comes from
 * @param state where it stands
 * @param light whether it was dark
 * @param reporter tells voices apart: a keyed hash; below zero for anonymous reports, one value for all of a local day
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
