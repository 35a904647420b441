package se.lykta.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** The raw body of a request, up to a limit. */
public final class BodyBytes {

    private BodyBytes() {}

    /**
     * Reads the body.
     *
     * @param mostBytes larger bodies are refused unread
     * @throws ApiException {@code body-too-large} or {@code incomplete-body}
     */
    public static byte[] read(Context context, int mostBytes) {
        try {
            byte[] body = context.req().getInputStream().readNBytes(mostBytes + 1);
            if (body.length > mostBytes) {
                String detail = "the body is larger than %d bytes".formatted(mostBytes);
                throw new ApiException(ApiException.Kind.TOO_LARGE, "body-too-large", detail, List.of());
            }
            return body;
        } catch (IOException e) { // the caller went away, was too slow, or broke its chunks: no fault of ours
            String detail = "the body ended early, came too slowly or was sent wrongly";
            throw ApiException.invalid("incomplete-body", List.of(new Fault("", detail)));
        }
    }
}
