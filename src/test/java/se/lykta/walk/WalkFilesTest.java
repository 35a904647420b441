package se.lykta.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;
import se.lykta.walk.network.FootLeg;
import se.lykta.walk.network.FootStep;
import se.lykta.walk.plan.Departure;
import se.lykta.walk.plan.LeftOut;
import se.lykta.walk.plan.Loop;
import se.lykta.walk.plan.WalkPlan;
import se.lykta.walk.plan.WalkRequest;
import se.lykta.walk.plan.WalkStop;
import se.lykta.walk.plan.WalkTotals;

class WalkFilesTest {

    private static final LonLat START = new LonLat(16.5, 59.3);
    private static final LonLat HALL = new LonLat(16.512345, 59.301);
    private static final LonLat HALL_ITSELF = new LonLat(16.5125, 59.3011);
    private static final LonLat CORNER = new LonLat(16.506, 59.3);

    private static final FootStep TURN =
            new FootStep(new Name("Sväng vänster in på Storgatan", "Turn left onto Storgatan"), 300, 270, CORNER);

    private final StoredWalk walk = walk("Bristande belysning vid Idrottshallen");

    @Test
    void geoJsonHasOneLineAndAPointForEachStop() throws IOException {
        JsonNode json = new JsonMapper().readTree(new WalkGeoJson(() -> "© OpenStreetMap").write(walk));

        JsonNode route = json.path("features").get(0);
        JsonNode stop = json.path("features").get(1);
        assertThat(json.path("features")).hasSize(2);
        assertThat(route.path("properties").path("kind").asText()).isEqualTo("route");
        assertThat(route.path("geometry").path("coordinates").toString())
                .as("legs joined, no position twice in a row")
                .isEqualTo("[[16.5,59.3],[16.506,59.3],[16.512345,59.301],[16.506,59.3],[16.5,59.3]]");
        assertThat(route.path("properties").path("minutes").asDouble()).isEqualTo(32.5);
        assertThat(stop.path("geometry").path("coordinates").toString()).isEqualTo("[16.512345,59.301]");
        assertThat(stop.path("properties").path("why_en").asText()).isEqualTo("23 reports, 80 % in the dark");
        assertThat(json.path("left_out").get(0).path("reason_sv").asText()).isEqualTo("107 m från närmaste gångväg");
        assertThat(json.path("attribution").asText()).isEqualTo("© OpenStreetMap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idrottshallen", "<b>&\"'", "\u0000\u0007\uFFFF", "åäö 🏟"})
    void gpxIsValidWhateverTheNameOfAPlace(String name) throws SAXException, IOException {
        byte[] gpx = new WalkGpx(() -> "© OpenStreetMap").write(walk(name), false);

        var schema = Objects.requireNonNull(WalkFilesTest.class.getResource("/fixtures/gpx-profile.xsd"));
        var validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema)
                .newValidator();
        validator.validate(new StreamSource(new ByteArrayInputStream(gpx)));
    }

    @Test
    void gpxSpeaksBothLanguages() {
        var form = new WalkGpx(() -> "© OpenStreetMap");

        assertThat(new String(form.write(walk, false), StandardCharsets.UTF_8))
                .contains("Trygghetsvandring", "1 stopp, 1,5 km, 33 minuter", "Kl. 16:11, efter 11 min. 23 rapporter");
        assertThat(new String(form.write(walk, true), StandardCharsets.UTF_8))
                .contains("Safety walk", "1 stop, 1.5 km, 33 minutes", "At 16:11, after 11 min. 23 reports");
    }

    @Test
    void gdalReadsBothFiles(@TempDir Path directory) throws Exception {
        Path gpx = Files.write(directory.resolve("walk.gpx"), new WalkGpx(() -> "Lykta").write(walk, false));
        Path json = Files.write(directory.resolve("walk.geojson"), new WalkGeoJson(() -> "Lykta").write(walk));

        StoredWalk two = withLoops(walk, List.of(loop(1, walk), loop(2, walk)));
        Path groups = Files.write(directory.resolve("groups.gpx"), new WalkGpx(() -> "Lykta").write(two, false));

        assertThat(ogrinfo(groups, "tracks")).contains("Feature Count: 2");
        assertThat(ogrinfo(groups, "waypoints")).contains("Feature Count: 2");
        assertThat(ogrinfo(gpx, "waypoints")).contains("Feature Count: 1", "1. Bristande belysning");
        assertThat(ogrinfo(gpx, "tracks")).contains("Feature Count: 1", "MULTILINESTRING");
        assertThat(ogrinfo(json, "walk")).contains("Feature Count: 2", "LINESTRING", "POINT");
    }

    private static String ogrinfo(Path file, String layer) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/usr/bin/ogrinfo", "-al", file.toString(), layer)
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    @Test
    void eachGroupHasItsTrackAndItsNumberedStops() throws IOException {
        StoredWalk two = withLoops(walk, List.of(loop(1, walk), loop(2, walk)));

        String gpx = new String(new WalkGpx(() -> "Lykta").write(two, false), StandardCharsets.UTF_8);
        JsonNode json = new JsonMapper().readTree(new WalkGeoJson(() -> "Lykta").write(two));

        assertThat(gpx)
                .contains("<name>Trygghetsvandring, grupp 1</name>", "<name>Trygghetsvandring, grupp 2</name>")
                .contains("<name>2:1. Bristande belysning vid Idrottshallen</name>");
        assertThat(gpx.split("<trkseg>")).as("two legs of two groups").hasSize(5);
        assertThat(json.path("features").findValuesAsText("kind")).containsExactly("route", "stop", "route", "stop");
        assertThat(json.path("features").findValuesAsText("group")).containsExactly("1", "1", "2", "2");
        assertThat(json.path("features").get(3).path("id").asText()).isEqualTo("stop-2-1");
        assertThat(json.path("totals").path("metres").asInt()).isEqualTo(3000);
        assertThat(json.path("totals").path("minutes").asDouble())
                .as("they walk at the same time")
                .isEqualTo(32.5);
    }

    @Test
    void geoJsonTellsHoursLegsAndInstructions() throws IOException {
        JsonNode json = new JsonMapper().readTree(new WalkGeoJson(() -> "Lykta").write(walk));

        JsonNode leg =
                json.path("features").get(0).path("properties").path("legs").get(0);
        JsonNode stop = json.path("features").get(1).path("properties");
        assertThat(json.path("departure").toString())
                .isEqualTo("{\"start\":\"2026-07-01T16:00\",\"civilDusk\":null,\"light\":\"light\"}");
        assertThat(leg.path("seconds").asInt()).isEqualTo(675);
        assertThat(leg.path("steps").get(0).path("text_sv").asText()).isEqualTo("Sväng vänster in på Storgatan");
        assertThat(leg.path("steps").get(0).path("position").toString()).isEqualTo("[16.506,59.3]");
        assertThat(stop.path("arrival").asText()).isEqualTo("16:11");
        assertThat(stop.path("place").toString()).isEqualTo("[16.5125,59.3011]");
        assertThat(stop.path("pinned").asBoolean()).isFalse();
    }

    @Test
    void textSaysWhereToGoAndWhenLineByLine() {
        String swedish = new WalkText(() -> "© OpenStreetMap").write(walk, false);
        String english = new WalkText(() -> "© OpenStreetMap").write(walk, true);

        assertThat(swedish.lines().toList())
                .containsExactly(
                        "Trygghetsvandring",
                        "onsdag 1 juli 2026",
                        "Start kl. 16:00",
                        "Det blir inte mörkt den kvällen.",
                        "",
                        "Trygghetsvandring: 1 stopp, 1,5 km, 33 minuter",
                        "   Gå 750 m, 12 min",
                        "   - Sväng vänster in på Storgatan, 300 m",
                        "",
                        "1. Bristande belysning vid Idrottshallen",
                        "   Framme kl. 16:11, stanna 10 min",
                        "   23 rapporter, 80 % i mörker",
                        "   Gå 750 m, 12 min",
                        "",
                        "Tillbaka vid starten kl. 16:32",
                        "",
                        "Platser som inte kom med",
                        "- b: 107 m från närmaste gångväg",
                        "",
                        "© OpenStreetMap");
        assertThat(english)
                .contains("Wednesday 1 July 2026", "Start at 16:00", "   - Turn left onto Storgatan, 300 m")
                .contains("Back at the start at 16:32", "- b: 107 m from any path");
    }

    @Test
    void nameWithALineBreakCannotAddLinesToTheText() {
        assertThat(new WalkText(() -> "Lykta").write(walk("a\nb\r2. c"), false)).contains("1. a b 2. c\n");
    }

    private static Loop loop(int group, StoredWalk walk) {
        Loop loop = walk.plan().loops().get(0);
        return new Loop(group, loop.start(), loop.end(), loop.stops(), loop.legs(), loop.totals());
    }

    private static StoredWalk withLoops(StoredWalk walk, List<Loop> loops) {
        WalkPlan plan = walk.plan();
        return new StoredWalk(
                walk.id(),
                walk.version(),
                walk.created(),
                new WalkPlan(plan.request(), plan.departure(), loops, plan.leftOut()));
    }

    private static StoredWalk walk(String name) {
        var stop = new WalkStop(
                1,
                "h1",
                new Name(name, name),
                new Name("23 rapporter, 80 % i mörker", "23 reports, 80 % in the dark"),
                new WalkStop.Spot(HALL, HALL_ITSELF, 12),
                11 * 60 + 15,
                10,
                23,
                false);
        var legs = List.of(
                new FootLeg(750, 675, 600, 0, List.of(START, CORNER, HALL), List.of(TURN)),
                new FootLeg(750, 675, 600, 0, List.of(HALL, CORNER, START), List.of()));
        var leftOut = new LeftOut(
                "h2", new Name("b", "b"), "107 m", new Name("107 m från närmaste gångväg", "107 m from any path"));
        var loop = new Loop(1, START, START, List.of(stop), legs, new WalkTotals(1500, 1200, 1350, 600, 4860, 23));
        var day = LocalDate.of(2026, 7, 1);
        var plan = new WalkPlan(
                WalkRequest.from(START, day),
                new Departure(day.atTime(16, 0), null, false),
                List.of(loop),
                List.of(leftOut));
        return new StoredWalk("0123456789abcdef01234567", 1, Instant.parse("2026-06-30T10:00:00Z"), plan);
    }
}
