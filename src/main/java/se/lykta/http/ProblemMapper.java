package se.lykta.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns every failure into a problem document; the only place that knows status numbers.
 *
 * <p>Faults of the caller are told in full. Faults of ours get an incident id, which is also in the log, and no detail.
 */
public final class ProblemMapper implements Routes {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    private final JsonMapper json;
    private final Supplier<String> incidentIds;

    /** A mapper with random incident ids. */
    public ProblemMapper(JsonMapper json) {
        this.json = json;
        this.incidentIds = () -> UUID.randomUUID().toString();
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.exception(ApiException.class, (e, context) -> {
            int status = status(e.kind());
            if (status == 429 || status == 503) {
                context.header("Retry-After", "60");
            }
            write(context, Problem.of(status, e.code(), String.valueOf(e.getMessage()), e.faults()));
        });
        routes.exception(HttpResponseException.class, (e, context) -> {
            String allowed = e.getDetails().get("availableMethods");
            if (allowed != null) { // RFC 9110, section 15.5.6: an answer 405 has to say what is allowed
                context.header("Allow", allowed);
            }
            write(context, ofJavalin(e));
        });
        routes.exception(Exception.class, (e, context) -> {
            String incident = incidentIds.get();
            LOG.error("incident {} at {}", incident, context.method(), e);
            write(context, Problem.of(500, "internal-error", "incident " + incident, List.of()));
        });
    }

    private static Problem ofJavalin(HttpResponseException e) {
        int status = e.getStatus();
        return switch (status) {
            case 404 -> Problem.of(404, "not-found", "there is nothing at this path, see /api/openapi.json", List.of());
            case 405 -> Problem.of(405, "method-not-allowed", "this path does not know this method", List.of());
            case 413 -> Problem.of(413, "body-too-large", "the body is larger than allowed", List.of());
            default -> Problem.of(status, "http-" + status, "the request was refused", List.of());
        };
    }

    private static int status(ApiException.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case PRECONDITION_FAILED -> 412;
            case PRECONDITION_REQUIRED -> 428;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case UNPROCESSABLE -> 422;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    private void write(Context context, Problem problem) {
        try {
            byte[] body = json.writeValueAsBytes(problem);
            context.status(problem.status()).header("Cache-Control", "no-store");
            context.contentType("application/problem+json").result(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document cannot be written", e);
        }
    }
}
