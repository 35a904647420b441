package se.lykta.place.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.app.RunningService;

/** What the routes of areas refuse, and what they repair and tell. */
class AreaRoutesFaultsTest extends TownOfAreas {

    @Test
    void allFaultsOfAFeatureAreToldAtOnceWithTheirPlaces() throws IOException {
        String bowTie = polygon("[[14.6,56.4],[14.8,56.6],[14.8,56.4],[14.6,56.6],[14.6,56.4]]");

        HttpResponse<String> refused = post("{\"type\":\"Fature\",\"id\":7,\"properties\":"
                + "{\"population\":-1,\"colour\":\"red\"},\"geometry\":" + bowTie + "}");

        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode problem = json(refused);
        assertThat(problem.path("code").asText()).isEqualTo("invalid-area");
        assertThat(problem.path("errors"))
                .extracting(error -> error.path("field").asText())
                .containsExactlyInAnyOrder(
                        "type", "id", "properties/name", "properties/population", "properties/colour", "geometry");
        JsonNode crossing = fault(problem, "geometry");
        assertThat(crossing.path("message").asText()).contains("self-intersection");
        assertThat(crossing.path("position").toString()).isEqualTo("[14.7,56.5]");
        assertThat(fault(problem, "type").has("position")).isFalse();
        assertThat(storedNames()).containsExactly("Väst");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | invalid-json | {\"type\":\"Feature\"",
                "400 | invalid-json | [1]",
                "400 | invalid-area | {\"type\":\"Feature\"}",
                "400 | invalid-area | {\"type\":\"Feature\",\"properties\":{\"name\":\"Ö\"},\"geometry\":null}",
                "400 | invalid-area | {\"type\":\"Feature\",\"properties\":{\"name\":\"Ö\"},\"geometry\":7}",
                "400 | is Point | {\"type\":\"Feature\",\"properties\":{\"name\":\"Ö\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[14,56]}}",
                "400 | not closed | {\"type\":\"Feature\",\"properties\":{\"name\":\"Ö\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[14,56],[14.5,56],[14.5,57]]]}}",
                "400 | at most 100 | {\"type\":\"Feature\",\"properties\":{\"name\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"},\"geometry\":null}"
            })
    void whatIsNoFeatureOfAPolygonIsRefused(int status, String told, String body) {
        HttpResponse<String> refused = post(body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains(told);
    }

    @Test
    void aHoleOutsideOfItsShellIsRefusedWithItsPlace() throws IOException {
        String shape = polygon("[[14.6,56.4],[14.8,56.4],[14.8,56.6],[14.6,56.6],[14.6,56.4]],"
                + "[[14.85,56.5],[14.9,56.5],[14.9,56.55],[14.85,56.5]]");

        JsonNode problem = json(post(feature("\"name\":\"Öst\"", shape)));

        assertThat(problem.path("code").asText()).isEqualTo("invalid-area");
        assertThat(fault(problem, "geometry").path("message").asText()).contains("hole lies outside shell");
        assertThat(fault(problem, "geometry").path("position").get(0).asDouble())
                .isBetween(14.85, 14.9);
    }

    @Test
    void aHoleIsKept() throws IOException {
        String ring = "[[14.6,56.4],[14.9,56.4],[14.9,56.6],[14.6,56.6],[14.6,56.4]],"
                + "[[14.7,56.45],[14.8,56.45],[14.8,56.55],[14.7,56.55],[14.7,56.45]]";

        HttpResponse<String> made = post(feature("\"name\":\"Ring\"", polygon(ring)));

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(reportsIn(json(made).path("id").asInt())).isZero();
    }

    @Test
    void aSlipOfTheHandIsRepairedAndTold() throws IOException {
        String slip = polygon(
                "[[14.6,56.4],[14.9,56.4],[14.9,56.6],[14.6,56.6],[14.6,56.39999],[14.60001,56.40001],[14.6,56.4]]");

        JsonNode made = json(post(feature("\"name\":\"Öst\"", slip)));

        assertThat(made.at("/notices/0/code").asText()).isEqualTo("repaired");
    }

    @Test
    void whatCrossesTheBorderIsCutThereAndTold() throws IOException {
        JsonNode made = json(post(feature("\"name\":\"Öst\"", box(14.6, 56.4, 15.1, 56.6))));

        assertThat(made.at("/notices/0/code").asText()).isEqualTo("cut");
        assertThat(made.at("/notices/0/share").asDouble()).isCloseTo(0.2, within(1e-9));
        List<Double> east = StreamSupport.stream(
                        made.at("/geometry/coordinates/0").spliterator(), false)
                .map(position -> position.get(0).asDouble())
                .toList();
        assertThat(east).contains(15.0).allMatch(lon -> lon <= 15);
    }

    @Test
    void whatMostlyLiesOutsideIsRefusedWithAPlaceThere() throws IOException {
        HttpResponse<String> refused = post(feature("\"name\":\"Grannen\"", box(14.9, 56.4, 15.3, 56.6)));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("code").asText()).isEqualTo("area-outside");
        JsonNode position = fault(json(refused), "geometry").path("position");
        assertThat(position.get(0).asDouble()).isBetween(15.0, 15.3);
        assertThat(position.get(1).asDouble()).isBetween(56.4, 56.6);
        assertThat(storedNames()).containsExactly("Väst");
    }

    @Test
    void anOverlapIsTakenAndTold() throws IOException {
        JsonNode made = json(post(feature("\"name\":\"Skolan\"", box(14.4, 56.4, 14.6, 56.6))));

        JsonNode notice = made.at("/notices/0");
        assertThat(notice.path("code").asText()).isEqualTo("overlap");
        assertThat(notice.path("name").asText()).isEqualTo("Väst");
        assertThat(notice.path("area").asInt()).isEqualTo(idOf("Väst"));
        assertThat(notice.path("share").asDouble()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void neighboursThatShareABorderDoNotOverlap() throws IOException {
        JsonNode made = json(post(feature("\"name\":\"Öst\"", box(14.5, 56, 15, 57))));

        assertThat(made.path("notices")).isEmpty();
    }

    @Test
    void aNameIsGivenOnce() {
        HttpResponse<String> refused = post(feature("\"name\":\" väst \"", EAST));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("area-name-taken").contains("properties/name");
    }

    @Test
    void aHugeBodyIsRefusedUnread() {
        HttpResponse<String> refused = post(feature("\"name\":\"" + "x".repeat(1 << 20) + "\"", EAST));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("body-too-large");
    }

    @Test
    void tooManyCornersAreRefused() {
        String corners = IntStream.rangeClosed(0, 10_001)
                .map(i -> i % 10_001)
                .mapToObj(i -> "[%.5f,%.5f]"
                        .formatted(
                                14.5 + 0.3 * Math.cos(i * 2 * Math.PI / 10_001),
                                56.5 + 0.3 * Math.sin(i * 2 * Math.PI / 10_001)))
                .collect(Collectors.joining(",", "[", "]"));

        HttpResponse<String> refused = post(feature("\"name\":\"Cirkel\"", polygon(corners)));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("10002 corners, allowed are 10000");
    }

    @Test
    void otherMediaTypesAreRefused() {
        HttpResponse<String> refused = service.send(service.request("/api/areas")
                .header("Authorization", "Bearer " + RunningService.TOKEN)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(feature("\"name\":\"Öst\"", EAST))));

        assertThat(refused.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({"/api/areas/0", "/api/areas/-1", "/api/areas/x", "/api/areas/99999999999", "/api/areas/999999"})
    void anAreaThatIsNotThereIsNotFound(String path) {
        HttpResponse<String> answer = service.send(service.request(path)
                .header("Authorization", "Bearer " + RunningService.TOKEN)
                .header("If-Match", "*")
                .DELETE());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("unknown-area");
    }

    @Test
    void anUnknownParameterIsRefused() {
        assertThat(send("POST", "/api/areas?force=1", feature("\"name\":\"Öst\"", EAST))
                        .statusCode())
                .isEqualTo(400);
    }
}
