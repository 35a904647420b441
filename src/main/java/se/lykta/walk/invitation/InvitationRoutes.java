package se.lykta.walk.invitation;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.http.ApiException;
import se.lykta.http.JsonAnswer;
import se.lykta.http.JsonBody;
import se.lykta.http.QueryParameters;
import se.lykta.http.RateLimit;
import se.lykta.http.Routes;
import se.lykta.walk.WalkStore;
import se.lykta.walk.paper.QrCode;

/** {@code /api/walks/ID/invitations}, for staff: make a link for participants, list the links, take one back. */
public final class InvitationRoutes implements Routes {

    private static final String PATH = "/api/walks/{id}/invitations";
    private static final int MOST_BYTES = 1024;
    private static final int USUAL_DAYS = 14;
    private static final int MOST_DAYS = 60;

    /** Staff have no accounts of their own yet. */
    private static final String ACTOR = "role:staff";

    private final Invitations invitations;
    private final WalkStore walks;
    private final Audiences audiences;
    private final RateLimit making;
    private final Clock clock;
    private final JsonAnswer answer = new JsonAnswer();

    /**
     * The routes.
     *
     * @param making how often one address may make a link
     */
    public InvitationRoutes(
            Invitations invitations, WalkStore walks, Audiences audiences, RateLimit making, Clock clock) {
        this.invitations = invitations;
        this.walks = walks;
        this.audiences = audiences;
        this.making = making;
        this.clock = clock;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post(PATH, this::make);
        routes.get(PATH, this::list);
        routes.delete(PATH + "/{invitation}", this::revoke);
    }

    private void make(Context context) {
        String walk = walkOfStaff(context);
        making.check(context);
        JsonBody body = JsonBody.of(context, MOST_BYTES, "days");
        int days = body.integer("days", USUAL_DAYS, 1, MOST_DAYS);
        body.check("invalid-invitation");
        NewInvitation made = invitations.make(walk, days, ACTOR);
        String link = "%s://%s/vandring/%s#%s".formatted(context.scheme(), context.host(), walk, made.token());
        context.status(201)
                .header("Location", path(walk) + "/" + made.invitation().id());
        answer.send(
                context,
                new MadeAnswer(
                        made.invitation().id(),
                        made.token(),
                        link,
                        made.invitation().expires().toString(),
                        Picture.of(QrCode.of(link))),
                "no-store");
    }

    private void list(Context context) {
        String walk = walkOfStaff(context);
        List<ListedAnswer.One> all =
                invitations.list(walk).stream().map(this::one).toList();
        answer.send(context, new ListedAnswer(all), JsonAnswer.PRIVATE);
    }

    private void revoke(Context context) {
        String walk = walkOfStaff(context);
        String id = context.pathParam("invitation");
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw ApiException.notFound("unknown-invitation", "the number of an invitation is a whole number");
        }
        invitations.revoke(walk, Long.parseLong(id), ACTOR);
        context.status(204);
    }

    private String walkOfStaff(Context context) {
        QueryParameters.of(context, Audiences.PARAMETER).check();
        audiences.of(context).require(Audience.STAFF);
        return walks.find(context.pathParam("id"))
                .orElseThrow(() -> ApiException.notFound("unknown-walk", "there is no walk with this id"))
                .id();
    }

    private static String path(String walk) {
        return PATH.replace("{id}", walk);
    }

    private ListedAnswer.One one(Invitation invitation) {
        String state = invitation.revoked().isPresent()
                ? "revoked"
                : invitation.expires().isAfter(clock.instant()) ? "open" : "expired";
        return new ListedAnswer.One(
                invitation.id(),
                state,
                invitation.created().toString(),
                invitation.expires().toString(),
                invitation.revoked().map(Object::toString).orElse(null),
                invitation.findings());
    }

    /**
     * What is told once, when the link is made.
     *
     * @param token the secret
     * @param link the page's address with the secret behind the #
     * @param qr the link as a QR code
     */
    private record MadeAnswer(long id, String token, String link, String expires, Picture qr) {}

    /**
     * A QR code for a picture of vectors.
     *
     * @param size of the box
     * @param path the {@code d} of an SVG path
     */
    private record Picture(int size, String path) {

        static Picture of(QrCode code) {
            return new Picture(code.size(), code.svgPath());
        }
    }

    private record ListedAnswer(List<One> invitations) {

        /**
         * One of them.
         *
         * @param state open, expired or revoked
         */
        private record One(
                long id,
                String state,
                String created,
                String expires,
                @Nullable String revoked,
                int findings) {}
    }
}
