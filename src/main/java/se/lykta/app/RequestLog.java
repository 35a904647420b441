package se.lykta.app;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line per request without personal data: no address, no query, no receipt, only the route's pattern.
 *
 * <p>Reads that went well are told at debug level, everything else at info.
 */
final class RequestLog implements RequestLogger {

    private static final Logger LOG = LoggerFactory.getLogger("request");

    @Override
    public void handle(Context context, Float executionTimeMs) {
        int status = context.statusCode();
        String line = "{} {} {} {} ms";
        Object[] values = {context.method(), pattern(context), status, Math.round(executionTimeMs)};
        if (status >= 400 || !context.method().name().equals("GET")) {
            LOG.info(line, values);
        } else {
            LOG.debug(line, values);
        }
    }

    private static String pattern(Context context) {
        var endpoint = context.endpoints().lastHttpEndpoint();
        return endpoint == null ? "(no route)" : endpoint.path;
    }
}
