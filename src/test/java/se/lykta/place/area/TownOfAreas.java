package se.lykta.place.area;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import se.lykta.app.RunningService;
import se.lykta.place.Area;
import se.lykta.place.PlaceStore;

/** A service on a town with areas, and what tests of their routes ask of it. */
abstract class TownOfAreas {

    static final JsonMapper JSON = new JsonMapper();
    static final String EAST = box(14.6, 56.4, 14.9, 56.6);

    static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.empty();
        importTown();
        for (double lon : new double[] {14.25, 14.75, 14.75}) {
            HttpResponse<String> sent = service.post(
                    "/api/reports", "{\"position\":[%s,56.5],\"causes\":[\"A11\"],\"recurring\":true}".formatted(lon));
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        }
        awaitReports();
    }

    static void awaitReports() {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!service.getAsStaff("/api/facets?state=received").body().contains("\"total\":3")) {
            assertThat(System.nanoTime()).as("the index follows").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void importAnew() {
        importTown();
    }

    static void importTown() {
        String town = "{\"type\":\"FeatureCollection\",\"features\":[%s,%s]}"
                .formatted(
                        feature("\"kind\":\"municipality\",\"name\":\"Provköping\"", box(14, 56, 15, 57)),
                        feature("\"name\":\"Väst\",\"population\":50", box(14, 56, 14.5, 57)));
        new AreaImport(service.database().jdbi())
                .run(
                        town.getBytes(StandardCharsets.UTF_8),
                        new AreaImport.Options(null, ZoneId.of("Europe/Stockholm")));
    }

    static int reportsIn(int area) throws IOException {
        return json(service.getAsStaff("/api/facets?state=received&area=" + area))
                .path("total")
                .asInt();
    }

    static JsonNode municipality() throws IOException {
        return json(service.get("/api/municipality"));
    }

    /** The newest state, whether the service has seen it already or not. */
    static String version() {
        return Long.toString(places().areasVersion());
    }

    static List<String> namesOfAreas() throws IOException {
        return StreamSupport.stream(municipality().at("/areas/features").spliterator(), false)
                .map(area -> area.at("/properties/name").asText())
                .toList();
    }

    static List<String> storedNames() {
        return places().listAreas().stream().map(Area::name).toList();
    }

    static PlaceStore places() {
        return new PlaceStore(service.database().jdbi());
    }

    static int idOf(String name) {
        return places().listAreas().stream()
                .filter(area -> area.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    static JsonNode fault(JsonNode problem, String field) {
        return StreamSupport.stream(problem.path("errors").spliterator(), false)
                .filter(error -> error.path("field").asText().equals(field))
                .findFirst()
                .orElseThrow();
    }

    static String tagOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow().replace("\"", "");
    }

    static HttpResponse<String> post(String body) {
        return send("POST", "/api/areas", body);
    }

    static HttpResponse<String> put(int id, String version, String body) {
        return send("PUT", "/api/areas/" + id, body, "If-Match", '"' + version + '"');
    }

    static HttpResponse<String> delete(int id, String version) {
        return send("DELETE", "/api/areas/" + id, "", "If-Match", '"' + version + '"');
    }

    static HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = service.request(path)
                .header("Authorization", "Bearer " + RunningService.TOKEN)
                .header("Content-Type", "application/geo+json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return service.send(headers.length == 0 ? request : request.headers(headers));
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body().getBytes(StandardCharsets.ISO_8859_1));
    }

    static String feature(String properties, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":" + geometry + "}";
    }

    static String polygon(String rings) {
        return "{\"type\":\"Polygon\",\"coordinates\":[" + rings + "]}";
    }

    static String box(double west, double south, double east, double north) {
        return polygon("[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]"
                .formatted(west, south, east, south, east, north, west, north, west, south));
    }
}
