package se.lykta.app;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.event.HandlerMetaInfo;
import io.javalin.http.ContentType;
import io.javalin.http.HandlerType;
import java.net.BindException;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import se.lykta.app.Settings.ServerSettings;
import se.lykta.http.ApiException;
import se.lykta.http.JsonAnswer;
import se.lykta.http.Routes;
import se.lykta.http.ServerErrors;
import se.lykta.http.TrustedProxies;

/** The running HTTP server with all routes of the service. */
final class WebServer implements AutoCloseable {

    private static final long STOP_MILLIS = 5_000;

    /** Two steps below the index and above jobs. */
    private static final int REQUEST_PRIORITY = Thread.NORM_PRIORITY - 2;

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
        List<HandlerMetaInfo> handlers = new ArrayList<>();
        Javalin javalin = Javalin.create(config -> {
            config.events.handlerAdded(handlers::add);
            configure(config, settings.proxies());
            features.forEach(feature -> feature.register(config.routes));
            answerHead(config, List.copyOf(handlers));
        });
        List<String> routes = handlers.stream()
                .filter(handler -> !handler.getHttpMethod().equals(HandlerType.HEAD))
                .map(handler -> handler.getHttpMethod().name() + " " + handler.getPath())
                .toList();
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

    /** Method and path of every route; HEAD goes without saying. */
    List<String> routes() {
        return routes;
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config, TrustedProxies proxies) {
        config.startup.showJavalinBanner = false;
        config.http.defaultContentType = ContentType.PLAIN;
        config.http.prefer405over404 = true;
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MILLIS);
            giveWay(server.getThreadPool());
            server.setErrorHandler(new ServerErrors(new JsonAnswer().mapper()));
        });
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.addCustomizer(proxies);
        });
        config.requestLogger.http(new RequestLog());
        PageRoutes.addFiles(config.staticFiles);
    }

    /**
     * Requests give way to the read index, where Java may ask the system for it ({@code -XX:ThreadPriorityPolicy=1}): at
     * saturation a new report would else wait in line behind all that is asked meanwhile.
     */
    private static void giveWay(ThreadPool threads) {
        if (threads instanceof QueuedThreadPool pool) {
            pool.setThreadsPriority(REQUEST_PRIORITY);
        }
    }

    /**
     * HEAD is answered as GET is, by the same code (RFC 9110, section 9.3.2); Jetty leaves the body out. Without this Javalin
     * answers 200 for whatever a GET route could match, even for a receipt that does not exist.
     */
    private static void answerHead(JavalinConfig config, List<HandlerMetaInfo> handlers) {
        handlers.stream()
                .filter(handler -> handler.getHttpMethod().equals(HandlerType.GET))
                .forEach(handler -> config.routes.head(handler.getPath(), handler.getHandler()));
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
            if (cause instanceof SocketException || cause instanceof UnresolvedAddressException) {
                String detail = "this machine can not listen on " + place + "; choose another --host, 0.0.0.0 for all";
                throw new ApiException(ApiException.Kind.UNAVAILABLE, "cannot-listen", detail, List.of());
            }
        }
        return failure;
    }
}
