package se.lykta.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the server refuses before any route sees it (a broken request line, a path with {@code %00}, headers that are
 * too long) into a problem document, where Jetty would write HTML. Nothing of the request is repeated. Immutable.
 */
public final class ServerErrors extends ErrorHandler {

    private final JsonMapper json;

    /** A handler for the whole server. */
    public ServerErrors(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        try {
            byte[] body = json.writeValueAsBytes(problem(status));
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.write(true, ByteBuffer.wrap(body), callback);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document cannot be written", e);
        }
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "bad-request", "the request is not valid HTTP", List.of());
            case 414 -> Problem.of(414, "uri-too-long", "the address is too long", List.of());
            case 431 -> Problem.of(431, "headers-too-large", "the headers are too large", List.of());
            default -> Problem.of(status, "http-" + status, "the request was refused", List.of());
        };
    }
}
