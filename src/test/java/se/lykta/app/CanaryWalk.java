package se.lykta.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.imageio.ImageIO;
import se.lykta.walk.StoredWalks;
import se.lykta.walk.WalkStore;
import se.lykta.walk.findings.SampleWalk;

/** A walk with a finding, a photo and a report of it, all of which hold a canary. */
final class CanaryWalk {

    private static final String HOTSPOT = "kanariestopp";

    private final RunningService service;
    private final String walk;
    private final UUID finding = UUID.randomUUID();
    private final UUID photo = UUID.randomUUID();

    private CanaryWalk(RunningService service) {
        this.service = service;
        var store = new WalkStore(service.database().jdbi(), Clock.systemUTC(), new SecureRandom());
        this.walk = StoredWalks.add(store, SampleWalk.past(HOTSPOT)).id();
    }

    /** Walks along as staff, whose every word is as secret. */
    static CanaryWalk walked(RunningService service, String comment) {
        var walked = new CanaryWalk(service);
        walked.send("GET", "/guide", new byte[0], "application/json", 200);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String body =
                "{\"hotspot\":\"%s\",\"revision\":1,\"answeredAt\":\"%s\",\"grades\":{\"lighting\":1},\"comment\":\"%s\"}"
                        .formatted(HOTSPOT, now, comment);
        String path = "/findings/" + walked.finding;
        walked.send("PUT", path, body.getBytes(StandardCharsets.UTF_8), "application/json", 201);
        walked.send("PUT", path + "/photos/" + walked.photo, png(), "image/png", 201);
        walked.send("POST", "/reports", new byte[0], "application/json", 200);
        return walked;
    }

    /** A path with the ids of this walk. */
    String fill(String template) {
        return template.replace("{id}", walk)
                .replace("{finding}", finding.toString())
                .replace("{photo}", photo.toString());
    }

    private void send(String method, String path, byte[] body, String type, int expected) {
        HttpResponse<String> answer = service.send(service.request("/api/walks/" + walk + path)
                .header("Authorization", "Bearer " + RunningService.TOKEN)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
    }

    /** One grey pixel. */
    private static byte[] png() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
