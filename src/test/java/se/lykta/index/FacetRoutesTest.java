package se.lykta.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.http.ProblemMapper;

class FacetRoutesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Indexes indexes = new Indexes();
    private Javalin server = Javalin.create();

    @BeforeEach
    void start() {
        indexes.replace(Audience.STAFF, SnapshotTest.snapshot(new RandomReports(81).list(400), 7));
        indexes.replace(Audience.PUBLIC, SnapshotTest.snapshot(new RandomReports(82).list(50), 3));
        var routes = new FacetRoutes(indexes, RandomQuery.FILTERS, new Audiences(Optional.empty(), true));
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    new ProblemMapper(JSON).register(config.routes);
                    routes.register(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void facetsComeWithTheirSnapshotAndAudience() throws Exception {
        HttpResponse<String> response = get("/api/facets?source=police,walk");

        JsonNode answer = JSON.readTree(response.body());
        JsonNode facets = answer.path("facets");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(answer.path("snapshotVersion").asLong()).isEqualTo(7);
        assertThat(answer.path("audience").asText()).isEqualTo("staff");
        assertThat(names(facets))
                .containsExactly(
                        "cause",
                        "group",
                        "source",
                        "state",
                        "month",
                        "hour",
                        "hourUnknown",
                        "weekday",
                        "weekdayUnknown",
                        "light",
                        "severity");
        assertThat(facets.path("hour")).hasSize(24);
        assertThat(names(facets.path("weekday"))).containsExactly("mon", "tue", "wed", "thu", "fri", "sat", "sun");
        assertThat(names(facets.path("severity"))).containsExactly("unknown", "1", "2", "3");
        assertThat(names(facets.path("light"))).containsExactlyInAnyOrder("dark", "light", "unknown");
        // the sources chosen make up the total, the others are told all the same
        int total = answer.path("total").asInt();
        assertThat(total).isPositive();
        assertThat(facets.path("source").path("police").asInt()
                        + facets.path("source").path("walk").asInt())
                .isEqualTo(total);
        assertThat(facets.path("source").path("resident").asInt()).isPositive();
        assertThat(sum(facets.path("hour")) + facets.path("hourUnknown").asInt())
                .isEqualTo(total);
        assertThat(sum(facets.path("weekday")) + facets.path("weekdayUnknown").asInt())
                .isEqualTo(total);
        assertThat(sum(facets.path("month"))).isEqualTo(total);
        assertThat(sum(facets.path("light"))).isEqualTo(total);
        assertThat(sum(facets.path("severity"))).isEqualTo(total);
    }

    @Test
    void theSameQuestionIsNotAnsweredTwiceUntilTheSnapshotChanges() throws Exception {
        String tag = tag(get("/api/facets?hours=18-6"));

        assertThat(getUnless("/api/facets?hours=18-6", tag).statusCode()).isEqualTo(304);
        assertThat(getUnless("/api/facets?hours=18-0,0-6", tag).statusCode())
                .as("the same in other words")
                .isEqualTo(304);
        assertThat(getUnless("/api/facets?hours=18-7", tag).statusCode()).isEqualTo(200);
        assertThat(getUnless("/api/facets?hours=18-6&audience=public", tag).statusCode())
                .isEqualTo(200);

        indexes.replace(Audience.STAFF, SnapshotTest.snapshot(new RandomReports(81).list(401), 8));
        HttpResponse<String> later = getUnless("/api/facets?hours=18-6", tag);
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(later.body()).path("snapshotVersion").asLong()).isEqualTo(8);
    }

    @Test
    void thePublicGetsItsOwnSnapshot() throws Exception {
        JsonNode answer = JSON.readTree(get("/api/facets?audience=public").body());

        int expected = Filter.counting().count(indexes.snapshot(Audience.PUBLIC));
        assertThat(answer.path("total").asInt()).isEqualTo(expected);
        assertThat(answer.path("audience").asText()).isEqualTo("public");
        assertThat(answer.path("snapshotVersion").asLong()).isEqualTo(3);
    }

    @Test
    void allFaultsAreToldAtOnce() throws Exception {
        HttpResponse<String> response =
                get("/api/facets?hours=25-3&weekday=x&severity=9&area=99&cause_all=Z99&limit=3&audience=nobody");

        List<String> fields = new ArrayList<>();
        JSON.readTree(response.body())
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asText()));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(fields).contains("hours", "weekday", "severity", "area", "cause_all", "limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"area=8", "from=2190-01-01", "bbox=30,0,30.1,0.1"})
    void whatMatchesNothingIsNoFault(String query) throws Exception {
        HttpResponse<String> response = get("/api/facets?" + query);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(response.body()).path("total").asInt(-1)).isZero();
    }

    private static int sum(JsonNode counts) {
        int sum = 0;
        for (JsonNode count : counts) {
            sum += count.asInt();
        }
        return sum;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> getUnless(String path, String tag) throws IOException, InterruptedException {
        return client.send(request(path).header("If-None-Match", tag).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }
}
