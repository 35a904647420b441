package se.lykta.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.lykta.taxonomy.PlaceKind;

/** Writes the four files of the demo municipality as text. */
final class DemoFiles {

    private static final JsonMapper JSON = new JsonMapper();

    private DemoFiles() {}

    /** File name and content of every generated file. */
    static Map<String, String> generate() {
        Town town = Town.build();
        Map<String, String> files = new LinkedHashMap<>();
        files.put("ljusbro.osm", town.osm().xml());
        files.put("areas.geojson", areas());
        files.put("reports.csv", Reports.csv(Reports.of(town)));
        files.put("truth.json", truth());
        return files;
    }

    private static String areas() {
        List<Map<String, Object>> features = new ArrayList<>();
        features.add(feature(
                "municipality",
                ordered(
                        "kind",
                        "municipality",
                        "name",
                        "Ljusbro",
                        "fictional",
                        true,
                        "note",
                        Town.NOTE,
                        "start",
                        List.of(Plane.LON, Plane.LAT),
                        "time_zone",
                        Reports.ZONE.getId()),
                Districts.outline()));
        int number = 0;
        for (Map.Entry<String, List<Spot>> area : Districts.list().entrySet()) {
            number++;
            features.add(feature(
                    "area-" + number,
                    ordered("kind", "area", "name", area.getKey(), "fictional", true),
                    area.getValue()));
        }
        return "{\"type\":\"FeatureCollection\",\"attribution\":\"Ljusbro (fictional), Lykta project, CC0-1.0\","
                + "\"features\":[\n" + lines(features) + "\n]}\n";
    }

    private static String truth() {
        Map<String, Object> head = ordered(
                "municipality",
                "Ljusbro",
                "fictional",
                true,
                "seed",
                Dice.SEED,
                "window",
                ordered("from", "2024-07-01", "to", "2026-06-30"),
                "parameters",
                ordered("eps", 50, "minReports", 8, "minReporters", 3),
                "reports",
                Reports.TOTAL);
        List<Map<String, Object>> hotspots =
                Truth.hotspots().stream().map(DemoFiles::hotspot).toList();
        List<Map<String, Object>> controls = new ArrayList<>();
        Truth.traps().forEach(trap -> controls.add(control("trap", trap)));
        Truth.likedPlaces().forEach(place -> controls.add(control("liked", place)));
        ordinaryPlaces().forEach(place -> controls.add(control("ordinary", place)));
        return "{\"about\":" + json(head) + ",\n\"hotspots\":[\n" + lines(hotspots) + "\n],\n\"controls\":[\n"
                + lines(controls) + "\n]}\n";
    }

    private static Map<String, Object> hotspot(Planted planted) {
        Planted.Where where = planted.where();
        List<List<Double>> line = where.line().stream().map(DemoFiles::lonLat).toList();
        Map<String, Object> map = ordered(
                "id",
                planted.id(),
                "kind",
                "hotspot",
                "place",
                where.name(),
                "centre",
                lonLat(where.centre()),
                "radius_metres",
                Math.rint(where.length() / 2 + where.radius()),
                "line",
                line,
                "line_radius_metres",
                where.radius());
        map.put("main_cause", planted.mainCause());
        map.put("name_sv", Names.sv(planted));
        map.put("places", Names.places(planted));
        map.put("trend", planted.course().trend());
        map.put("in_default_window", planted.isCurrent());
        map.put("from", "2022-07-01");
        map.put(
                "to",
                planted.isCurrent()
                        ? "2026-06-30"
                        : String.valueOf(planted.course().measure()));
        if (planted.course().measure() != null) {
            map.put("measure", planted.course().measure().toString());
        }
        return map;
    }

    private static Map<String, Object> control(String kind, Truth.Trap trap) {
        return ordered(
                "id",
                trap.id(),
                "kind",
                kind,
                "place",
                trap.where().name(),
                "centre",
                lonLat(trap.where().centre()),
                "radius_metres",
                trap.where().radius(),
                "why",
                trap.why());
    }

    private static List<Truth.Trap> ordinaryPlaces() {
        return Districts.list().entrySet().stream()
                .map(area -> new Truth.Trap(
                        "ordinary-" + slug(area.getKey()),
                        new Planted.Where(
                                area.getKey(), PlaceKind.OTHER, List.of(Districts.middle(area.getValue())), 50),
                        "an ordinary place with a few reports at most"))
                .toList();
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[åä]", "a")
                .replace('ö', 'o')
                .replace(' ', '-');
    }

    private static Map<String, Object> feature(String id, Map<String, Object> properties, List<Spot> ring) {
        List<List<Double>> positions = ring.stream().map(DemoFiles::lonLat).toList();
        return ordered(
                "type",
                "Feature",
                "id",
                id,
                "properties",
                properties,
                "geometry",
                ordered("type", "Polygon", "coordinates", List.of(positions)));
    }

    private static List<Double> lonLat(Spot spot) {
        return List.of(Plane.lon(spot), Plane.lat(spot));
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static String lines(List<Map<String, Object>> objects) {
        return String.join(",\n", objects.stream().map(DemoFiles::json).toList());
    }

    private static String json(Map<String, Object> object) {
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
