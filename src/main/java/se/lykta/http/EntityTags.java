package se.lykta.http;

import io.javalin.http.Context;
import java.util.Arrays;

/** Entity tags (RFC 9110, section 8.8.3) and conditional requests (section 13.1.2). */
public final class EntityTags {

    private EntityTags() {}

    /**
     * Sets a strong ETag and answers 304 if the caller already has it.
     *
     * @param tag opaque, without quotes, of visible ASCII characters; the same only for the same bytes on the wire
     * @return true if the answer is complete: nothing has to be computed
     */
    public static boolean answered(Context context, String tag) {
        return answered(context, tag, "");
    }

    /** The same with a weak ETag, for what the server compresses or not as the caller likes: same content, other bytes. */
    public static boolean answeredWeakly(Context context, String tag) {
        return answered(context, tag, "W/");
    }

    private static boolean answered(Context context, String tag, String strength) {
        String quoted = '"' + tag + '"';
        context.header("ETag", strength + quoted);
        String known = context.header("If-None-Match");
        if (known == null || Arrays.stream(known.split(",")).noneMatch(one -> matches(one.strip(), quoted))) {
            return false;
        }
        context.status(304);
        return true;
    }

    private static boolean matches(String candidate, String quoted) {
        return candidate.equals("*") || candidate.equals(quoted) || candidate.equals("W/" + quoted);
    }
}
