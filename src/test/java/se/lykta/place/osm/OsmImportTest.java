package se.lykta.place.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crosby.binary.file.BlockOutputStream;
import crosby.binary.osmosis.OsmosisSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.db.TestDatabase;
import se.lykta.http.ApiException;
import se.lykta.place.OsmCounts;
import se.lykta.place.OsmSource;
import se.lykta.place.PlaceStore;
import se.lykta.place.Town;
import se.lykta.place.osm.file.OsmReader;

class OsmImportTest {

    @TempDir
    Path directory;

    private TestDatabase database;
    private PlaceStore places;
    private OsmImport imports;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        places = new PlaceStore(database.database().jdbi());
        imports = new OsmImport(database.database().jdbi(), directory.resolve("kept"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void townIsCountedWithItsFaults() {
        OsmSource source = imports.run(Town.file(), share -> {});

        OsmCounts counts = source.counts();
        assertThat(counts.nodes()).isEqualTo(38);
        assertThat(counts.ways()).isEqualTo(13);
        assertThat(counts.relations()).isEqualTo(2);
        assertThat(counts.addresses()).isEqualTo(2);
        assertThat(counts.faults().missingNodes()).isEqualTo(1);
        assertThat(counts.faults().unclosedAreas()).isEqualTo(1);
        assertThat(places.findOsmSource()).contains(source);
    }

    @Test
    void faultsOfTheCoastAreKept() {
        var xml =
                new OsmXml().node(1, 14, 56.04).node(2, 14.05, 56.04).way(3, new long[] {1, 2}, "natural", "coastline");

        OsmSource source = imports.run(xml.bounds(14, 56, 14.1, 56.1).write(directory, "coast.osm"), share -> {});

        assertThat(source.counts().faults().coast().gaps()).isEqualTo(1);
        assertThat(places.findOsmSource()).contains(source);
    }

    @Test
    void parkMadeOfTwoHalvesHasItsPondAsAHole() {
        imports.run(Town.file(), share -> {});

        String sql = """
                SELECT ST_NumInteriorRings(geom)::text || ' ' || ST_IsValid(geom) FROM base_feature
                WHERE layer = 'landuse' AND name = 'Stadsparken'""";
        assertThat(texts(sql)).containsExactly("1 true");
    }

    @Test
    void attributesOfWaysAreKept() {
        imports.run(Town.file(), share -> {});

        String sql = """
                SELECT concat_ws('|', kind, detail, coalesce(lit, '-'), coalesce(surface, '-'), steps, tunnel, bridge)
                FROM base_feature WHERE layer = 'roads' AND (detail <> 'residential' OR name = 'Storgatan')
                ORDER BY 1""";
        assertThat(texts(sql))
                .containsExactly(
                        "major_road|secondary|-|-|f|f|t",
                        "minor_road|residential|yes|asphalt|f|f|f",
                        "minor_road|service|-|-|f|f|f",
                        "path|cycleway|no|-|f|t|f",
                        "path|steps|no|-|t|f|f");
    }

    @Test
    void publicPlacesAreMarked() {
        imports.run(Town.file(), share -> {});

        assertThat(texts("SELECT name FROM place_name WHERE public ORDER BY name"))
                .containsExactly("Idrottshallen", "Ljusbroskolan", "Stadsparken", "Stortorget", "Torget");
    }

    @Test
    void secondImportLeavesNoTraceOfTheFirst() throws IOException {
        OsmSource first = imports.run(Town.file(), share -> {});
        List<String> before = texts("SELECT ST_AsText(geom) || layer || kind FROM base_feature ORDER BY 1");

        OsmSource second = imports.run(other(), share -> {});

        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(texts("SELECT ST_AsText(geom) || layer || kind FROM base_feature ORDER BY 1"))
                .hasSameSizeAs(before);
        assertThat(texts("SELECT name FROM place_name WHERE name = 'Storgatan'"))
                .isEmpty();
        assertThat(first.keptIn(directory.resolve("kept"))).doesNotExist();
        assertThat(second.keptIn(directory.resolve("kept"))).hasSameBinaryContentAs(other());
    }

    @Test
    void gzippedAndBinaryFilesGiveTheSameAsXml() throws IOException {
        OsmCounts xml = imports.run(Town.file(), share -> {}).counts();

        assertThat(imports.run(gzipped(), share -> {}).counts()).isEqualTo(xml);
        assertThat(imports.run(binary(), share -> {}).counts()).isEqualTo(xml);
    }

    /** Overpass leaves out version and timestamp unless it is asked for them. */
    @Test
    void elementsWithoutVersionAndTimeAreReadAndCutAsAll() throws IOException {
        String town = Files.readString(Town.file()).replaceAll(" (version|timestamp)=\"[12][^.\"]*\"", "");
        assertThat(town).doesNotContain("timestamp");
        Path bare = Files.writeString(directory.resolve("bare.osm"), town);

        OsmSource whole = imports.run(Town.file(), share -> {});
        OsmSource same = imports.run(bare, share -> {});

        assertThat(same.counts()).isEqualTo(whole.counts());
    }

    @Test
    void progressGrowsToOne() {
        List<Double> shares = new ArrayList<>();

        imports.run(Town.file(), shares::add);

        assertThat(shares).isSorted().endsWith(1.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.9, 0.999})
    void cutFileIsRefusedAndTheOldMapStays(double share) throws IOException {
        OsmSource old = imports.run(Town.file(), ignored -> {});
        List<String> before = texts("SELECT name FROM place_name ORDER BY id");

        for (Path whole : List.of(Town.file(), gzipped(), binary())) {
            byte[] bytes = Files.readAllBytes(whole);
            Path cut = directory.resolve("cut-" + whole.getFileName());
            Files.write(cut, Arrays.copyOf(bytes, (int) (bytes.length * share)));

            assertRefused("osm-truncated", cut);
        }

        assertThat(places.findOsmSource()).contains(old);
        assertThat(texts("SELECT name FROM place_name ORDER BY id")).isEqualTo(before);
        assertThat(directory.resolve("kept").toFile().list())
                .containsExactly(old.keptIn(directory).getFileName().toString());
    }

    @Test
    void pictureThatIsCalledPbfIsRefused() throws IOException {
        Path picture = directory.resolve("picture.osm.pbf");
        Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13});

        assertRefused("osm-unreadable", picture);
    }

    @Test
    void whatIsNoOsmFileIsRefused() throws IOException {
        assertRefused("osm-unreadable", write("page.osm", "<html><body>Hej</body></html>"));
        assertRefused("osm-unreadable", write("text.osm", "name;lon;lat\nA;14;56\n"));
        assertRefused("osm-unreadable", write("text.osm.gz", "not gzipped at all"));
        assertRefused("osm-unreadable", write("text.osm.pbf", "this is no block of any PBF file, only a long text"));
        assertRefused(
                "osm-unreadable",
                write("bad.osm", "<osm version=\"0.6\"><node id=\"x\" lon=\"14\" lat=\"56\"/></osm>"));
        assertRefused("osm-empty", write("empty.osm", "<osm version=\"0.6\"></osm>"));
        assertRefused("osm-file-missing", directory.resolve("missing.osm"));
    }

    @Test
    void externalEntitiesAreNotFetched() throws IOException {
        Path secret = write("secret.txt", "geheim");
        Path file = write(
                "entity.osm",
                "<!DOCTYPE osm [<!ENTITY e SYSTEM \"%s\">]><osm version=\"0.6\">&e;</osm>".formatted(secret.toUri()));

        assertRefused("osm-unreadable", file);
    }

    private void assertRefused(String code, Path file) {
        assertThatThrownBy(() -> imports.run(file, share -> {}))
                .as(file.toString())
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
    }

    /** The town with one street renamed. */
    private Path other() throws IOException {
        return write("other.osm", Files.readString(Town.file()).replace("Storgatan", "Nygatan"));
    }

    private Path gzipped() throws IOException {
        Path file = directory.resolve("town.osm.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            Files.copy(Town.file(), out);
        }
        return file;
    }

    private Path binary() throws IOException {
        Path file = directory.resolve("town.osm.pbf");
        var serializer = new OsmosisSerializer(new BlockOutputStream(Files.newOutputStream(file)));
        serializer.configOmit(true);
        new OsmReader(Town.file(), "town.osm").read(serializer, bytes -> {});
        serializer.complete();
        serializer.close();
        return file;
    }

    private Path write(String name, String text) throws IOException {
        return Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> texts(String sql) {
        return database.database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
