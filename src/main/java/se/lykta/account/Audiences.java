package se.lykta.account;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

/**
 * Decides for whom a request is answered.
 *
 * <p>Exists so that no route looks at credentials: it asks here once and hands the {@link Audience} on. Staff show the
 * staff token as a bearer token or, from the page, as the cookie of a {@link SessionRoutes session}; in demo mode every
 * report is invented and everybody may look as staff does. Anybody may ask for the public view. Immutable.
 */
public final class Audiences {

    /** The query parameter by which a caller chooses; to be allowed by every route that reads the map. */
    public static final String PARAMETER = "audience";

    /** The value of the parameter with which the answer is the same for everybody, whoever asks. */
    public static final String EVERYBODY = "public";

    private final Optional<StaffToken> staffToken;
    private final boolean demo;

    /**
     * The rule of one service.
     *
     * @param staffToken without one nobody can sign in
     * @param demo everybody is staff, because all data are invented
     */
    public Audiences(Optional<StaffToken> staffToken, boolean demo) {
        this.staffToken = staffToken;
        this.demo = demo;
    }

    /**
     * The audience of a request: the one it asks for, or else the widest it may have.
     *
     * @throws ApiException {@code sign-in-required} if it asks for more than it may have, {@code wrong-token} if it shows a
     *     token that is none, so that nobody takes the public's answer for the exact one, {@code invalid-parameter} if it asks
     *     for an audience that does not exist
     */
    public Audience of(Context context) {
        String wanted = context.queryParam(PARAMETER);
        return of(context, wanted == null ? "" : wanted);
    }

    /** The same where the parameter has been read already; empty if it was not given. */
    public Audience of(Context context, String wanted) {
        Audience widest = isStaff(context) ? Audience.STAFF : Audience.PUBLIC;
        if (wanted.isEmpty()) {
            return widest;
        }
        Audience audience = parse(wanted);
        widest.require(audience);
        return audience;
    }

    /** Says whether this is a demonstration, where everybody may look as staff does. */
    public boolean isDemo() {
        return demo;
    }

    /** Says whether a candidate is the staff token, in a time that does not depend on how much of it is right. */
    boolean isStaffToken(String candidate) {
        return staffToken.map(token -> isEqual(token.value(), candidate)).orElse(false);
    }

    /** What the cookie of a session holds: derived from the token, so that the token itself stays out of the browser. */
    Optional<String> sessionKey() {
        return staffToken.map(StaffToken::sessionKey);
    }

    private boolean isSessionKey(String candidate) {
        return sessionKey().map(key -> isEqual(key, candidate)).orElse(false);
    }

    private static boolean isEqual(String secret, String candidate) {
        return MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isStaff(Context context) {
        if (demo) {
            return true;
        }
        String authorization = context.header("Authorization");
        if (authorization != null && authorization.startsWith("Bearer ")) {
            if (isStaffToken(authorization.substring("Bearer ".length()).strip())) {
                return true;
            }
            throw wrongToken();
        }
        String cookie = context.cookie(SessionRoutes.COOKIE);
        return cookie != null && isSessionKey(cookie);
    }

    /** The answer to a token that is not the staff token. */
    static ApiException wrongToken() {
        return new ApiException(
                ApiException.Kind.UNAUTHENTICATED, "wrong-token", "this token is not the staff token", List.of());
    }

    private static Audience parse(String wanted) {
        for (Audience audience : Audience.values()) {
            if (audience.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                return audience;
            }
        }
        var fault = new Fault(PARAMETER, "an audience is public or staff");
        throw ApiException.invalid("invalid-parameter", List.of(fault));
    }
}
