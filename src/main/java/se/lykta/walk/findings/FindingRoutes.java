package se.lykta.walk.findings;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import se.lykta.account.Audiences;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;
import se.lykta.http.ApiException;
import se.lykta.http.JsonAnswer;
import se.lykta.http.JsonBody;
import se.lykta.http.QueryParameters;
import se.lykta.http.RateLimit;
import se.lykta.http.Routes;
import se.lykta.report.ReportRules;
import se.lykta.walk.StoredWalk;
import se.lykta.walk.WalkStore;
import se.lykta.walk.invitation.WalkAccess;

/**
 * The participants' side: {@code /api/walks/ID/guide} to take along, {@code /api/walks/ID/findings/UUID} to send what was
 * found. For holders of an invitation to that walk, and for staff.
 */
public final class FindingRoutes implements Routes {

    /** Room for 2 000 characters of four bytes each, all of them escaped, and the grades. */
    private static final int MOST_BYTES = 32 * 1024;

    private static final int MOST_REVISIONS = 1_000_000;
    private static final String NO_STORE = "no-store";

    private final Findings findings;
    private final WalkStore walks;
    private final WalkAccess access;
    private final Audiences audiences;
    private final RateLimit limit;
    private final Surroundings surroundings;
    private final JsonAnswer answer = new JsonAnswer();

    /**
     * What is told of the place besides the walk.
     *
     * @param nearest what people call a place
     * @param attribution whom to thank for the map
     */
    public record Surroundings(Function<LonLat, Optional<Name>> nearest, Supplier<String> attribution) {}

    /**
     * The routes.
     *
     * @param limit how often one address may call: a whole group may share one
     */
    public FindingRoutes(
            Findings findings,
            WalkStore walks,
            WalkAccess access,
            Audiences audiences,
            RateLimit limit,
            Surroundings surroundings) {
        this.findings = findings;
        this.walks = walks;
        this.access = access;
        this.audiences = audiences;
        this.limit = limit;
        this.surroundings = surroundings;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/walks/{id}/guide", this::guide);
        routes.put("/api/walks/{id}/findings/{finding}", this::keep);
    }

    private void guide(Context context) {
        enter(context);
        StoredWalk walk = walks.find(context.pathParam("id"))
                .orElseThrow(() -> ApiException.notFound("unknown-walk", "there is no walk with this id"));
        findings.show(walk);
        Optional<Name> nearest =
                surroundings.nearest().apply(walk.plan().request().start());
        answer.send(
                context,
                GuideAnswer.of(walk, nearest, surroundings.attribution().get()),
                NO_STORE);
    }

    private void keep(Context context) {
        Optional<Long> invitation = enter(context);
        JsonBody body = JsonBody.of(context, MOST_BYTES, "hotspot", "revision", "answeredAt", "grades", "comment");
        FindingDraft draft = draft(context, body, invitation);
        body.check("invalid-finding");
        Findings.Kept kept = findings.keep(draft);
        context.status(kept.fresh() ? 201 : 200);
        answer.send(context, Map.of("id", draft.id().toString(), "revision", kept.revision()), NO_STORE);
    }

    /** Counts the call, and gives the number of the invitation; empty for staff. */
    private Optional<Long> enter(Context context) {
        limit.check(context);
        QueryParameters.of(context).check();
        return access.require(context.pathParam("id"), audiences.of(context), context.header(WalkAccess.HEADER));
    }

    private FindingDraft draft(Context context, JsonBody body, Optional<Long> invitation) {
        UUID id = uuid(context.pathParam("finding"), body);
        var stop = new Finding.Stop(
                context.pathParam("id"), required(body, "hotspot").orElse(""));
        if (!stop.hotspot().isEmpty() && !findings.isStop(stop)) {
            body.fault("hotspot", "is no stop that participants of this walk were shown");
        }
        if (!body.has("revision")) {
            body.fault("revision", "is missing");
        }
        int revision = body.integer("revision", 1, 1, MOST_REVISIONS);
        Instant answeredAt = time(body);
        Grades grades = Grades.parse(body);
        Optional<String> comment = body.text("comment");
        comment.flatMap(ReportRules::textFault).ifPresent(what -> body.fault("comment", what));
        return new FindingDraft(id, stop, revision, answeredAt, grades, comment, invitation);
    }

    private static UUID uuid(String text, JsonBody body) {
        return Uuids.parse(text).orElseGet(() -> {
            body.fault("id", "the finding's id in the path has to be a UUID in lower case");
            return new UUID(0, 0);
        });
    }

    private static Instant time(JsonBody body) {
        Optional<String> told = required(body, "answeredAt");
        try {
            return told.map(OffsetDateTime::parse)
                    .map(OffsetDateTime::toInstant)
                    .orElse(Instant.EPOCH);
        } catch (DateTimeException e) {
            body.fault("answeredAt", "is no time, expected such as 2026-10-03T19:30:00Z");
            return Instant.EPOCH;
        }
    }

    /** A text that has to be there; one that could not even be read is a fault already. */
    private static Optional<String> required(JsonBody body, String name) {
        Optional<String> text = body.text(name);
        if (text.isEmpty()
                && body.faults().stream().noneMatch(fault -> fault.field().equals(name))) {
            body.fault(name, "is missing");
        }
        return text;
    }
}
