package se.lykta.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import se.lykta.account.Audience;
import se.lykta.index.Filter;
import se.lykta.layer.Feature;
import se.lykta.layer.Layers;
import se.lykta.layer.View;

final class GeoJsonWriterTest {

    private static final View VIEW = new View(Audience.STAFF, Filter.counting());

    private static final Exporter EXPORTER = new Exporter(new Layers(List.of()), () -> "Lykta");

    private final GeometryFactory geometries = new GeometryFactory();

    @Test
    void aCollectionIsExactlyThis() throws IOException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name_sv", "Bristande belysning vid Åhallen");
        values.put("reports", 23);
        values.put("dark_share", 0.5);
        values.put("change", null);
        values.put("causes", List.of("A11", "A31"));
        values.put("cause_counts", List.of(20, 3));
        values.put("open", true);
        var place = geometries.createPoint(new Coordinate(14.55000001, 56.1));

        String text = written(new Feature("h1", place, values));

        assertThat(text).isEqualTo("""
                        {"type":"FeatureCollection","attribution":"© Ljusbro (påhittad)","features":[
                        {"type":"Feature","id":"h1","geometry":{"type":"Point","coordinates":[14.55,56.1]},\
                        "properties":{"name_sv":"Bristande belysning vid Åhallen","reports":23,"dark_share":0.5,\
                        "change":null,"causes":["A11","A31"],"cause_counts":[20,3],"open":true}}
                        ]}""");
    }

    @Test
    void anEmptyCollectionIsValid() throws IOException {
        JsonNode json = parsed(written());

        assertThat(json.get("features")).isEmpty();
        assertThat(json.has("crs")).isFalse();
    }

    @Test
    void everyStringComesBackAsItWas() throws IOException {
        long seed = 5;
        var random = new Random(seed);
        StringBuilder all = new StringBuilder("åäö \"citat\" \\ / </script> \u2028 😀 ");
        for (char c = 0; c < 0x250; c++) {
            all.append(c);
        }
        random.ints(300, 0x20, 0xd7ff).forEach(c -> all.append((char) c));

        JsonNode json = parsed(written(new Feature(all.toString(), null, Map.of(all.toString(), all.toString()))));

        JsonNode feature = json.get("features").get(0);
        assertThat(feature.get("id").asText()).as("seed " + seed).isEqualTo(all.toString());
        assertThat(feature.get("properties").get(all.toString()).asText()).isEqualTo(all.toString());
        assertThat(feature.get("geometry").isNull()).isTrue();
    }

    @Test
    void aNumberThatIsNoneBecomesNullAndAnUnknownTypeIsRefused() throws IOException {
        assertThat(written(new Feature("a", null, Map.of("x", Double.NaN)))).contains("\"x\":null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(new Feature("a", null, Map.of("x", new Object()))))
                .withMessageContaining("java.lang.Object");
    }

    @Test
    void jtsReadsItBack() throws IOException, ParseException {
        Geometry polygon = new WKTReader().read("POLYGON ((14 56, 14.1 56, 14.1 56.1, 14 56))");
        Geometry line = new WKTReader().read("LINESTRING (14 56, 14.1 56.05)");

        Geometry read = new GeoJsonReader()
                .read(written(new Feature("p", polygon, Map.of()), new Feature("l", line, Map.of())));

        assertThat(read.getNumGeometries()).isEqualTo(2);
        assertThat(read.getGeometryN(0).equalsTopo(polygon)).isTrue();
        assertThat(read.getGeometryN(1).equalsTopo(line)).isTrue();
    }

    @Test
    void gdalOpensIt(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("prov.geojson");
        try (OutputStream out = Files.newOutputStream(file)) {
            EXPORTER.write(new SampleLayer("sample", 250), VIEW, out);
        }

        Process ogrinfo = new ProcessBuilder("ogrinfo", "-al", "-so", file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(ogrinfo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(ogrinfo.waitFor()).as(output).isZero();
        assertThat(output)
                .contains("Geometry: Point", "Feature Count: 250", "WGS 84", "number: Integer")
                .doesNotContainIgnoringCase("error", "warning");
    }

    @Test
    void aHundredThousandFeaturesLeaveWhileTheyAreMade() throws IOException {
        var out = new Counter();
        var sample = new SampleLayer("sample", 100_000);
        var writer = new GeoJsonWriter(out, "Lykta", Map.of());
        long[] made = {0};

        sample.contents(VIEW).forEach(feature -> {
            try {
                writer.write(feature);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            made[0]++;
            assertThat(made[0] * 90 - out.bytes).as("bytes kept back").isLessThan(100_000);
        });
        writer.finish();

        assertThat(out.bytes).isGreaterThan(9_000_000);
    }

    @Test
    void aSourceThatFailsLeavesNoCompleteJson() {
        var out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> EXPORTER.write(new SampleLayer("sample", 900, 500), VIEW, out))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("broke at 500");

        String part = out.toString(StandardCharsets.UTF_8);
        assertThat(part).hasSizeGreaterThan(1000).doesNotContain("]}\n").doesNotEndWith("]}");
        assertThatThrownBy(() -> parsed(part + " ")).isInstanceOf(JsonProcessingException.class);
    }

    private static String written(Feature... features) throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = new GeoJsonWriter(out, "© Ljusbro (påhittad)", Map.of());
        for (Feature feature : features) {
            writer.write(feature);
        }
        writer.finish();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode parsed(String text) throws JsonProcessingException {
        return JsonMapper.builder().build().readTree(text);
    }

    /** Counts what arrives and forgets it. */
    private static final class Counter extends OutputStream {

        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes += len;
        }
    }
}
