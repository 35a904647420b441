package se.lykta.place.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.app.RunningService;
import se.lykta.place.Area;
import se.lykta.place.PlaceStore;
import se.lykta.place.snap.SnapPoint;
import se.lykta.place.snap.SnapPointStore;

/**
 * Drawing areas over HTTP on a running service. The municipality is the box 14..15, 56..57 with the area Väst in its west;
 * reports lie at 14.25, 56.5 (Väst) and 14.75, 56.5.
 */
class AreaRoutesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String EAST = box(14.6, 56.4, 14.9, 56.6);

    private static RunningService service;

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

    private static void awaitReports() {
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

    @Test
    void aDrawnAreaIsInTheFilterAtOnce() throws IOException {
        HttpResponse<String> made = post(feature("\"name\":\"Öst\",\"population\":1200", EAST));

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode area = json(made);
        int id = area.path("id").asInt();
        assertThat(made.headers().firstValue("Location")).hasValue("/api/areas/" + id);
        assertThat(area.at("/properties/name").asText()).isEqualTo("Öst");
        assertThat(area.at("/properties/population").asInt()).isEqualTo(1200);
        assertThat(area.path("notices")).isEmpty();
        assertThat(reportsIn(id)).isEqualTo(2);
        assertThat(municipality().path("areasVersion").asText()).isEqualTo(tagOf(made));
        assertThat(namesOfAreas()).containsExactly("Väst", "Öst");
    }

    @Test
    void publicPositionsAreMadeForTheDrawnAreaToo() throws IOException {
        int id = json(post(feature("\"name\":\"Öst\"", EAST))).path("id").asInt();

        List<SnapPoint> points = new SnapPointStore(service.database().jdbi()).list();

        assertThat(points)
                .filteredOn(point -> point.areaId().equals(OptionalInt.of(id)))
                .isNotEmpty()
                .allMatch(point -> point.name().equals("Öst"));
    }

    @Test
    void aChangedBorderIsInTheFilterAtOnce() throws IOException {
        int west = idOf("Väst");
        assertThat(reportsIn(west)).isEqualTo(1);

        HttpResponse<String> changed = put(west, version(), "{\"type\":\"Feature\",\"geometry\":" + EAST + "}");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(json(changed).at("/properties/name").asText()).isEqualTo("Väst");
        assertThat(json(changed).at("/properties/population").asInt()).isEqualTo(50);
        assertThat(reportsIn(west)).isEqualTo(2);
    }

    @Test
    void aNameAndPopulationAreChangedWithoutTheBorder() throws IOException {
        int west = idOf("Väst");

        HttpResponse<String> changed =
                put(west, version(), "{\"type\":\"Feature\",\"properties\":{\"name\":\"Västra staden\"}}");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(namesOfAreas()).containsExactly("Västra staden");
        assertThat(json(changed).at("/properties").has("population")).isFalse();
        assertThat(reportsIn(west)).isEqualTo(1);
    }

    @Test
    void aRemovedAreaIsNoLongerInTheFilter() throws IOException {
        int west = idOf("Väst");

        HttpResponse<String> removed = delete(west, version());

        assertThat(removed.statusCode()).as(removed.body()).isEqualTo(204);
        assertThat(removed.body()).isEmpty();
        assertThat(namesOfAreas()).isEmpty();
        assertThat(municipality().path("areasVersion").asText()).isEqualTo(tagOf(removed));
        assertThat(service.getAsStaff("/api/facets?area=" + west).statusCode()).isEqualTo(400);
        assertThat(delete(west, version()).body()).contains("unknown-area");
    }

    @Test
    void theSecondOfTwoCoordinatorsIsToldThatTheAreasHaveChanged() throws IOException {
        int west = idOf("Väst");
        String known = version();
        String renamed = "{\"type\":\"Feature\",\"properties\":{\"name\":\"%s\"}}";
        HttpResponse<String> first = put(west, known, renamed.formatted("Etta"));
        HttpResponse<String> second = put(west, known, renamed.formatted("Tvåa"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(second.body()).contains("\"code\":\"areas-changed\"");
        assertThat(delete(west, known).statusCode()).isEqualTo(412);
        assertThat(namesOfAreas()).containsExactly("Etta");
        assertThat(put(west, tagOf(first), renamed.formatted("Tvåa")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoChangesOrRemovesHasToSayWhatIsKnown() throws IOException {
        int west = idOf("Väst");

        HttpResponse<String> change = send("PUT", "/api/areas/" + west, "{\"type\":\"Feature\"}");
        HttpResponse<String> removal = send("DELETE", "/api/areas/" + west, "");

        assertThat(List.of(change.statusCode(), removal.statusCode())).containsExactly(428, 428);
        assertThat(change.body()).contains("if-match-missing").contains("areasVersion");
    }

    @Test
    void anImportMeanwhileIsAChangeToo() throws IOException {
        String known = version();
        importTown();

        assertThat(put(idOf("Väst"), known, "{\"type\":\"Feature\",\"properties\":{\"name\":\"Vind\"}}")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void thePublicChangesNothing() throws IOException {
        int west = idOf("Väst");
        String body = feature("\"name\":\"Öst\"", EAST);
        List<HttpRequest.Builder> requests = List.of(
                service.request("/api/areas").POST(HttpRequest.BodyPublishers.ofString(body)),
                service.request("/api/areas/" + west).PUT(HttpRequest.BodyPublishers.ofString(body)),
                service.request("/api/areas/" + west).DELETE());

        for (HttpRequest.Builder request : requests) {
            HttpResponse<String> answer = service.send(
                    request.header("Content-Type", "application/json").header("If-Match", "*"));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("sign-in-required");
        }
        assertThat(storedNames()).containsExactly("Väst");
    }

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

    private static void importTown() {
        String town = "{\"type\":\"FeatureCollection\",\"features\":[%s,%s]}"
                .formatted(
                        feature("\"kind\":\"municipality\",\"name\":\"Provköping\"", box(14, 56, 15, 57)),
                        feature("\"name\":\"Väst\",\"population\":50", box(14, 56, 14.5, 57)));
        new AreaImport(service.database().jdbi())
                .run(
                        town.getBytes(StandardCharsets.UTF_8),
                        new AreaImport.Options(null, ZoneId.of("Europe/Stockholm")));
    }

    private static int reportsIn(int area) throws IOException {
        return json(service.getAsStaff("/api/facets?state=received&area=" + area))
                .path("total")
                .asInt();
    }

    private static JsonNode municipality() throws IOException {
        return json(service.get("/api/municipality"));
    }

    /** The newest state, whether the service has seen it already or not. */
    private static String version() {
        return Long.toString(places().areasVersion());
    }

    private static List<String> namesOfAreas() throws IOException {
        return StreamSupport.stream(municipality().at("/areas/features").spliterator(), false)
                .map(area -> area.at("/properties/name").asText())
                .toList();
    }

    private static List<String> storedNames() {
        return places().listAreas().stream().map(Area::name).toList();
    }

    private static PlaceStore places() {
        return new PlaceStore(service.database().jdbi());
    }

    private static int idOf(String name) {
        return places().listAreas().stream()
                .filter(area -> area.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static JsonNode fault(JsonNode problem, String field) {
        return StreamSupport.stream(problem.path("errors").spliterator(), false)
                .filter(error -> error.path("field").asText().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static String tagOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow().replace("\"", "");
    }

    private static HttpResponse<String> post(String body) {
        return send("POST", "/api/areas", body);
    }

    private static HttpResponse<String> put(int id, String version, String body) {
        return send("PUT", "/api/areas/" + id, body, "If-Match", '"' + version + '"');
    }

    private static HttpResponse<String> delete(int id, String version) {
        return send("DELETE", "/api/areas/" + id, "", "If-Match", '"' + version + '"');
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = service.request(path)
                .header("Authorization", "Bearer " + RunningService.TOKEN)
                .header("Content-Type", "application/geo+json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return service.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String feature(String properties, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":" + geometry + "}";
    }

    private static String polygon(String rings) {
        return "{\"type\":\"Polygon\",\"coordinates\":[" + rings + "]}";
    }

    private static String box(double west, double south, double east, double north) {
        return polygon("[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]"
                .formatted(west, south, east, south, east, north, west, north, west, south));
    }
}
