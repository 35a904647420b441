package se.lykta.place.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.app.RunningService;

/** {@code /api/search} of the running demonstration. */
class SearchRoutesTest {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.demo();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void streetHasNameLabelPositionAndExtent() throws IOException {
        JsonNode answer = ask("/api/search?lat=58.95&lon=15.05&zoom=15&q=" + encoded("järnvägsgatan"));

        assertThat(answer.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(answer.path("query").asText()).isEqualTo("järnvägsgatan");
        assertThat(answer.path("attribution").asText()).contains("Ljusbro");
        JsonNode street = answer.path("features").get(0);
        assertThat(street.at("/properties/name").asText()).isEqualTo("Järnvägsgatan");
        assertThat(street.at("/properties/kind").asText()).isEqualTo("street");
        assertThat(street.at("/properties/match").asText()).isEqualTo("name");
        assertThat(street.at("/properties/label_sv").asText()).isEqualTo("Gata i Centrum");
        assertThat(street.at("/properties/label_en").asText()).isEqualTo("Street in Centrum");
        double lon = street.at("/geometry/coordinates/0").asDouble();
        assertThat(lon)
                .isBetween(street.at("/bbox/0").asDouble(), street.at("/bbox/2").asDouble());
    }

    @Test
    void addressIsAPointWithoutExtent() throws IOException {
        JsonNode house = ask("/api/search?q=storgatan+2").path("features").get(0);

        assertThat(house.at("/properties/kind").asText()).isEqualTo("address");
        assertThat(house.at("/properties/match").asText()).isEqualTo("number");
        assertThat(house.has("bbox")).isFalse();
    }

    @Test
    void limitHoldsAndTheSameQuestionIsNotAnsweredTwice() {
        HttpResponse<String> first = service.get("/api/search?q=s&limit=3");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second =
                service.send(service.request("/api/search?q=s&limit=3").header("If-None-Match", tag));

        assertThat(first.body().split("\"Feature\"", -1)).hasSize(4);
        assertThat(first.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/geo+json");
        assertThat(second.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/search                          | missing",
                "/api/search?q=                       | missing",
                "/api/search?q=a&lat=58               | together",
                "/api/search?q=a&lat=98&lon=15        | -90.0..90.0",
                "/api/search?q=a&lat=x&lon=15         | a number",
                "/api/search?q=a&zoom=40              | 0..22",
                "/api/search?q=a&limit=51             | 1..50",
                "/api/search?q=a&quiet=yes            | unknown parameter",
                "/api/search?q=a&q=b                  | given 2 times",
                "/api/search?q=a%00b                  | at most 100 characters"
            })
    void wrongParametersAreToldApart(String path, String told) {
        HttpResponse<String> answer = service.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid-parameter", told);
    }

    @Test
    void longTextIsRefused() {
        assertThat(service.get("/api/search?q=" + "a".repeat(101)).statusCode()).isEqualTo(400);
        assertThat(service.get("/api/search?q=" + "a".repeat(100)).statusCode()).isEqualTo(200);
    }

    private static JsonNode ask(String path) throws IOException {
        byte[] body = service.get(path).body().getBytes(StandardCharsets.ISO_8859_1);
        return new JsonMapper().readTree(body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
