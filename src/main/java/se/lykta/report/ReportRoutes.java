package se.lykta.report;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.http.ApiException;
import se.lykta.http.JsonBody;
import se.lykta.http.QueryParameters;
import se.lykta.http.RateLimit;
import se.lykta.http.Routes;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;

/**
 * The reporters' side: send a report, follow it by its receipt.
 *
 * <p>A receipt that was never given and one that is no receipt at all look the same from outside; guessing is slowed by the
 * same limit as sending. Addresses are counted in memory only.
 */
public final class ReportRoutes implements Routes {

    /** Room for 2 000 characters of four bytes each, all of them escaped, and the rest. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final String[] MEMBERS = {
        "position", "causes", "occurredAt", "recurring", "source", "placeKind", "severity", "text", "contact"
    };

    /** Sources that anybody may name; the others speak for an authority and are told by signed-in staff and systems. */
    private static final Set<Source> OPEN_SOURCES =
            EnumSet.of(Source.RESIDENT, Source.BUSINESS, Source.ASSOCIATION, Source.PROPERTY_OWNER);

    private final Intake intake;
    private final Audiences audiences;
    private final ZoneId zone;
    private final RateLimit sending;
    private final RateLimit asking;

    /**
     * The routes.
     *
     * @param audiences tells who may report in the name of the police or the municipality
     * @param zone in which the days of answers are told
     * @param sending how often one address may report
     * @param asking how often one address may ask for a receipt
     */
    public ReportRoutes(Intake intake, Audiences audiences, ZoneId zone, RateLimit sending, RateLimit asking) {
        this.intake = intake;
        this.audiences = audiences;
        this.zone = zone;
        this.sending = sending;
        this.asking = asking;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/reports", this::submit);
        routes.get("/api/reports/{receipt}", this::progress);
    }

    private void submit(Context context) {
        sending.check(context);
        QueryParameters.of(context).check();
        JsonBody body = JsonBody.of(context, MOST_BYTES, MEMBERS);
        ReportDraft draft = draft(body);
        checkSource(body, draft, audiences.of(context));
        Receipt receipt = intake.submit(draft, body.faults());
        String self = "/api/reports/" + receipt.code();
        context.status(201).header("Location", self).header("Cache-Control", "no-store");
        context.json(Map.of("receipt", receipt.code(), "state", receipt.state().code(), "links", Map.of("self", self)));
    }

    private static void checkSource(JsonBody body, ReportDraft draft, Audience audience) {
        Source.find(String.valueOf(draft.source()))
                .filter(source -> audience == Audience.PUBLIC && !OPEN_SOURCES.contains(source))
                .ifPresent(source -> body.fault(
                        "source",
                        "'%s' is only for signed-in staff; allowed are %s"
                                .formatted(
                                        source.code(),
                                        OPEN_SOURCES.stream().map(Source::code).collect(Collectors.joining(", ")))));
    }

    private void progress(Context context) {
        asking.check(context);
        QueryParameters.of(context).check();
        ReportProgress progress = intake.findProgress(context.pathParam("receipt"))
                .orElseThrow(() -> ApiException.notFound("unknown-receipt", "no report has this receipt"));
        context.header("Cache-Control", "no-store");
        context.json(answer(context.pathParam("receipt"), progress));
    }

    private Answer answer(String receipt, ReportProgress progress) {
        ReportState state = progress.state();
        List<Answer.Step> history = progress.history().stream()
                .map(step -> new Answer.Step(step.state().code(), day(step.at())))
                .toList();
        String canonical = ReceiptCode.parse(receipt).map(ReceiptCode::text).orElse(receipt);
        return new Answer(
                canonical,
                state.code(),
                state.sv(),
                state.en(),
                progress.causes(),
                day(progress.reportedAt()),
                history);
    }

    private String day(Instant time) {
        return LocalDate.ofInstant(time, zone).toString();
    }

    private static ReportDraft draft(JsonBody body) {
        return new ReportDraft(
                body.position("position").orElse(null),
                body.texts("causes"),
                body.text("occurredAt").orElse(null),
                body.flag("recurring", false),
                body.text("source").orElse(null),
                body.text("placeKind").orElse(null),
                body.integer("severity", 0, 1, Severity.told().size()),
                body.text("text").orElse(null),
                body.object("contact", "name", "email", "phone")
                        .map(ReportRoutes::contact)
                        .orElse(null),
                null);
    }

    private static Contact contact(JsonBody body) {
        return new Contact(
                body.text("name").orElse(null),
                body.text("email").orElse(null),
                body.text("phone").orElse(null));
    }

    /**
     * What the holder of a receipt is told.
     *
     * @param receipt the code in its usual form
     * @param state code
     * @param state_sv Swedish name
     * @param state_en English name
     * @param causes codes
     * @param reportedOn local day
     * @param history states with their local days, oldest first
     */
    private record Answer(
            String receipt,
            String state,
            String state_sv,
            String state_en,
            List<String> causes,
            String reportedOn,
            List<Step> history) {

        private record Step(String state, String on) {}
    }
}
