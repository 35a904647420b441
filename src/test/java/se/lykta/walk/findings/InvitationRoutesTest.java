package se.lykta.walk.findings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may walk along: making, using, ending links, and everything that must not open a walk. */
class InvitationRoutesTest {

    private static WalkModeServer server;
    private static String walk;

    @BeforeAll
    static void start() {
        server = new WalkModeServer();
        walk = server.walk(SampleWalk.past("h1", "h2"));
    }

    @BeforeEach
    void setTheClock() {
        server.clock().set(WalkModeServer.NOON);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aLinkOpensItsWalkWithStopsWaysAndChecklist() {
        String token = server.invite(walk);

        HttpResponse<String> guide = server.guide(walk, token);

        JsonNode body = WalkModeServer.json(guide);
        assertThat(guide.statusCode()).as(guide.body()).isEqualTo(200);
        assertThat(guide.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(body.path("walk").asText()).isEqualTo(walk);
        assertThat(body.path("start").asText()).isEqualTo("2026-10-03T19:30");
        JsonNode group = body.path("groups").path(0);
        assertThat(group.path("stops")).hasSize(2);
        assertThat(group.path("stops").path(1).path("name_sv").asText()).isEqualTo("Dålig belysning vid h2");
        assertThat(group.path("legs")).hasSize(3);
        assertThat(group.path("legs")
                        .path(0)
                        .path("steps")
                        .path(0)
                        .path("text_sv")
                        .asText())
                .isEqualTo("Gå längs Storgatan");
        assertThat(body.path("checklist"))
                .extracting(item -> item.path("name_sv").asText())
                .containsExactly(
                        "belysning",
                        "överblickbarhet",
                        "insyn",
                        "växtlighet",
                        "skötsel",
                        "orienterbarhet",
                        "flyktvägar eller alternativ väg",
                        "folkliv",
                        "trafik",
                        "framkomlighet",
                        "känslan");
        assertThat(gradesOf(body, 0)).containsExactly("mycket dåligt", "ganska dåligt", "ganska bra", "mycket bra");
        assertThat(gradesOf(body, 10))
                .containsExactly("mycket otryggt", "ganska otryggt", "ganska tryggt", "mycket tryggt");
    }

    @Test
    void participantsAreToldWhereToMeet() {
        JsonNode meeting =
                WalkModeServer.json(server.guide(walk, server.invite(walk))).path("meeting");

        assertThat(meeting.path("name_sv").asText()).isEqualTo("utanför Stadshallen");
        assertThat(meeting.path("name_en").asText()).isEqualTo("outside Stadshallen");
        assertThat(meeting.path("position"))
                .extracting(JsonNode::asDouble)
                .containsExactly(SampleWalk.START.lonDeg(), SampleWalk.START.latDeg());
    }

    /** 800 m in 800 s and four stops of 300 s are 33 minutes and 20 s. */
    @Test
    void minutesAreRoundedUpAsOnPaper() {
        String longer = server.walk(SampleWalk.past("h1", "h2", "h3", "h4"));

        JsonNode group = WalkModeServer.json(server.guide(longer, server.invite(longer)))
                .path("groups")
                .path(0);

        assertThat(group.path("minutes").asInt()).isEqualTo(34);
    }

    private static List<String> gradesOf(JsonNode guide, int item) {
        return guide.path("checklist").path(item).path("grades").findValuesAsText("name_sv");
    }

    @Test
    void theLinkHoldsTheTokenBehindTheHashAndTheQrCodeIsTheLink() throws Exception {
        HttpResponse<String> made = server.asStaff("POST", path(walk), "{\"days\": 3}");

        JsonNode body = WalkModeServer.json(made);
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(body.path("token").asText()).matches("[A-Za-z0-9_-]{43}");
        assertThat(body.path("link").asText())
                .matches("http://127\\.0\\.0\\.1:\\d+/vandring/" + walk + "#"
                        + body.path("token").asText());
        assertThat(body.path("expires").asText()).isEqualTo("2026-10-06T10:00:00Z");
        assertThat(scan(body.path("qr"))).isEqualTo(body.path("link").asText());
    }

    @Test
    void theTokenIsNotStored() {
        String token = server.invite(walk);

        List<Map<String, Object>> rows = server.rows(
                "SELECT walk_invitation.*, (SELECT string_agg(details::text, '') FROM audit) AS log FROM walk_invitation");

        assertThat(rows).isNotEmpty();
        for (Map<String, Object> row : rows) {
            assertThat((byte[]) row.get("token_hash")).hasSize(32);
            assertThat(row.toString()).doesNotContain(token);
        }
    }

    @Test
    void aRevokedLinkIsDeadAtOnceAndOthersLive() {
        String dead = server.invite(walk);
        String alive = server.invite(walk);
        JsonNode all =
                WalkModeServer.json(server.asStaff("GET", path(walk), "")).path("invitations");
        long id = all.path(1).path("id").asLong();

        HttpResponse<String> revoked = server.asStaff("DELETE", path(walk) + "/" + id, "");

        assertThat(revoked.statusCode()).isEqualTo(204);
        assertThat(server.guide(walk, dead).statusCode()).isEqualTo(401);
        assertThat(server.guide(walk, dead).body()).contains("invitation-revoked");
        assertThat(server.guide(walk, alive).statusCode()).isEqualTo(200);
        assertThat(server.asStaff("DELETE", path(walk) + "/" + id, "").statusCode())
                .isEqualTo(204);
        JsonNode listed =
                WalkModeServer.json(server.asStaff("GET", path(walk), "")).path("invitations");
        assertThat(listed.path(0).path("state").asText()).isEqualTo("open");
        assertThat(listed.path(1).path("state").asText()).isEqualTo("revoked");
        assertThat(server.rows(
                        "SELECT 1 FROM audit WHERE action = 'walk-invitation-revoked' AND subject = ?", "walk:" + walk))
                .hasSize(2);
    }

    @Test
    void aLinkIsGoodUntilItsLastSecondAndNotAtIt() {
        String token = server.invite(walk);

        server.clock().pass(Duration.ofDays(14).minusSeconds(1));
        assertThat(server.guide(walk, token).statusCode()).isEqualTo(200);
        server.clock().pass(Duration.ofSeconds(1));

        assertThat(server.guide(walk, token).statusCode()).isEqualTo(401);
        assertThat(server.guide(walk, token).body()).contains("invitation-expired");
        assertThat(server.put(walk, "6f2b1f9e-0d3c-4a3b-9a55-0d3c4a3b9a55", token, "{}")
                        .body())
                .contains("invitation-expired");
    }

    @Test
    void theTokenOfAnotherWalkOpensNothing() {
        String other = server.walk(SampleWalk.past("h1"));
        String token = server.join(other);

        assertThat(server.guide(walk, token).statusCode()).isEqualTo(401);
        assertThat(server.guide(walk, token).body()).contains("unknown-invitation-token");
        assertThat(server.put(walk, "6f2b1f9e-0d3c-4a3b-9a55-0d3c4a3b9a55", token, "{}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsNoTokenOpensNothing() {
        for (String shown : List.of("x", "x".repeat(43), "' OR 1=1 --", "%00", WalkModeServer.STAFF)) {
            assertThat(server.guide(walk, shown).statusCode()).as(shown).isEqualTo(401);
        }
        assertThat(server.send(server.request("/api/walks/" + walk + "/guide")).statusCode())
                .isEqualTo(401);
        assertThat(server.send(server.request("/api/walks/" + walk + "/guide?token=" + server.invite(walk)))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void onlyStaffInvite() {
        String token = server.invite(walk);

        for (String method : List.of("POST", "GET", "DELETE")) {
            String path = path(walk) + (method.equals("DELETE") ? "/1" : "");
            var request = server.request(path)
                    .header("Walk-Token", token)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString("{}"));
            assertThat(server.send(request).statusCode()).as(method).isEqualTo(401);
        }
    }

    @Test
    void faultsAreTold() {
        HttpResponse<String> answer = server.asStaff("POST", path(walk), "{\"days\": 61, \"colour\": \"red\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(WalkModeServer.json(answer).path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("days", "colour");
        assertThat(server.asStaff("POST", path("0123456789abcdef01234567"), "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.asStaff("DELETE", path(walk) + "/999999", "").statusCode())
                .isEqualTo(404);
        assertThat(server.asStaff("DELETE", path(walk) + "/x", "").statusCode()).isEqualTo(404);
    }

    private static String path(String id) {
        return "/api/walks/" + id + "/invitations";
    }

    /** Paints the path, four pixels a module, and lets the library read what its writer wrote by way of our path. */
    private static String scan(JsonNode qr) throws Exception {
        int scale = 4;
        int side = qr.path("size").asInt() * scale;
        byte[] grey = new byte[side * side];
        Arrays.fill(grey, (byte) 255);
        Matcher bars = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z")
                .matcher(qr.path("path").asText());
        while (bars.find()) {
            int x = Integer.parseInt(bars.group(1)) * scale;
            int y = Integer.parseInt(bars.group(2)) * scale;
            for (int row = y; row < y + scale; row++) {
                Arrays.fill(grey, row * side + x, row * side + x + Integer.parseInt(bars.group(3)) * scale, (byte) 0);
            }
        }
        LuminanceSource source = new PlanarYUVLuminanceSource(grey, side, side, 0, 0, side, side, false);
        return new MultiFormatReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(source)),
                        Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE)))
                .getText();
    }
}
