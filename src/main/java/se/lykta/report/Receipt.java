package se.lykta.report;

import se.lykta.taxonomy.ReportState;

/**
 * The answer to a report that was taken in.
 *
 * @param code by which the reporter can follow it; told once, not stored
 * @param reportId the report's number, for staff and programs; not for the reporter
 * @param state where it stands now
 */
public record Receipt(String code, long reportId, ReportState state) {}
