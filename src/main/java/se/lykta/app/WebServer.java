package se.lykta.app;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.ContentType;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import se.lykta.app.Settings.ServerSettings;
import se.lykta.http.ApiException;
import se.lykta.http.Routes;

/** The running HTTP server with all routes of the service. */
final class WebServer implements AutoCloseable {

    private static final long STOP_MILLIS = 5_000;

    private final Javalin javalin;
    private final List<String> routes;

    private WebServer(Javalin javalin, List<String> routes) {
        this.javalin = javalin;
        this.routes = List.copyOf(routes);
    }

    /**
     * Starts to listen.
     *
     * @throws ApiException {@code port-in-use} if somebody else listens there, {@code cannot-listen} for other reasons
     */
    static WebServer start(ServerSettings settings, List<Routes> features) {
        List<String> routes = new ArrayList<>();
        Javalin javalin = Javalin.create(config -> {
            config.events.handlerAdded(
                    handler -> routes.add(handler.getHttpMethod().name() + " " + handler.getPath()));
            configure(config);
            features.forEach(feature -> feature.register(config.routes));
        });
        try {
            return new WebServer(javalin.start(settings.host(), settings.port()), routes);
        } catch (RuntimeException e) {
            javalin.stop();
            throw explained(e, settings);
        }
    }

    /** The port that is listened on. */
    int port() {
        return javalin.port();
    }

    /** Method and path of every route. */
    List<String> routes() {
        return routes;
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.http.defaultContentType = ContentType.PLAIN;
        config.http.prefer405over404 = true;
        config.jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLIS));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.requestLogger.http(new RequestLog());
        PageRoutes.addFiles(config.staticFiles);
    }

    private static RuntimeException explained(RuntimeException failure, ServerSettings settings) {
        String place = settings.host() + ":" + settings.port();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new ApiException(
                        ApiException.Kind.UNAVAILABLE,
                        "port-in-use",
                        "another program listens on " + place
                                + " already; choose another with --port, 0 for any free one",
                        List.of());
            }
        }
        return failure;
    }
}
