package se.lykta.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers the HTTP contract with canned data, and serves {@code web/} from the disk.
 *
 * <p>Exists for what the real service cannot be made to do on demand: a failing base map, a municipality that is no
 * demonstration, faults at every field of the form. Thread-safe.
 */
final class FixtureServer implements AutoCloseable {

    private static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
            + " blob:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'";
    private static final JsonMapper JSON = new JsonMapper();

    private final FixtureTiles tiles = new FixtureTiles();
    private final FixtureAnswers answers = new FixtureAnswers();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile boolean baseMapFails;
    private volatile boolean baseMapIsEmpty;
    private volatile boolean demo = true;

    FixtureServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Serves until it is killed, for work on the page: the argument is the port. */
    public static void main(String[] arguments) throws IOException {
        var server = new FixtureServer(Integer.parseInt(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    FixtureServer withoutBaseMap() {
        baseMapFails = true;
        return this;
    }

    /** A service that no map has been imported to. */
    FixtureServer withEmptyBaseMap() {
        baseMapIsEmpty = true;
        return this;
    }

    FixtureServer withoutDemo() {
        demo = false;
        return this;
    }

    /** What was asked so far, as METHOD path?query. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        try (exchange) {
            if (path.startsWith("/tiles/")) {
                sendTiles(exchange, path);
            } else if (path.startsWith("/api/") || path.startsWith("/export/")) {
                sendAnswer(exchange, path);
            } else {
                sendFile(exchange, path);
            }
        }
    }

    private void sendTiles(HttpExchange exchange, String path) throws IOException {
        boolean base = path.startsWith("/tiles/base");
        if (base && baseMapFails) {
            send(exchange, 503, "application/problem+json", bytes("{\"code\":\"unavailable\"}"));
        } else if (path.equals("/tiles/heat/legend.json")) {
            String query = exchange.getRequestURI().getRawQuery();
            send(exchange, 200, "application/json", JSON.writeValueAsBytes(FixtureHeat.legend(query)));
        } else if (path.endsWith(".png")) {
            send(exchange, 200, "image/png", FixtureHeat.tile());
        } else if (path.startsWith("/tiles/snap-points") && !demo) {
            send(exchange, 401, "application/problem+json", bytes("{\"code\":\"sign-in-required\"}"));
        } else if (path.endsWith(".json")) {
            send(exchange, 200, "application/json", bytes(tileJson(path)));
        } else {
            byte[] tile = vectorTile(path);
            send(exchange, tile.length == 0 ? 204 : 200, "application/vnd.mapbox-vector-tile", tile);
        }
    }

    private static String tileJson(String path) {
        String zooms = switch (path) {
            case "/tiles/base.json" -> "\"minzoom\":10,\"maxzoom\":16";
            case "/tiles/snap-points.json" -> "\"minzoom\":11,\"maxzoom\":16";
            default -> "\"minzoom\":0,\"maxzoom\":18";
        };
        return "{\"tilejson\":\"3.0.0\",\"tiles\":[]," + zooms + "}";
    }

    private byte[] vectorTile(String path) {
        String[] parts = path.replace(".mvt", "").split("/", -1);
        int zoom = Integer.parseInt(parts[3]);
        int x = Integer.parseInt(parts[4]);
        int y = Integer.parseInt(parts[5]);
        if (path.startsWith("/tiles/snap-points")) {
            return tiles.snapPoints(zoom, x, y);
        }
        if (!path.startsWith("/tiles/base")) {
            return tiles.reports(zoom, x, y);
        }
        return baseMapIsEmpty ? new byte[0] : tiles.base(zoom, x, y);
    }

    private void sendAnswer(HttpExchange exchange, String path) throws IOException {
        JsonNode body = JSON.createObjectNode();
        if (exchange.getRequestMethod().equals("POST")) {
            body = JSON.readTree(exchange.getRequestBody());
        }
        String query = exchange.getRequestURI().getRawQuery();
        FixtureAnswers.Answer answer = answers.to(path, query == null ? "" : query, body, demo);
        String type = answer.status() >= 400 ? "application/problem+json" : "application/json";
        send(exchange, answer.status(), type, JSON.writeValueAsBytes(answer.body()));
    }

    private static void sendFile(HttpExchange exchange, String path) throws IOException {
        String name = path.equals("/") ? "/index.html" : path;
        String leaflet = "/META-INF/resources/webjars/leaflet/1.9.4/dist/";
        try (InputStream in = name.startsWith("/vendor/leaflet/")
                ? FixtureServer.class.getResourceAsStream(leaflet + name.substring("/vendor/leaflet/".length()))
                : open(Path.of("web" + name))) {
            if (in == null) {
                send(exchange, 404, "application/problem+json", bytes("{\"code\":\"not-found\"}"));
            } else {
                send(exchange, 200, type(name), in.readAllBytes());
            }
        }
    }

    private static @org.jspecify.annotations.Nullable InputStream open(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
    }

    private static String type(String name) {
        if (name.endsWith(".js")) {
            return "text/javascript; charset=utf-8";
        }
        if (name.endsWith(".css")) {
            return "text/css; charset=utf-8";
        }
        if (name.endsWith(".woff2")) {
            return "font/woff2";
        }
        if (name.endsWith(".svg")) {
            return "image/svg+xml";
        }
        String guessed = URLConnection.guessContentTypeFromName(name);
        return guessed == null ? "application/octet-stream" : guessed + "; charset=utf-8";
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", CSP);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
        if (status != 204) {
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
