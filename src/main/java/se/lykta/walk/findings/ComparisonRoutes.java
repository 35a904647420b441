package se.lykta.walk.findings;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.http.ApiException;
import se.lykta.http.JsonAnswer;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;
import se.lykta.walk.StoredWalk;
import se.lykta.walk.WalkStore;

/**
 * The findings of a walk for staff: {@code /api/walks/ID/findings} side by side in light and dark, the same as a table, and
 * {@code /api/walks/ID/reports} to make reports of them at once.
 */
public final class ComparisonRoutes implements Routes {

    private static final String LANGUAGE = "language";
    private static final String NO_STORE = "no-store";

    private final Findings findings;
    private final FindingReports reports;
    private final WalkStore walks;
    private final Audiences audiences;
    private final JsonAnswer answer = new JsonAnswer();

    /** The routes. */
    public ComparisonRoutes(Findings findings, FindingReports reports, WalkStore walks, Audiences audiences) {
        this.findings = findings;
        this.reports = reports;
        this.walks = walks;
        this.audiences = audiences;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/walks/{id}/findings", this::show);
        routes.get("/api/walks/{id}/findings.csv", this::export);
        routes.post("/api/walks/{id}/reports", this::makeReports);
    }

    private void show(Context context) {
        QueryParameters.of(context, Audiences.PARAMETER).check();
        StoredWalk walk = walkOfStaff(context);
        answer.send(context, ComparisonAnswer.of(walk.id(), findings.compare(walk)), NO_STORE);
    }

    private void export(Context context) {
        QueryParameters query = QueryParameters.of(context, Audiences.PARAMETER, LANGUAGE);
        String language = query.find(LANGUAGE).orElse("sv");
        if (!language.equals("sv") && !language.equals("en")) {
            query.fault(LANGUAGE, "allowed: sv, en");
        }
        query.check();
        StoredWalk walk = walkOfStaff(context);
        byte[] csv = new ComparisonCsv(language.equals("en"))
                .write(findings.compare(walk))
                .getBytes(StandardCharsets.UTF_8);
        String disposition = "attachment; filename=\"walk-%s-findings.csv\"".formatted(walk.id());
        context.header("Content-Disposition", disposition).header("Cache-Control", NO_STORE);
        context.contentType("text/csv; charset=utf-8").result(csv);
    }

    private void makeReports(Context context) {
        QueryParameters.of(context, Audiences.PARAMETER).check();
        FindingReports.Made made = reports.makeOf(walkOfStaff(context).id());
        Map<String, Integer> counts = Map.of("reports", made.reports(), "refused", made.refused(), "fine", made.fine());
        answer.send(context, counts, NO_STORE);
    }

    private StoredWalk walkOfStaff(Context context) {
        audiences.of(context).require(Audience.STAFF);
        return walks.find(context.pathParam("id"))
                .orElseThrow(() -> ApiException.notFound("unknown-walk", "there is no walk with this id"));
    }
}
