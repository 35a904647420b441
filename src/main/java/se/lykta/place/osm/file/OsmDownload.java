package se.lykta.place.osm.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.lykta.http.ApiException;

/**
 * Fetches an extract over HTTP, going on where an earlier attempt ended, also that of an earlier process.
 *
 * <p>What has arrived lies in {@code NAME.part} with the server's validator beside it ({@code If-Range}, RFC 9110 section
 * 13.1.5), so a file that changed meanwhile starts anew. A checksum {@code URL.md5} is compared if the server has one, as
 * Geofabrik does. HttpURLConnection rather than HttpClient because only it limits the time of every single read. Used by
 * one thread.
 */
final class OsmDownload {

    /**
     * How far a download may go.
     *
     * @param bytes the largest file
     * @param patience how long to wait for a connection or for the next bytes
     */
    record Limits(long bytes, Duration patience) {}

    /** What a read answers when the connection broke, beside -1 for the end. */
    private static final int BROKEN = -2;

    private static final int ATTEMPTS = 3;
    private static final int REDIRECTS = 5;
    private static final int RANGE_BEYOND_END = 416;
    private static final Pattern TOTAL = Pattern.compile("bytes (?:(\\d+)-\\d+|\\*)/(\\d+)");
    private static final Pattern MD5 = Pattern.compile("^([0-9a-fA-F]{32})\\b");

    private final Limits limits;
    private final DoubleConsumer progress;

    OsmDownload(Limits limits, DoubleConsumer progress) {
        this.limits = limits;
        this.progress = progress;
    }

    /**
     * Fetches a file.
     *
     * @param target where it is when it is complete; does not exist yet
     * @throws ApiException {@code osm-url-refused}, {@code osm-url-unreachable}, {@code osm-url-interrupted},
     *     {@code osm-url-too-large}, {@code osm-url-checksum}
     */
    void fetch(URI url, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        long before = -1;
        boolean complete = false;
        for (int i = 0; i < ATTEMPTS && !complete && size(part) > before; i++) {
            before = size(part);
            complete = attempt(url, part);
        }
        if (!complete) {
            throw fault(
                    ApiException.Kind.UNAVAILABLE,
                    "osm-url-interrupted",
                    "%s stopped after %d bytes: run the same command again to go on".formatted(url, size(part)));
        }
        compareChecksum(url, part);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(validator(part));
    }

    private boolean attempt(URI url, Path part) throws IOException {
        long start = Files.exists(validator(part)) ? size(part) : 0;
        HttpURLConnection connection = open(url, start, part);
        try {
            return switch (connection.getResponseCode()) {
                case HttpURLConnection.HTTP_OK -> receive(connection, part, 0);
                case HttpURLConnection.HTTP_PARTIAL -> receive(connection, part, rangeStart(url, connection, start));
                case RANGE_BEYOND_END -> isWhole(connection, part, start);
                default -> throw refused(url, connection);
            };
        } finally {
            connection.disconnect();
        }
    }

    private HttpURLConnection open(URI url, long start, Path part) throws IOException {
        URI at = url;
        for (int i = 0; i <= REDIRECTS; i++) {
            HttpURLConnection connection = connect(at);
            if (start > 0) {
                connection.setRequestProperty("Range", "bytes=" + start + "-");
                connection.setRequestProperty("If-Range", Files.readString(validator(part), StandardCharsets.UTF_8));
            }
            Optional<URI> next = redirect(url, at, connection);
            if (next.isEmpty()) {
                return connection;
            }
            connection.disconnect();
            at = next.get();
        }
        throw fault(ApiException.Kind.UNPROCESSABLE, "osm-url-refused", url + " redirects in a circle");
    }

    private HttpURLConnection connect(URI url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        int millis = Math.toIntExact(limits.patience().toMillis());
        connection.setConnectTimeout(millis);
        connection.setReadTimeout(millis);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("User-Agent", "Lykta (map import)");
        connection.setRequestProperty("Accept-Encoding", "identity");
        return connection;
    }

    private static Optional<URI> redirect(URI url, URI at, HttpURLConnection connection) {
        try {
            int status = connection.getResponseCode();
            String location = connection.getHeaderField("Location");
            if (status / 100 != 3 || location == null) {
                return Optional.empty();
            }
            URI next = at.resolve(new URI(location));
            if (!"https".equals(next.getScheme()) && !at.getScheme().equals(next.getScheme())) {
                throw fault(ApiException.Kind.UNPROCESSABLE, "osm-url-refused", url + " leads to " + next);
            }
            return Optional.of(next);
        } catch (IOException | URISyntaxException e) {
            throw fault(
                    ApiException.Kind.UNAVAILABLE,
                    "osm-url-unreachable",
                    "%s can't be reached: %s".formatted(url, e.getClass().getSimpleName()));
        }
    }

    /** Whether everything has arrived; a broken connection is no fault yet, as it can be gone on with. */
    private boolean receive(HttpURLConnection connection, Path part, long start) throws IOException {
        long expected = connection.getContentLengthLong();
        refuseTooLarge(connection.getURL().toString(), start + Math.max(0, expected));
        if (start == 0) {
            noteValidator(connection, part);
        }
        StandardOpenOption mode = start == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        long received = 0;
        try (OutputStream out =
                Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
            received = copy(connection, out, start, expected);
        }
        return expected < 0 ? received >= 0 : received == expected;
    }

    private long copy(HttpURLConnection connection, OutputStream out, long start, long expected) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long received = 0;
        InputStream in = body(connection);
        int read = readOrBreak(in, buffer);
        while (read > 0) {
            out.write(buffer, 0, read);
            received += read;
            refuseTooLarge(connection.getURL().toString(), start + received);
            progress.accept(expected > 0 ? (double) (start + received) / (start + expected) : 0);
            read = readOrBreak(in, buffer);
        }
        return read == BROKEN ? -1 : received;
    }

    private static InputStream body(HttpURLConnection connection) {
        try {
            return connection.getInputStream();
        } catch (IOException e) {
            return InputStream.nullInputStream();
        }
    }

    private static int readOrBreak(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            return BROKEN;
        }
    }

    private static void noteValidator(HttpURLConnection connection, Path part) throws IOException {
        String etag = connection.getHeaderField("ETag");
        String modified = connection.getHeaderField("Last-Modified");
        boolean strong = etag != null && !etag.startsWith("W/");
        if (strong || modified != null) {
            Files.writeString(validator(part), String.valueOf(strong ? etag : modified), StandardCharsets.UTF_8);
        } else {
            Files.deleteIfExists(validator(part));
        }
    }

    private long rangeStart(URI url, HttpURLConnection connection, long start) {
        Matcher range = TOTAL.matcher(String.valueOf(connection.getHeaderField("Content-Range")));
        if (!range.matches() || range.group(1) == null || Long.parseLong(range.group(1)) != start) {
            throw fault(
                    ApiException.Kind.UNPROCESSABLE,
                    "osm-url-refused",
                    "%s sent another part than bytes %d and on".formatted(url, start));
        }
        return start;
    }

    private static boolean isWhole(HttpURLConnection connection, Path part, long start) throws IOException {
        Matcher range = TOTAL.matcher(String.valueOf(connection.getHeaderField("Content-Range")));
        boolean whole = range.matches() && Long.parseLong(range.group(2)) == start;
        if (!whole) {
            Files.deleteIfExists(part);
            Files.deleteIfExists(validator(part));
        }
        return whole;
    }

    private void compareChecksum(URI url, Path part) throws IOException {
        Optional<String> wanted = checksum(url);
        String found = Digests.of("MD5", part);
        if (wanted.isPresent() && !wanted.get().equals(found)) {
            Files.delete(part);
            Files.deleteIfExists(validator(part));
            throw fault(
                    ApiException.Kind.UNPROCESSABLE,
                    "osm-url-checksum",
                    "%s arrived damaged: its MD5 is %s, the server says %s; run the same command again"
                            .formatted(url, found, wanted.get()));
        }
    }

    /** What the server says beside the file; a query has nothing beside it. */
    private Optional<String> checksum(URI url) throws IOException {
        if (url.getRawQuery() != null) {
            return Optional.empty();
        }
        HttpURLConnection connection = open(URI.create(url + ".md5"), 0, Path.of("unused"));
        try {
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return Optional.empty();
            }
            String text = new String(body(connection).readNBytes(1024), StandardCharsets.US_ASCII);
            Matcher md5 = MD5.matcher(text);
            return md5.find() ? Optional.of(md5.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
        } finally {
            connection.disconnect();
        }
    }

    private void refuseTooLarge(String url, long bytes) {
        if (bytes > limits.bytes()) {
            throw fault(
                    ApiException.Kind.TOO_LARGE,
                    "osm-url-too-large",
                    "%s has at least %d bytes, %d are allowed".formatted(url, bytes, limits.bytes()));
        }
    }

    private static ApiException refused(URI url, HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        String advice = status == 429 || status == 504 ? ": the server is busy, try again later" : "";
        return fault(
                ApiException.Kind.UNPROCESSABLE, "osm-url-refused", "%s answered %d%s".formatted(url, status, advice));
    }

    private static Path validator(Path part) {
        return part.resolveSibling(part.getFileName() + ".validator");
    }

    private static long size(Path part) throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private static ApiException fault(ApiException.Kind kind, String code, String detail) {
        return new ApiException(kind, code, detail, List.of());
    }
}
