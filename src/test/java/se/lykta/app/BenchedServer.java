package se.lykta.app;

import java.util.ArrayList;
import java.util.List;
import se.lykta.http.JsonAnswer;
import se.lykta.http.ProblemMapper;
import se.lykta.http.Routes;
import se.lykta.taxonomy.Taxonomy;

/** The web server as the service has it, with log, security headers and files, around routes that are measured. */
public final class BenchedServer implements AutoCloseable {

    private final WebServer server;

    private BenchedServer(WebServer server) {
        this.server = server;
    }

    /** Starts on any free port of this machine. */
    public static BenchedServer start(List<Routes> measured) {
        var answer = new JsonAnswer();
        List<Routes> routes = new ArrayList<>(List.of(
                new ProblemMapper(answer.mapper()),
                new PageRoutes(),
                new OpenApiRoutes(answer),
                new TaxonomyRoutes(answer, Taxonomy.load())));
        routes.addAll(measured);
        return new BenchedServer(WebServer.start(new Settings.ServerSettings("127.0.0.1", 0), routes));
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
