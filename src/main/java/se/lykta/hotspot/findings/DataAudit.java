package se.lykta.hotspot.findings;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.geom.Geometry;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.audit.Audit;
import se.lykta.hotspot.audit.Finding;
import se.lykta.http.ApiException;
import se.lykta.report.ChangeFeed;
import se.lykta.report.ZoneClock;
import se.lykta.report.exclusion.Exclusion;
import se.lykta.report.exclusion.Exclusions;
import se.lykta.report.exclusion.Reason;

/**
 * Audits the reports of the database, keeps what was found, and excludes the reports of a finding.
 *
 * <p>Exists so that an analyst sees what spoils the map before reading it, and deals with it with one click. An audit reads
 * every exact report once, O(n log n), so it runs at night, after imports and when it is asked for; everybody reads the
 * kept one. Safe for use by many threads and processes.
 */
public final class DataAudit {

    private static final Duration FRESH = Duration.ofHours(12);

    private final ChangeFeed feed;
    private final ZoneClock wall;
    private final Place place;
    private final FindingStore store;
    private final Exclusions exclusions;
    private final Clock clock;

    /**
     * The audit of one database.
     *
     * @param wall the clock in which days are meant
     */
    public DataAudit(Jdbi jdbi, ChangeFeed feed, ZoneClock wall, Place place, Clock clock) {
        this.feed = feed;
        this.wall = wall;
        this.place = place;
        this.store = new FindingStore(jdbi);
        this.exclusions = new Exclusions(jdbi, clock);
        this.clock = clock;
    }

    /**
     * What has to be known of the place, asked for at each run.
     *
     * @param crs in which distances are measured
     * @param outline the border of the municipality, longitude and latitude, if it is known
     */
    public record Place(Supplier<MetricCrs> crs, Supplier<Optional<Geometry>> outline) {}

    /** Audits all reports now; one at a time. */
    public synchronized AuditRun run() {
        var reports = new AuditedReports(wall);
        long version = feed.forEachView(reports::add);
        MetricCrs crs = place.crs().get();
        List<FoundReports> findings = new ArrayList<>();
        List<long[]> ids = new ArrayList<>();
        for (Finding finding :
                Audit.findings(reports.points(crs, place.outline().get()))) {
            long[] concerned = reports.ids(finding.rows());
            findings.add(found(finding, concerned, crs));
            ids.add(concerned);
        }
        var run = new AuditRun(clock.instant(), version, reports.size(), reports.excluded(), findings);
        store.replace(run, ids);
        return run;
    }

    private static FoundReports found(Finding finding, long[] reports, MetricCrs crs) {
        Optional<LonLat> place = finding.place().flatMap(at -> position(crs, at));
        return new FoundReports(
                FoundReports.id(finding.code(), reports),
                finding.code(),
                finding.severity(),
                reports.length,
                place,
                finding.sentence());
    }

    /** Nowhere, if it is so far away that there is no way back from metres. */
    private static Optional<LonLat> position(MetricCrs crs, Finding.Place at) {
        try {
            return Optional.of(crs.unproject(at.x(), at.y()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Audits unless the newest audit is of these reports and not older than half a day. */
    public void runIfOutdated() {
        Optional<AuditRun> newest = store.find();
        boolean isFresh = newest.isPresent()
                && newest.get().snapshotVersion() == feed.newest()
                && newest.get().at().plus(FRESH).isAfter(clock.instant());
        if (!isFresh) {
            run();
        }
    }

    /** Audits if that was never done. */
    public void runIfNone() {
        if (store.find().isEmpty()) {
            run();
        }
    }

    /** The newest audit, if there was one. */
    public Optional<AuditRun> newest() {
        return store.find();
    }

    /** All exclusions that were ever made, those that hold first, then the newest first. */
    public List<Exclusion> exclusions() {
        return exclusions.list();
    }

    /**
     * One exclusion.
     *
     * @throws ApiException {@code unknown-exclusion}
     */
    public Exclusion exclusion(long id) {
        return exclusions.get(id);
    }

    /**
     * Excludes the reports of a finding of the newest audit. Only a rule about a position is kept with its place.
     *
     * @param actor who does it, an account or a role
     * @throws ApiException {@code finding-outdated} if the newest audit has no such finding or its reports are gone,
     *     {@code already-excluded}
     */
    public Exclusion exclude(String id, String actor) {
        AuditRun run = store.find().orElseThrow(DataAudit::outdated);
        FoundReports finding = run.findings().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(DataAudit::outdated);
        long[] reports = store.findReports(id).orElseThrow(DataAudit::outdated);
        Optional<LonLat> at = finding.isOfPosition() ? finding.place() : Optional.empty();
        var reason = new Reason(
                id,
                finding.code().id(),
                finding.sentence().sv(),
                finding.sentence().en(),
                run.snapshotVersion(),
                at,
                finding.isOfPosition());
        return exclusions.exclude(reason, reports, actor);
    }

    private static ApiException outdated() {
        return new ApiException(
                ApiException.Kind.CONFLICT,
                "finding-outdated",
                "the newest audit has no such finding: look at it again",
                List.of());
    }

    /**
     * Lets the reports of an exclusion count again.
     *
     * @param actor who does it, an account or a role
     * @throws ApiException {@code unknown-exclusion}, {@code already-undone}
     */
    public Exclusion undo(long exclusion, String actor) {
        return exclusions.undo(exclusion, actor);
    }
}
