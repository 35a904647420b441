package se.lykta.tile;

import io.javalin.http.Context;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lykta.http.EntityTags;

/**
 * Sends bodies that are kept gzipped: as they are, or unpacked to the rare client that does not take gzip, with a strong
 * tag of its own for either. The server's own compression is kept away, it would share one tag and cost more than all else.
 *
 * <p>Pure but for the answer it writes.
 */
final class TileAnswer {

    /** An Accept-Encoding that takes gzip: named without a weight of zero (RFC 9110, section 12.5.3). */
    private static final Pattern GZIP = Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");

    private TileAnswer() {}

    /**
     * Sends a body, 204 if it is empty, or 304 without making it if the caller has it.
     *
     * @param tag of the body as it is kept
     * @param body gzipped if the format says so
     */
    static void send(Context context, TileFormat format, String tag, Supplier<byte[]> body) {
        send(context, format.mediaType(), format.isGzipped(), tag, body);
    }

    /** Sends a gzipped body of any media type. */
    static void sendGzipped(Context context, String mediaType, String tag, Supplier<byte[]> body) {
        send(context, mediaType, true, tag, body);
    }

    private static void send(Context context, String mediaType, boolean gzipped, String tag, Supplier<byte[]> maker) {
        boolean unpack = gzipped && !acceptsGzip(context.header("Accept-Encoding"));
        if (EntityTags.answered(context, unpack ? tag + "-plain" : tag)) {
            return;
        }
        byte[] body = maker.get();
        if (body.length == 0) {
            context.status(204);
            return;
        }
        context.disableCompression().contentType(mediaType);
        if (gzipped && !unpack) {
            context.header("Content-Encoding", "gzip");
        }
        byte[] sent = unpack ? Gzip.expand(body) : body;
        context.res().setContentLength(sent.length); // else longer ones go in chunks
        context.result(sent);
    }

    /** What browsers send needs no pattern: a list that begins with gzip. */
    private static boolean acceptsGzip(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        return accepted.startsWith("gzip,")
                || accepted.equals("gzip")
                || GZIP.matcher(accepted).find();
    }
}
