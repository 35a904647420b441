package se.lykta.account;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import se.lykta.http.JsonBody;
import se.lykta.http.RateLimit;
import se.lykta.http.Routes;

/** Signing in to the page with the staff token, and out again: {@code /api/session}. */
public final class SessionRoutes implements Routes {

    static final String COOKIE = "lykta_session";
    private static final int EIGHT_HOURS_IN_SECONDS = 8 * 3600;
    private static final int MOST_BYTES = 4096;

    private final Audiences audiences;
    private final RateLimit limit;

    /** The routes; the limit slows down whoever guesses tokens. */
    public SessionRoutes(Audiences audiences, RateLimit limit) {
        this.audiences = audiences;
        this.limit = limit;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/session", this::signIn);
        routes.delete("/api/session", context -> {
            context.removeCookie(COOKIE);
            context.status(204);
        });
    }

    private void signIn(Context context) {
        limit.check(context);
        JsonBody body = JsonBody.of(context, MOST_BYTES, "token");
        String candidate = body.text("token").orElse("");
        body.check("invalid-session");
        if (!audiences.isStaffToken(candidate)) {
            throw Audiences.wrongToken();
        }
        boolean secure = context.scheme().equals("https");
        String key = audiences.sessionKey().orElseThrow();
        context.cookie(new Cookie(COOKIE, key, "/", EIGHT_HOURS_IN_SECONDS, secure, true, null, SameSite.STRICT));
        context.status(204);
    }
}
