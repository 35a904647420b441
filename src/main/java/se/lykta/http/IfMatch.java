package se.lykta.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The state of a thing that a caller knows and is about to change: the field {@code If-Match} (RFC 9110, section 13.1.1).
 *
 * <p>Exists so that two people who change the same thing don't undo each other's work without noticing.
 *
 * @param tags entity tags as they were given, with quotes; {@code *} for whatever there is
 */
public record IfMatch(List<String> tags) {

    private static final String FIELD = "If-Match";

    /** A defensive copy. */
    public IfMatch {
        tags = List.copyOf(tags);
    }

    /** What the caller says, if it says anything. */
    public static Optional<IfMatch> find(Context context) {
        return Optional.ofNullable(context.header(FIELD))
                .map(field -> new IfMatch(
                        Arrays.stream(field.split(",")).map(String::strip).toList()));
    }

    /**
     * What the caller has to say.
     *
     * @param where what tells the state, for the message
     * @throws ApiException {@code if-match-missing}
     */
    public static IfMatch required(Context context, String where) {
        return find(context)
                .orElseThrow(() -> new ApiException(
                        ApiException.Kind.PRECONDITION_REQUIRED,
                        "if-match-missing",
                        "send If-Match with " + where + ", so that nobody's work is overwritten",
                        List.of()));
    }

    /** Says whether the caller knows this state, a tag without quotes; weak tags never do. */
    public boolean knows(String tag) {
        return tags.stream().anyMatch(known -> known.equals("*") || known.equals('"' + tag + '"'));
    }
}
