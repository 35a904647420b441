package se.lykta.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.lykta.account.Audiences;
import se.lykta.http.ProblemMapper;
import se.lykta.index.Filters;
import se.lykta.layer.Layers;
import se.lykta.taxonomy.Taxonomy;

final class ExportRoutesTest {

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newHttpClient();
    private Javalin server = Javalin.create();

    @BeforeEach
    void start() {
        var layers = new Layers(List.of(
                new SampleLayer("sample", 3),
                new SampleLayer("early", 9, 2),
                new SampleLayer("late", 100_000, 99_000)));
        var audiences = new Audiences(Optional.empty(), true);
        var filters = new Filters(Taxonomy.load(), ZoneId.of("Europe/Stockholm"), List::of);
        var routes = new ExportRoutes(new Exporter(layers, () -> "Lykta"), audiences, filters);
        server = Javalin.create(config -> {
                    new ProblemMapper(json).register(config.routes);
                    config.routes.get("/export/walk-{id}.geojson", context -> context.result("a walk"));
                    routes.register(config.routes);
                })
                .start(0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aLayerIsAFileToKeep() throws Exception {
        HttpResponse<String> answer = get("/export/sample.geojson");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/geo+json");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"lykta-sample.geojson\"");
        assertThat(json.readTree(answer.body()).get("features")).hasSize(3);
        assertThat(json.readTree(answer.body()).get("attribution").asText()).isEqualTo("Lykta");
    }

    @Test
    void whoHasItAlreadyHearsSoAndAnotherFilterIsAnotherFile() throws Exception {
        String tag = get("/export/sample.geojson").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = send(request("/export/sample.geojson").header("If-None-Match", tag));
        HttpResponse<String> other =
                send(request("/export/sample.geojson?cause=A").header("If-None-Match", tag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownLayerIsAnsweredWithTheKnownOnes() throws Exception {
        HttpResponse<String> answer = get("/export/nonsense.geojson");

        assertThat(answer.statusCode()).isEqualTo(404);
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("code").asText()).isEqualTo("unknown-layer");
        assertThat(problem.get("detail").asText()).contains("sample, early, late");
    }

    @Test
    void allWrongParametersAreToldAtOnce() throws Exception {
        HttpResponse<String> answer = get("/export/sample.geojson?cuase=A11&from=yesterday");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).get("errors"))
                .extracting(fault -> fault.get("field").asText())
                .containsExactly("cuase", "from");
    }

    @Test
    void walksKeepTheirOwnPaths() throws Exception {
        assertThat(get("/export/walk-12.geojson").body()).isEqualTo("a walk");
    }

    @Test
    void aSourceThatFailsBeforeTheFirstBytesIsAProblem() throws Exception {
        HttpResponse<String> answer = get("/export/early.geojson");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(json.readTree(answer.body()).get("code").asText()).isEqualTo("internal-error");
    }

    @Test
    void aSourceThatFailsHalfWayBreaksTheConnection() {
        assertThatThrownBy(() -> get("/export/late.geojson")).isInstanceOf(IOException.class);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
