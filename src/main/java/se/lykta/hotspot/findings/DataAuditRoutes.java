package se.lykta.hotspot.findings;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.http.ApiException;
import se.lykta.http.JsonAnswer;
import se.lykta.http.JsonBody;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;
import se.lykta.report.exclusion.Exclusion;

/**
 * {@code /api/audit}: the newest data audit and the log of exclusions, for staff. POST audits anew; {@code
 * /api/audit/exclusions} excludes the reports of a finding, and DELETE takes an exclusion back.
 */
public final class DataAuditRoutes implements Routes {

    private static final int MOST_BYTES = 4096;
    private static final String EXCLUSIONS = "/api/audit/exclusions";
    private static final String NO_STORE = "no-store";

    /** Staff have no accounts of their own yet. */
    private static final String ACTOR = "role:staff";

    private final DataAudit audit;
    private final Audiences audiences;
    private final JsonAnswer answer;

    /** The routes of one service. */
    public DataAuditRoutes(DataAudit audit, Audiences audiences, JsonAnswer answer) {
        this.audit = audit;
        this.audiences = audiences;
        this.answer = answer;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/audit", this::look);
        routes.post("/api/audit", this::run);
        routes.post(EXCLUSIONS, this::exclude);
        routes.get(EXCLUSIONS + "/{id}", this::lookAtExclusion);
        routes.delete(EXCLUSIONS + "/{id}", this::undo);
    }

    private void look(Context context) {
        requireStaff(context);
        answer.send(context, DataAuditAnswer.of(audit.newest(), audit.exclusions()), JsonAnswer.PRIVATE);
    }

    private void run(Context context) {
        requireStaff(context);
        audit.run();
        answer.send(context, DataAuditAnswer.of(audit.newest(), audit.exclusions()), NO_STORE);
    }

    private void exclude(Context context) {
        requireStaff(context);
        JsonBody body = JsonBody.of(context, MOST_BYTES, "finding");
        String finding = body.text("finding").orElse("");
        if (finding.isEmpty()) {
            body.fault("finding", "the id of a finding of /api/audit is needed");
        }
        body.check("invalid-exclusion");
        Exclusion made = audit.exclude(finding, ACTOR);
        context.status(201).header("Location", EXCLUSIONS + "/" + made.id());
        answer.send(context, DataAuditAnswer.of(made), NO_STORE);
    }

    private void lookAtExclusion(Context context) {
        requireStaff(context);
        answer.send(context, DataAuditAnswer.of(audit.exclusion(id(context))), JsonAnswer.PRIVATE);
    }

    private void undo(Context context) {
        requireStaff(context);
        answer.send(context, DataAuditAnswer.of(audit.undo(id(context), ACTOR)), NO_STORE);
    }

    private void requireStaff(Context context) {
        QueryParameters.of(context, Audiences.PARAMETER).check();
        audiences.of(context).require(Audience.STAFF);
    }

    private static long id(Context context) {
        String id = context.pathParam("id");
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw ApiException.notFound("unknown-exclusion", "the number of an exclusion is a whole number");
        }
        return Long.parseLong(id);
    }
}
