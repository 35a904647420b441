package se.lykta.report;

import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;

/**
 * The same facts as a {@link ReportPoint}, which may be there for a moment only.
 *
 * <p>Exists so that millions of reports go from the database into columns without an object for each: the reader of a load
 * is handed one view again and again, and keeps values, never the view.
 */
public interface PointView {

    /** The report's number. */
    long id();

    /** Exact longitude, WGS 84. */
    double lonDeg();

    /** Exact latitude, WGS 84. */
    double latDeg();

    /** Mask of causes, never 0. */
    long causes();

    /** Minutes since 1970-01-01T00:00Z. */
    int occurredMinute();

    /** Who it comes from. */
    Source source();

    /** Where it stands. */
    ReportState state();

    /** Local hour of the week, 0..167, or {@link ReportPoint.When#NO_HOUR}. */
    int hourOfWeek();

    /** Whether it was dark. */
    Light light();

    /** How unsafe it felt. */
    Severity severity();

    /** Tells voices apart. */
    long reporter();

    /** Whether staff left it out of all analysis; it stays a report. */
    boolean excluded();
}
