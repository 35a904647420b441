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

class WalkFilesTest {

    private static final LonLat START = new LonLat(16.5, 59.3);
    private static final LonLat HALL = new LonLat(16.512345, 59.301);
    private static final LonLat CORNER = new LonLat(16.506, 59.3);

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
                .contains("Trygghetsvandring", "1 stopp, 1,5 km, 33 minuter", "Efter 11 min. 23 rapporter");
        assertThat(new String(form.write(walk, true), StandardCharsets.UTF_8))
                .contains("Safety walk", "1 stop, 1.5 km, 33 minutes", "After 11 min. 23 reports");
    }

    @Test
    void gdalReadsBothFiles(@TempDir Path directory) throws Exception {
        Path gpx = Files.write(directory.resolve("walk.gpx"), new WalkGpx(() -> "Lykta").write(walk, false));
        Path json = Files.write(directory.resolve("walk.geojson"), new WalkGeoJson(() -> "Lykta").write(walk));

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

    private static StoredWalk walk(String name) {
        var stop = new WalkStop(
                1,
                "h1",
                new Name(name, name),
                new Name("23 rapporter, 80 % i mörker", "23 reports, 80 % in the dark"),
                HALL,
                12,
                11,
                23);
        var legs = List.of(
                new FootLeg(750, 675, 600, 0, List.of(START, CORNER, HALL), List.of()),
                new FootLeg(750, 675, 600, 0, List.of(HALL, CORNER, START), List.of()));
        var leftOut = new LeftOut(
                "h2", new Name("b", "b"), "107 m", new Name("107 m från närmaste gångväg", "107 m from any path"));
        var walk = new Walk(
                WalkRequest.from(START),
                START,
                List.of(stop),
                legs,
                new WalkTotals(1500, 1200, 1350, 600, 4860, 23),
                List.of(leftOut));
        return new StoredWalk("0123456789abcdef01234567", 1, Instant.parse("2026-06-30T10:00:00Z"), walk);
    }
}
