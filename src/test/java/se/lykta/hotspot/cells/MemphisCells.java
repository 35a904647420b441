package se.lykta.hotspot.cells;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import se.lykta.geo.MetricCrs;

/** The reference folder's Memphis: study area, points, and what spdep made of them; see the data's README. */
final class MemphisCells {

    private static final Path FOLDER = Path.of("..", "shared", "data", "hotspots");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private MemphisCells() {}

    /** The union of the precincts in EPSG:32615. */
    static Geometry area() throws IOException {
        JsonNode features = new ObjectMapper()
                .readTree(existing("memphis_precincts.geojson").toFile())
                .get("features");
        MetricCrs crs = MetricCrs.of("EPSG:32615");
        List<Geometry> precincts = new ArrayList<>();
        for (JsonNode feature : features) {
            JsonNode geometry = feature.get("geometry");
            boolean single = geometry.get("type").asText().equals("Polygon");
            for (JsonNode polygon : single ? List.of(geometry.get("coordinates")) : geometry.get("coordinates")) {
                precincts.add(polygon(polygon, crs));
            }
        }
        return OverlayNGRobust.union(precincts);
    }

    private static Polygon polygon(JsonNode rings, MetricCrs crs) {
        List<LinearRing> all = new ArrayList<>();
        for (JsonNode ring : rings) {
            List<Coordinate> corners = new ArrayList<>();
            for (JsonNode position : ring) {
                double[] at =
                        crs.project(position.get(0).asDouble(), position.get(1).asDouble());
                corners.add(new Coordinate(at[0], at[1]));
            }
            all.add(FACTORY.createLinearRing(corners.toArray(Coordinate[]::new)));
        }
        return FACTORY.createPolygon(all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    /** The x, then the y of all robberies. */
    static double[][] points() throws IOException {
        List<Map<String, String>> rows = rows("points_memphis_robberies_2019.csv");
        return new double[][] {numbers(rows, "x"), numbers(rows, "y")};
    }

    static List<Map<String, String>> expected() throws IOException {
        return rows("gi_memphis_robberies_2019_square500_queen.csv");
    }

    static double[] numbers(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .toArray();
    }

    private static List<Map<String, String>> rows(String file) throws IOException {
        List<String> lines = Files.readAllLines(existing("expected").resolve(file));
        String[] names = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int column = 0; column < names.length; column++) {
                row.put(names[column], values[column]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static Path existing(String name) {
        Path path = FOLDER.resolve(name);
        assertThat(path).as("reference data beside the working directory").exists();
        return path;
    }
}
