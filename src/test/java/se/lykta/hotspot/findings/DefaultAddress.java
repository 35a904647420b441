package se.lykta.hotspot.findings;

import se.lykta.db.Database;
import se.lykta.report.ExclusionRuleStore;

/** The address that a system falls back on, in the demo town: many reports of many people on one coordinate. */
public final class DefaultAddress {

    static final String LON = "15.0461";
    static final String LAT = "58.9482";

    private DefaultAddress() {}

    /** Adds reports there, spread over 2025, as an import would write them. */
    public static void add(Database database, int reports) {
        database.jdbi().useTransaction(handle -> {
            handle.execute("""
                    WITH added AS (
                        INSERT INTO report (geom, causes, source, state, occurred_at, occurred_precision, reported_at, reporter)
                        SELECT ST_SetSRID(ST_MakePoint(%s, %s), 4326), '{A11}', 'resident', 'published',
                               timestamptz '2025-01-02 08:00+00' + make_interval(mins => (n * 7919 %% 500000)::int),
                               'minute', '2026-01-03 08:00+00', 1000000 + n
                        FROM generate_series(1, ?) n RETURNING id)
                    INSERT INTO outbox (first_report_id, last_report_id) SELECT min(id), max(id) FROM added
                    """.formatted(LON, LAT), reports);
            new ExclusionRuleStore().applyToAll(handle);
            handle.execute("NOTIFY lykta_report");
        });
    }
}
