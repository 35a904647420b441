package se.lykta.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests to both services over connections that stay open; counts answers that should not be.
 *
 * <p>Safe for use by many threads.
 */
final class SoakClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TOLD = 10;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<URI> services;
    private final AtomicLong errors = new AtomicLong();
    private final ConcurrentLinkedQueue<String> first = new ConcurrentLinkedQueue<>();

    SoakClient(List<URI> services) {
        this.services = List.copyOf(services);
    }

    int services() {
        return services.size();
    }

    /** A request as staff or as anybody. */
    HttpRequest.Builder request(int service, String path, boolean staff) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        services.get(service).resolve(path))
                .timeout(PATIENCE)
                .header("Accept-Encoding", "gzip");
        return staff ? request.header("Authorization", "Bearer " + SoakService.TOKEN) : request;
    }

    /** The answer; of an error it takes note, and hands it over too. An answer that does not come has status 0. */
    Answer send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() >= 400) {
                error(response.statusCode() + " " + request.method() + " " + request.uri() + " "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
            return new Answer(
                    response.statusCode(), response.headers().firstValue("ETag").orElse(""), response.body());
        } catch (IOException e) {
            error(e + " " + request.method() + " " + request.uri());
            return new Answer(0, "", new byte[0]);
        }
    }

    /** Says whether the first service answers a path without an error; it is no error of the soak if not. */
    boolean knows(String path) throws InterruptedException {
        try {
            return client.send(request(0, path, true).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    < 400;
        } catch (IOException e) {
            throw new IllegalStateException("the service does not answer", e);
        }
    }

    /** Takes note of something that should not be. */
    void error(String what) {
        errors.incrementAndGet();
        if (first.size() < TOLD) {
            first.add(what);
        }
    }

    long errors() {
        return errors.get();
    }

    /** The first of them. */
    List<String> firstErrors() {
        return List.copyOf(first);
    }

    /** Status, entity tag (empty if there is none) and bytes of an answer; nobody writes into them. */
    static final class Answer {

        private final int status;
        private final String tag;
        private final byte[] body;

        Answer(int status, String tag, byte[] body) {
            this.status = status;
            this.tag = tag;
            this.body = body;
        }

        int status() {
            return status;
        }

        String tag() {
            return tag;
        }

        byte[] body() {
            return body;
        }
    }
}
