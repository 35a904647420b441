package se.lykta.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import se.lykta.taxonomy.PlaceKind;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/** The canned JSON of {@link FixtureServer}, in the shape that the HTTP contract promises. Immutable. */
final class FixtureAnswers {

    private static final List<Spot> SPOTS = List.of(
            new Spot("A11", "Bristande belysning vid Idrottshallen", "Poor lighting at Idrottshallen", 8.5, 8.4, 96),
            new Spot("B11", "Fortkörning vid Storgatan", "Speeding at Storgatan", 5.0, 4.5, 61),
            new Spot(
                    "A31", "Skymmande växtlighet vid Ljusåstigen", "Overgrown vegetation at Ljusåstigen", 2.6, 3.4, 42),
            new Spot("C12", "Ordningsstörning vid Ljusbro station", "Disorder at Ljusbro station", 11, 9.2, 38),
            new Spot("A53", "Otrygg gångtunnel vid Järnvägsgatan", "Unsafe underpass at Järnvägsgatan", 11.9, 5.6, 21),
            new Spot("A41", "Nedskräpning vid Torget", "Litter at Torget", 7.2, 11, 14),
            new Spot("B31", "Otrygg hållplats vid Skolvägen", "Unsafe bus stop at Skolvägen", 3.4, 11.2, 9));

    Answer to(String path, String query, JsonNode body, boolean demo) {
        Object filtered = hotspots(query);
        return switch (path) {
            case "/api/taxonomy" -> new Answer(200, taxonomy());
            case "/api/municipality" -> new Answer(200, municipality(demo));
            case "/api/audit" -> new Answer(200, Map.of("findings", List.of(), "exclusions", List.of()));
            case "/api/hotspots", "/export/hotspots.geojson" -> new Answer(200, filtered);
            case "/api/search" -> FixtureSearch.of(query);
            case "/api/facets" -> new Answer(200, FixtureFacets.of(query));
            case "/export/reports.geojson" -> new Answer(200, reports());
            case "/api/reports" -> report(body);
            case "/api/reports/K7QM-24XW-9PTD" -> new Answer(200, receipt());
            case "/api/walks", "/api/walks/w1", "/export/walk-w1.geojson" ->
                new Answer(path.equals("/api/walks") ? 201 : 200, walk());
            case "/api/session" -> new Answer(body.path("token").asText().equals("rätt") ? 204 : 401, Map.of());
            default -> new Answer(404, problem("not-found", List.of()));
        };
    }

    private static Object taxonomy() {
        var taxonomy = Taxonomy.load();
        return Map.of(
                "groups", taxonomy.groups(),
                "causes", taxonomy.causes(),
                "sources",
                        Stream.of(Source.values())
                                .map(s -> entry(s.code(), s.sv(), s.en()))
                                .toList(),
                "placeKinds",
                        Stream.of(PlaceKind.values())
                                .map(k -> entry(k.code(), k.sv(), k.en()))
                                .toList(),
                "states",
                        Stream.of(ReportState.values())
                                .map(s -> entry(s.code(), s.sv(), s.en()))
                                .toList(),
                "severities",
                        Severity.told().stream()
                                .map(s -> Map.of("code", s.code(), "sv", s.sv(), "en", s.en()))
                                .toList());
    }

    private static Map<String, Object> entry(String code, String sv, String en) {
        return Map.of("code", code, "sv", sv, "en", en);
    }

    private static Object municipality(boolean demo) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("name", "Ljusbro");
        answer.put("fictional", true);
        answer.put("demo", demo);
        answer.put("audience", demo ? "staff" : "public");
        answer.put("bbox", List.of(15.0, 60.0, 15.028, 60.014));
        answer.put("start", List.of(15.015, 60.0075));
        answer.put("outline", Map.of("type", "Polygon", "coordinates", List.of(ring(7, 7, 9))));
        answer.put("areas", collection(List.of(area(1, "Centrum"), area(2, "Norra skogen"))));
        answer.put("attribution", "Påhittad kommun, egna kartdata");
        answer.put("reports", 2500);
        answer.put("firstDate", "2022-07-01");
        answer.put("lastDate", "2026-06-30");
        answer.put("walks", true);
        return answer;
    }

    private static Object area(int id, String name) {
        Object square = Map.of("type", "Polygon", "coordinates", List.of(ring(4 * id, 6, 2)));
        return Map.of("type", "Feature", "id", id, "properties", Map.of("name", name), "geometry", square);
    }

    private static Object hotspots(String query) {
        List<Object> features = new ArrayList<>();
        for (Spot spot : SPOTS) {
            boolean wanted = Stream.of(query.split("&"))
                    .filter(part -> part.startsWith("cause="))
                    .allMatch(part ->
                            part.contains(spot.cause) || part.matches(".*[=,C]" + spot.cause.charAt(0) + "(%.*|,.*|)"));
            if (wanted) {
                features.add(spot.feature(features.size() + 1));
            }
        }
        Map<String, Object> answer = new HashMap<>(collection(features));
        answer.put(
                "method", Map.of("name", "dbscan", "eps", 50, "minReports", 8, "minReporters", 3, "crs", "EPSG:3006"));
        answer.put("from", "2024-07-01");
        answer.put("to", "2026-06-30");
        answer.put("total", 1184);
        answer.put("attribution", "Påhittad kommun, egna kartdata");
        return answer;
    }

    private static Object reports() {
        Map<String, Object> properties = Map.of(
                "id",
                "r1",
                "cause",
                "A11",
                "causes",
                "A11,A31",
                "source",
                "resident",
                "date",
                "2026-05-04",
                "light",
                "dark");
        return collection(List.of(pointFeature(8.5, 8.4, properties)));
    }

    private static Answer report(JsonNode body) {
        List<Map<String, String>> errors = new ArrayList<>();
        if (body.path("text").asText().contains("fel")) {
            errors.add(Map.of("field", "text", "message", "the text is too long"));
        }
        if (!body.path("contact").path("email").asText("a@b").contains("@")) {
            errors.add(Map.of("field", "contact/email", "message", "not an e-mail address"));
        }
        return errors.isEmpty()
                ? new Answer(201, Map.of("receipt", "K7QM-24XW-9PTD", "state", "received", "links", Map.of()))
                : new Answer(400, problem("invalid-report", errors));
    }

    private static Object receipt() {
        return Map.of(
                "receipt",
                "K7QM-24XW-9PTD",
                "state",
                "received",
                "state_sv",
                "mottagen",
                "state_en",
                "received",
                "causes",
                List.of("A11"),
                "reportedOn",
                "2026-07-01",
                "history",
                List.of(Map.of("state", "received", "on", "2026-07-01")));
    }

    private static Object problem(String code, List<Map<String, String>> errors) {
        return Map.of(
                "type",
                "/problems/" + code,
                "title",
                code,
                "status",
                400,
                "detail",
                "",
                "code",
                code,
                "errors",
                errors);
    }

    private static Object walk() {
        List<List<Double>> line = Stream.of(
                        at(7.5, 7.5), at(8, 7.5), at(8.5, 8.4), at(11, 9.2), at(11.9, 5.6), at(5, 4.5), at(7.5, 7.5))
                .toList();
        Map<String, Object> totals = Map.of(
                "kind", "route", "id", "w1", "metres", 2310, "minutes", 60.2, "walkMinutes", 40.2, "stopMinutes", 20);
        Map<String, Object> course = Map.of("type", "LineString", "coordinates", line);
        List<Object> features = new ArrayList<>();
        features.add(Map.of("type", "Feature", "geometry", course, "properties", totals));
        for (int i = 0; i < 4; i++) {
            features.add(stop(i + 1, SPOTS.get(new int[] {0, 3, 4, 1}[i])));
        }
        ObjectNode leftOut = JsonNodeFactory.instance
                .objectNode()
                .put("hotspot", "hA41")
                .put("name_sv", "Nedskräpning vid Torget")
                .put("name_en", "Litter at Torget")
                .put("reason_sv", "ryms inte i tiden")
                .put("reason_en", "does not fit in the time");
        Map<String, Object> answer = new HashMap<>(collection(features));
        answer.put("id", "w1");
        answer.put("left_out", List.of(leftOut));
        return answer;
    }

    private static Object stop(int number, Spot spot) {
        ObjectNode properties = JsonNodeFactory.instance
                .objectNode()
                .put("kind", "stop")
                .put("number", number)
                .put("name_sv", spot.sv)
                .put("name_en", spot.en)
                .put("arrivalMinute", 14 * number - 8)
                .put("why_sv", spot.reports + " rapporter, 64 % i mörker")
                .put("why_en", spot.reports + " reports, 64 % in the dark")
                .put("reports", spot.reports)
                .put("hotspot", "h" + spot.cause);
        return pointFeature(spot.street, spot.avenue, properties);
    }

    private static Map<String, Object> collection(List<Object> features) {
        return Map.of("type", "FeatureCollection", "features", features);
    }

    private static Map<String, Object> pointFeature(double street, double avenue, Object properties) {
        return Map.of(
                "type",
                "Feature",
                "properties",
                properties,
                "geometry",
                Map.of("type", "Point", "coordinates", at(street, avenue)));
    }

    private static List<Double> at(double street, double avenue) {
        Coordinate corner = FixtureTown.corner(street, avenue);
        return List.of(corner.x, corner.y);
    }

    private static List<List<Double>> ring(double street, double avenue, double radius) {
        return Stream.iterate(0, i -> i + 1)
                .limit(13)
                .map(i -> at(
                        street + radius * Math.cos(Math.PI * (i % 12) / 6),
                        avenue + radius * Math.sin(Math.PI * (i % 12) / 6)))
                .toList();
    }

    /** An answer of the server. */
    record Answer(int status, Object body) {}

    private record Spot(String cause, String sv, String en, double street, double avenue, int reports) {

        Object feature(int rank) {
            Coordinate centre = FixtureTown.corner(street, avenue);
            int reporters = reports / 2 + 1;
            ObjectNode properties = JsonNodeFactory.instance
                    .objectNode()
                    .put("rank", rank)
                    .put("name_sv", sv)
                    .put("name_en", en)
                    .put("explanation_sv", reports + " rapporter från " + reporters + " personer inom 50 meter.")
                    .put("explanation_en", reports + " reports from " + reporters + " people within 50 metres.")
                    .put("reports", reports)
                    .put("reporters", reporters)
                    .put("main_cause", cause)
                    .put("recent", reports / 2)
                    .put("before", reports / 3)
                    .put("newest", "2026-06-2" + rank)
                    .put("dark_share", rank % 2 == 1 ? 0.64 : 0.2)
                    .put("change", 1.5)
                    .put("direction", rank == 1 ? "rising" : "level")
                    .put("class", rank == 1 ? "new" : "persistent")
                    .put("season", reports / 8)
                    .put("season_before", reports / 9)
                    .put("found", 100 - rank)
                    .put("recounts", 100)
                    .put("p", rank == 3 ? 0.2 : 0.005)
                    .put("lon", centre.x)
                    .put("lat", centre.y);
            properties.putArray("sources").add("resident").add("police");
            properties.putArray("causes").add(cause).add("A23");
            properties.putArray("cause_counts").add(reports - 4).add(4);
            return Map.of(
                    "type",
                    "Feature",
                    "id",
                    "h" + cause,
                    "properties",
                    properties,
                    "geometry",
                    Map.of("type", "Polygon", "coordinates", List.of(ring(street, avenue, 0.6))));
        }
    }
}
