package se.lykta.report;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.geom.Geometry;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Taxonomy;

/**
 * Takes reports in, one at a time.
 *
 * <p>The only way for a single report into the tables: it is checked in full, light or dark is derived, and row, history,
 * contact, audit and outbox are written in one transaction, so that a report with a receipt is never lost and one without
 * leaves nothing. Of an anonymous reporter nothing is stored. Safe for use by many threads.
 */
public final class Intake {

    private static final String ACTOR = "intake";

    private final Jdbi jdbi;
    private final ReportRules rules;
    private final Outline outline;
    private final ZoneId zone;
    private final Clock clock;
    private final SecureRandom random;
    private final SecretStore secrets;
    private final ReportStore reports = new ReportStore();
    private final OutboxStore outbox = new OutboxStore();
    private final AuditStore audit = new AuditStore();
    private final ExclusionRuleStore exclusions = new ExclusionRuleStore();

    /**
     * An intake.
     *
     * @param outline the municipality, longitude and latitude; without one every place on earth is allowed
     * @param zone in which days begin and local times are meant
     * @param random makes receipt codes; has to be unpredictable
     */
    public Intake(
            Jdbi jdbi,
            Taxonomy taxonomy,
            Supplier<Optional<Geometry>> outline,
            ZoneId zone,
            Clock clock,
            SecureRandom random) {
        this.jdbi = jdbi;
        this.rules = new ReportRules(taxonomy, zone, clock);
        this.outline = new Outline(outline);
        this.zone = zone;
        this.clock = clock;
        this.random = random;
        this.secrets = new SecretStore(random);
    }

    /**
     * Takes a report in.
     *
     * @throws ApiException {@code invalid-report} with every fault
     */
    public Receipt submit(ReportDraft draft) {
        return submit(draft, List.of());
    }

    /** The same for a draft about which its reader has found faults already: they are told together. */
    Receipt submit(ReportDraft draft, List<Fault> found) {
        CheckedReport report = checked(draft, found);
        ReceiptCode code = ReceiptCode.random(random);
        Instant now = clock.instant();
        long id = jdbi.inTransaction(transaction -> write(transaction, report, code, now));
        return new Receipt(code.text(), id, ReportState.RECEIVED);
    }

    /**
     * Takes a report in as part of a transaction, so that what refers to the report is written with it or not at all. Nobody
     * gets a receipt for it.
     *
     * @return the report's number
     * @throws ApiException {@code invalid-report} with every fault; nothing has been written then
     */
    public long submit(Handle transaction, ReportDraft draft) {
        return write(transaction, checked(draft, List.of()), ReceiptCode.random(random), clock.instant());
    }

    private CheckedReport checked(ReportDraft draft, List<Fault> found) {
        DraftCheck check = new DraftCheck(rules, zone, outline, found);
        return check.check(draft).orElseThrow(() -> ApiException.invalid("invalid-report", check.faults()));
    }

    /** How a report stands, for the holder of its receipt; empty for a code that was never given. */
    public Optional<ReportProgress> findProgress(String receiptCode) {
        return ReceiptCode.parse(receiptCode)
                .flatMap(code -> jdbi.withHandle(handle -> reports.findProgress(handle, code.hash())));
    }

    private long write(Handle transaction, CheckedReport report, ReceiptCode code, Instant now) {
        long reporter = reporter(transaction, report, now);
        var facts = new ReportStore.Facts(now, light(report), reporter, code.hash());
        long id = reports.insert(transaction, report, facts);
        exclusions.apply(transaction, id, id);
        reports.insertState(transaction, id, new ReportStore.Move(ReportState.RECEIVED, null, now, ACTOR));
        report.contact().ifPresent(contact -> reports.insertContact(transaction, id, contact));
        var details = Map.of(
                "state", ReportState.RECEIVED.code(), "source", report.source().code());
        audit.append(transaction, now, ACTOR, new AuditStore.Event("report-submitted", "report:" + id, details));
        outbox.append(transaction, id, id);
        return id;
    }

    private long reporter(Handle transaction, CheckedReport report, Instant now) {
        var keys = new ReporterKeys(secrets.reporterKey(transaction));
        if (report.reporter().isPresent()) {
            return keys.ofReference(report.reporter().get());
        }
        return report.contact()
                .map(keys::ofContact)
                .orElseGet(() -> keys.anonymous(now.atZone(zone).toLocalDate()));
    }

    private static Light light(CheckedReport report) {
        EventTime time = report.time();
        if (time == null || time.precision() != EventTime.Precision.MINUTE || report.recurring()) {
            return Light.UNKNOWN;
        }
        return Daylight.at(
                time.start(), report.position().lonDeg(), report.position().latDeg());
    }
}
