package se.lykta.walk.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lykta.walk.findings.WalkModeServer.NOON;
import static se.lykta.walk.findings.WalkModeServer.finding;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Photos over HTTP: once each, taken back for good, seen by staff only, and no way to fill the disk. */
class PhotoRoutesTest {

    private static final byte[] PHOTO = TestPhoto.jpeg(320, 240, 6);

    private static WalkModeServer server;
    private static String walk;
    private static String token;

    private String found = "";

    @BeforeAll
    static void start() {
        server = new WalkModeServer();
        walk = server.walk(SampleWalk.past("h1"));
        token = server.join(walk);
    }

    @BeforeEach
    void find() {
        found = UUID.randomUUID().toString();
        assertThat(server.put(walk, found, token, finding("h1", 1, NOON, "{}", "null"))
                        .statusCode())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aPhotoIsKeptCleanOnceAndSeenByStaff() {
        String path = path(found, UUID.randomUUID());

        assertThat(put(path, token, PHOTO).statusCode()).isEqualTo(201);
        assertThat(put(path, token, PHOTO).statusCode()).isEqualTo(204);
        HttpResponse<String> seen = server.asStaff("GET", path, "");

        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(seen.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(stored())
                .singleElement()
                .satisfies(jpeg -> assertThat(new String(jpeg, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain("kanarie"));
    }

    @Test
    void nobodyElseSeesIt() {
        String path = path(found, UUID.randomUUID());
        put(path, token, PHOTO);

        assertThat(server.send(server.request(path)).statusCode()).isEqualTo(401);
        assertThat(server.send(server.request(path).header("Walk-Token", token)).statusCode())
                .isEqualTo(401);
        assertThat(put(path, "guessed", PHOTO).statusCode()).isEqualTo(401);
    }

    @Test
    void theSameUploadManyTimesAtOnceIsOnePhoto() throws Exception {
        String path = path(found, UUID.randomUUID());
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> put(path, token, PHOTO).statusCode());
        }
        var threads = Executors.newFixedThreadPool(8);
        List<Integer> statuses = new ArrayList<>();
        try {
            for (Future<Integer> one : threads.invokeAll(calls)) {
                statuses.add(one.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(statuses)
                .containsOnly(201, 204)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void whatWasTakenBackDoesNotComeBackNeitherLateNorBeforeItsTime() {
        String sent = path(found, UUID.randomUUID());
        String unsent = path(found, UUID.randomUUID());
        put(sent, token, PHOTO);

        assertThat(delete(sent).statusCode()).isEqualTo(204);
        assertThat(delete(sent).statusCode()).isEqualTo(204);
        assertThat(delete(unsent).statusCode()).isEqualTo(204);
        assertThat(put(sent, token, PHOTO).statusCode()).isEqualTo(204);
        assertThat(put(unsent, token, PHOTO).statusCode()).isEqualTo(204);

        assertThat(stored()).isEmpty();
        assertThat(server.asStaff("GET", sent, "").statusCode()).isEqualTo(404);
    }

    @Test
    void aPhotoNeedsItsFinding() {
        String nowhere = path(UUID.randomUUID().toString(), UUID.randomUUID());
        String other = server.walk(SampleWalk.past("h1"));
        String otherToken = server.join(other);
        String foreign = path(found, UUID.randomUUID()).replace(walk, other);

        assertThat(put(nowhere, token, PHOTO).body()).contains("unknown-finding");
        assertThat(put(foreign, otherToken, PHOTO).body()).contains("unknown-finding");
        assertThat(put(path(found, UUID.randomUUID()).replace(found, "x"), token, PHOTO)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anIdStandsForOnePhoto() {
        String second = UUID.randomUUID().toString();
        server.put(walk, second, token, finding("h1", 1, NOON, "{}", "null"));
        UUID photo = UUID.randomUUID();
        put(path(found, photo), token, PHOTO);

        assertThat(put(path(second, photo), token, PHOTO).body()).contains("photo-conflict");
        assertThat(server.send(server.request(path(second, photo))
                                .header("Walk-Token", token)
                                .DELETE())
                        .body())
                .contains("photo-conflict");
        assertThat(stored()).hasSize(1);
    }

    @Test
    void thereAreLimits() {
        for (int i = 0; i < Photos.MOST; i++) {
            assertThat(put(path(found, UUID.randomUUID()), token, PHOTO).statusCode())
                    .isEqualTo(201);
        }

        assertThat(put(path(found, UUID.randomUUID()), token, PHOTO).body()).contains("too-many-photos");
        assertThat(put(path(found, UUID.randomUUID()), token, new byte[(8 << 20) + 1])
                        .statusCode())
                .isEqualTo(413);
        assertThat(put(path(found, UUID.randomUUID()), token, new byte[100]).body())
                .contains("invalid-photo");
        var gif = server.request(path(found, UUID.randomUUID()))
                .header("Walk-Token", token)
                .header("Content-Type", "image/gif")
                .PUT(BodyPublishers.ofByteArray(PHOTO));
        assertThat(server.send(gif).statusCode()).isEqualTo(415);
    }

    private static HttpResponse<String> put(String path, String shown, byte[] bytes) {
        return server.send(server.request(path)
                .header("Walk-Token", shown)
                .header("Content-Type", "image/jpeg")
                .PUT(BodyPublishers.ofByteArray(bytes)));
    }

    private static HttpResponse<String> delete(String path) {
        return server.send(server.request(path).header("Walk-Token", token).DELETE());
    }

    private static String path(String finding, UUID photo) {
        return "/api/walks/%s/findings/%s/photos/%s".formatted(walk, finding, photo);
    }

    private List<byte[]> stored() {
        return server.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT jpeg FROM walk_photo WHERE finding_id = :id AND jpeg IS NOT NULL")
                        .bind("id", UUID.fromString(found))
                        .mapTo(byte[].class)
                        .list());
    }
}
