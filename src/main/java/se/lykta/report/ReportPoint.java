package se.lykta.report;

import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
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
 * @param when when it happened
 * @param source who it comes from
 * @param state where it stands
 * @param severity how unsafe it felt
 * @param reporter tells voices apart: a keyed hash; below zero for anonymous reports, one value for all of a local day
 * @param excluded whether staff left it out of all analysis
 */
public record ReportPoint(
        long id,
        double lonDeg,
        double latDeg,
        long causes,
        When when,
        Source source,
        ReportState state,
        Severity severity,
        long reporter,
        boolean excluded)
        implements PointView {

    /** A point that is not excluded. */
    public ReportPoint(
            long id,
            double lonDeg,
            double latDeg,
            long causes,
            When when,
            Source source,
            ReportState state,
            Severity severity,
            long reporter) {
        this(id, lonDeg, latDeg, causes, when, source, state, severity, reporter, false);
    }

    /** A point of which neither the hour nor the severity is known, as those of the release. */
    public ReportPoint(
            long id,
            double lonDeg,
            double latDeg,
            long causes,
            int occurredMinute,
            Source source,
            ReportState state,
            Light light,
            long reporter) {
        this(
                id,
                lonDeg,
                latDeg,
                causes,
                new When(occurredMinute, When.NO_HOUR, light),
                source,
                state,
                Severity.UNKNOWN,
                reporter);
    }

    /** What a view shows now. */
    static ReportPoint of(PointView view) {
        return new ReportPoint(
                view.id(),
                view.lonDeg(),
                view.latDeg(),
                view.causes(),
                new When(view.occurredMinute(), view.hourOfWeek(), view.light()),
                view.source(),
                view.state(),
                view.severity(),
                view.reporter(),
                view.excluded());
    }

    /** The same report, excluded or counted again. */
    public ReportPoint withExcluded(boolean isExcluded) {
        return new ReportPoint(id, lonDeg, latDeg, causes, when, source, state, severity, reporter, isExcluded);
    }

    /** See {@link When#minute()}. */
    @Override
    public int occurredMinute() {
        return when.minute;
    }

    /** See {@link When#hourOfWeek()}. */
    @Override
    public int hourOfWeek() {
        return when.hourOfWeek;
    }

    /** See {@link When#light()}. */
    @Override
    public Light light() {
        return when.light;
    }

    /**
     * When a report happened, as well as it is known.
     *
     * @param minute minutes since 1970-01-01T00:00Z; the first of the day or month if only that is known; of the
     *     reporting if it recurs without a time
     * @param hourOfWeek local hour, 0..167, Monday 00 is 0 (see {@link ZoneClock}); {@link #NO_HOUR} if only the day or
     *     month is known, or nothing
     * @param light whether it was dark
     */
    public record When(int minute, int hourOfWeek, Light light) {

        /** Stands for an hour that is not known. */
        public static final int NO_HOUR = -1;

        /** Refuses hours that no week has. */
        public When {
            if (hourOfWeek < NO_HOUR || hourOfWeek >= ZoneClock.HOURS_PER_WEEK) {
                throw new IllegalArgumentException("a week has no hour " + hourOfWeek);
            }
        }
    }
}
