package se.lykta.bench;

import se.lykta.report.ReportPoint;

/**
 * A generated report.
 *
 * @param point what the read index gets of it
 * @param mainBit the cause that is named first
 */
record BenchReport(ReportPoint point, int mainBit) {

    boolean hourKnown() {
        return point.hourOfWeek() != ReportPoint.When.NO_HOUR;
    }
}
