package se.lykta.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import se.lykta.account.Audiences;
import se.lykta.http.JsonAnswer;
import se.lykta.http.RateLimit;
import se.lykta.http.Routes;
import se.lykta.walk.WalkStore;
import se.lykta.walk.findings.ComparisonRoutes;
import se.lykta.walk.findings.FindingReports;
import se.lykta.walk.findings.FindingRoutes;
import se.lykta.walk.findings.Findings;
import se.lykta.walk.findings.PhotoRoutes;
import se.lykta.walk.findings.Photos;
import se.lykta.walk.invitation.InvitationRoutes;
import se.lykta.walk.invitation.Invitations;
import se.lykta.walk.invitation.WalkAccess;

/** Walk mode, put together: invitations, what participants find, and the reports made of it. */
final class WalkMode {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Twenty people behind one address of their telephone company, who change every answer several times. */
    private static final int FINDINGS_PER_HOUR = 3000;

    private final Workspace workspace;
    private final Readings readings;
    private final FindingReports reports;

    WalkMode(Workspace workspace, Readings readings) {
        this.workspace = workspace;
        this.readings = readings;
        this.reports = new FindingReports(
                workspace.database().jdbi(),
                workspace.intake(() -> readings.territory().outline()),
                workspace.clock());
    }

    /** What turns findings into reports. */
    FindingReports reports() {
        return reports;
    }

    List<Routes> routes(WalkStore walks, Audiences audiences, Supplier<String> attribution) {
        Jdbi jdbi = workspace.database().jdbi();
        Clock clock = workspace.clock();
        var invitations = new Invitations(jdbi, clock, workspace.random());
        var findings = new Findings(jdbi, clock);
        var access = new WalkAccess(invitations);
        var limit = new RateLimit(FINDINGS_PER_HOUR, HOUR);
        var making = new RateLimit(workspace.settings().limits().walksPerHour(), HOUR);
        var surroundings = new FindingRoutes.Surroundings(new NamedPlaces(readings.gazetteer())::find, attribution);
        return List.of(
                new WalkPageRoutes(new JsonAnswer()),
                new InvitationRoutes(invitations, walks, audiences, making, clock),
                new FindingRoutes(findings, walks, access, audiences, limit, surroundings),
                new ComparisonRoutes(findings, reports, walks, audiences),
                new PhotoRoutes(new Photos(jdbi, clock, findings), access, audiences, limit));
    }
}
