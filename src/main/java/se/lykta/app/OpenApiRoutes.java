package se.lykta.app;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import se.lykta.http.JsonAnswer;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;

/** The description of the API (OpenAPI 3.0): {@code GET /api/openapi.json}. A test holds it to the registered routes. */
final class OpenApiRoutes implements Routes {

    static final String RESOURCE = "/api/openapi.json";
    private static final String TYPE = "application/vnd.oai.openapi+json;version=3.0";

    private final JsonAnswer answer;
    private final byte[] document;

    OpenApiRoutes(JsonAnswer answer) {
        this.answer = answer;
        this.document = read();
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/openapi.json", context -> {
            QueryParameters.of(context).check();
            answer.send(context, document, TYPE, JsonAnswer.PUBLIC);
        });
    }

    private static byte[] read() {
        try (InputStream in = OpenApiRoutes.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
