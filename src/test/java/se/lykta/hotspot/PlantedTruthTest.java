package se.lykta.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.cells.Emergence;
import se.lykta.hotspot.facts.Course;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;
import se.lykta.index.SnapshotBuilder;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/** The demo town's planted hotspots are all found, and nothing else is called one. */
final class PlantedTruthTest {

    private static final Logger LOG = LoggerFactory.getLogger(PlantedTruthTest.class);
    private static final Path DEMO = Path.of("data", "demo");
    private static final MetricCrs CRS = MetricCrs.of("EPSG:3006");
    private static final Taxonomy TAXONOMY = Taxonomy.load();
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private static List<JsonNode> planted = List.of();
    private static List<JsonNode> controls = List.of();
    private static Snapshot snapshot = Snapshot.empty(0);
    private static List<Hotspot> found = List.of();

    @BeforeAll
    static void read() throws IOException {
        JsonNode truth =
                JsonMapper.builder().build().readTree(DEMO.resolve("truth.json").toFile());
        planted = nodes(truth.get("hotspots"));
        controls = nodes(truth.get("controls"));
        snapshot = reports();
        found = find(Filter.counting());
    }

    @Test
    void allPlantedHotspotsAreFoundAndNothingElse() {
        List<JsonNode> expected = planted.stream()
                .filter(truth -> truth.get("in_default_window").asBoolean())
                .toList();
        long recalled =
                expected.stream().filter(truth -> match(truth).isPresent()).count();
        List<Hotspot> wrong = found.stream()
                .filter(hotspot -> expected.stream().noneMatch(truth -> isAt(truth, hotspot)))
                .toList();
        double precision = 1 - (double) wrong.size() / found.size();
        double recall = (double) recalled / expected.size();

        LOG.info(
                "planted hotspots: {} found of {}, precision {}, recall {}",
                recalled,
                expected.size(),
                precision,
                recall);

        assertThat(wrong).as("called a hotspot without being planted").isEmpty();
        assertThat(recall).isEqualTo(1);
        assertThat(found).as("no planted hotspot in two parts").hasSameSizeAs(expected);
    }

    @Test
    void noOrdinaryLikedOrTrickyPlaceIsCalledAHotspot() {
        assertThat(controls).hasSizeGreaterThan(5);
        for (JsonNode control : controls) {
            assertThat(found)
                    .as(control.get("id").asText() + ": " + control.get("why").asText())
                    .noneMatch(hotspot -> metresFrom(line(control, "centre"), hotspot.centre())
                            <= control.get("radius_metres").asDouble());
        }
    }

    @Test
    void theSportsHallIsAmongTheFirstFive() {
        assertThat(hotspot("idrottshallen").rank()).isLessThanOrEqualTo(5);
    }

    @Test
    void theYearsShowWhatFallsAndWhatRises() {
        Course hall = hotspot("idrottshallen").facts().course();
        Course station = hotspot("stationen").facts().course();

        assertThat(hall.recent()).isLessThan(hall.before());
        assertThat(station.recent()).isGreaterThan(station.before());
    }

    /** What the trends of the truth mean in our classes. */
    @Test
    void everyPlantedTrendIsClassifiedRight() {
        Map<String, String> classes = Map.of(
                "falling", "FADING FALLING",
                "steady", "PERSISTENT LEVEL",
                "seasonal", "PERSISTENT LEVEL",
                "rising", "PERSISTENT RISING");
        List<JsonNode> current = planted.stream()
                .filter(truth -> truth.get("in_default_window").asBoolean())
                .toList();

        assertThat(current).hasSizeGreaterThan(5).allSatisfy(truth -> {
            Hotspot hotspot = hotspot(truth.get("id").asText());
            String found = hotspot.emergence().orElseThrow() + " "
                    + hotspot.facts().course().direction().orElseThrow();
            assertThat(found)
                    .as("%s %s", truth.get("id"), hotspot.facts().course())
                    .isEqualTo(classes.get(truth.get("trend").asText()));
        });
    }

    @Test
    void solvedHotspotsAreListedAsFormerOnesAndNoOtherIs() {
        List<JsonNode> solved = planted.stream()
                .filter(truth -> truth.get("trend").asText().equals("solved"))
                .toList();
        List<Hotspot> former = findAll(Filter.counting()).former();

        assertThat(former).hasSameSizeAs(solved).allSatisfy(hotspot -> {
            assertThat(hotspot.emergence()).contains(Emergence.SOLVED);
            assertThat(solved).anyMatch(truth -> isAt(truth, hotspot));
        });
    }

    @Test
    void aSolvedHotspotIsFoundInItsOwnTime() {
        JsonNode bridge = planted.stream()
                .filter(truth -> truth.get("id").asText().equals("kvarnbron"))
                .findFirst()
                .orElseThrow();
        Filter untilTheMeasure =
                Filter.counting().withWindow(minute("2022-07-01T00:00+02:00"), minute("2023-10-21T00:00+02:00"));

        assertThat(match(bridge)).isEmpty();
        assertThat(find(untilTheMeasure)).anyMatch(hotspot -> isAt(bridge, hotspot));
    }

    private static List<Hotspot> find(Filter filter) {
        return findAll(filter).list();
    }

    private static Hotspots findAll(Filter filter) {
        var finder = new HotspotFinder(TAXONOMY, () -> CRS, Town.ZONE, at -> Optional.empty(), Streets.NONE);
        return finder.find(snapshot, filter, HotspotParameters.DEFAULT);
    }

    private static Hotspot hotspot(String id) {
        return planted.stream()
                .filter(truth -> truth.get("id").asText().equals(id))
                .findFirst()
                .flatMap(PlantedTruthTest::match)
                .orElseThrow(() -> new AssertionError(id + " was not found"));
    }

    private static Optional<Hotspot> match(JsonNode truth) {
        return found.stream().filter(hotspot -> isAt(truth, hotspot)).findFirst();
    }

    /** The same main cause, and the centre on the planted line. */
    private static boolean isAt(JsonNode truth, Hotspot hotspot) {
        return hotspot.facts().mainCause().equals(truth.get("main_cause").asText())
                && metresFrom(line(truth, "line"), hotspot.centre())
                        <= truth.get("line_radius_metres").asDouble() + 10;
    }

    private static double metresFrom(Coordinate[] line, LonLat position) {
        double[] at = CRS.project(position.lonDeg(), position.latDeg());
        var point = GEOMETRIES.createPoint(new Coordinate(at[0], at[1]));
        if (line.length == 1) {
            return point.getCoordinate().distance(line[0]);
        }
        LineString axis = GEOMETRIES.createLineString(line);
        return axis.distance(point);
    }

    private static Coordinate[] line(JsonNode node, String field) {
        JsonNode positions = node.get(field);
        List<JsonNode> all = positions.get(0).isArray() ? nodes(positions) : List.of(positions);
        return all.stream()
                .map(position ->
                        CRS.project(position.get(0).asDouble(), position.get(1).asDouble()))
                .map(metres -> new Coordinate(metres[0], metres[1]))
                .toArray(Coordinate[]::new);
    }

    private static List<JsonNode> nodes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static Snapshot reports() throws IOException {
        List<ReportPoint> points = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(DEMO.resolve("reports.csv"))) {
            for (NamedCsvRecord row : rows) {
                points.add(point(points.size() + 1L, row));
            }
        }
        assertThat(points).hasSizeGreaterThan(2000);
        var builder = new SnapshotBuilder();
        points.forEach(builder::add);
        return builder.build(1);
    }

    private static ReportPoint point(long id, NamedCsvRecord row) {
        String occurred =
                row.getField("occurred_at").isEmpty() ? row.getField("reported_at") : row.getField("occurred_at");
        String reporter = row.getField("reporter");
        return new ReportPoint(
                id,
                Double.parseDouble(row.getField("lon")),
                Double.parseDouble(row.getField("lat")),
                TAXONOMY.mask(Arrays.asList(row.getField("causes").split(" ", -1))),
                minute(occurred),
                Source.find(row.getField("source")).orElseThrow(),
                ReportState.find(row.getField("state")).orElseThrow(),
                Light.UNKNOWN,
                reporter.isEmpty() ? -LocalDate.parse(occurred.substring(0, 10)).toEpochDay() : reporter.hashCode());
    }

    private static int minute(String text) {
        OffsetDateTime time = text.length() > 10
                ? OffsetDateTime.parse(text)
                : LocalDate.parse(text).atStartOfDay(Town.ZONE).toOffsetDateTime();
        return (int) (time.toEpochSecond() / 60);
    }
}
