package se.lykta.place.osm.file;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A server of one map file on this machine that can be told to misbehave. */
public final class MapServer implements AutoCloseable {

    /** What it serves at {@code /map.osm}; others than {@code /map.osm.md5}, {@code /moved} and {@code /query} are 404. */
    public volatile byte[] file;

    /** What the answer is known by. */
    public volatile String etag = "\"one\"";
    /** The answer of {@code /map.osm.md5}; empty is 404. */
    public volatile String md5 = "";
    /** After so many bytes of one answer the connection is cut. */
    public volatile int breakAfter = Integer.MAX_VALUE;
    /** Whether the length is kept secret. */
    public volatile boolean chunked;

    /** What was asked for: path, and the range if there was one. */
    public final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    private final HttpServer server;

    /** Starts it on any free port. */
    public MapServer(byte[] file) {
        this.file = file;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** The address of a path on it. */
    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String range = exchange.getRequestHeaders().getFirst("Range");
        String query = exchange.getRequestURI().getRawQuery();
        String asked = query == null ? "" : "?" + URLDecoder.decode(query, StandardCharsets.UTF_8);
        requests.add(path + asked + (range == null ? "" : " " + range));
        try (exchange) {
            switch (path) {
                case "/map.osm", "/query" -> sendMap(exchange, range);
                case "/map.osm.md5" -> sendText(exchange, md5);
                case "/moved" -> {
                    exchange.getResponseHeaders().add("Location", "/map.osm");
                    exchange.sendResponseHeaders(302, -1);
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void sendMap(HttpExchange exchange, String range) throws IOException {
        boolean same = etag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        int start = range == null || !same ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        exchange.getResponseHeaders().add("ETag", etag);
        if (start >= file.length) {
            exchange.getResponseHeaders().add("Content-Range", "bytes */" + file.length);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        if (start > 0) {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes %d-%d/%d".formatted(start, file.length - 1, file.length));
        }
        exchange.sendResponseHeaders(start > 0 ? 206 : 200, chunked ? 0 : file.length - start);
        int end = (int) Math.min(file.length, (long) start + breakAfter);
        exchange.getResponseBody().write(Arrays.copyOfRange(file, start, end));
        exchange.getResponseBody().flush();
    }

    private static void sendText(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
