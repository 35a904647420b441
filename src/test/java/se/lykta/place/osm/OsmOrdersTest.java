package se.lykta.place.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.http.ApiException;
import se.lykta.place.Municipality;
import se.lykta.place.OsmSource;
import se.lykta.place.PlaceStore;
import se.lykta.place.Town;
import se.lykta.place.area.AreaStore;
import se.lykta.place.osm.file.MapServer;
import se.lykta.place.osm.file.OsmOrder;
import se.lykta.place.osm.file.OsmProgress;

/** Imports as they are ordered on the command line: from a URL, by name, cut, interrupted and gone on with. */
class OsmOrdersTest {

    private static final OsmProgress SILENT = (step, share) -> {};

    @TempDir
    Path directory;

    private Path kept;
    private TestDatabase database;
    private PlaceStore places;
    private OsmImport imports;
    private MapServer server;

    @BeforeEach
    void open() throws IOException {
        kept = directory.resolve("kept");
        database = TestDatabase.create();
        places = new PlaceStore(database.database().jdbi());
        imports = new OsmImport(database.database().jdbi(), kept);
        server = new MapServer(Files.readAllBytes(Town.file()));
    }

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    @Test
    void urlIsImportedLikeAFile() {
        OsmSource file = imports.run(Town.file(), share -> {});

        OsmSource url = imports.run(order(server.url("/map.osm").toString()), SILENT);

        assertThat(url.fileName()).isEqualTo("map.osm");
        assertThat(url.counts()).isEqualTo(file.counts());
        assertThat(kept.toFile().list())
                .containsExactly(url.keptIn(kept).getFileName().toString());
    }

    @Test
    void interruptedDownloadLeavesTheOldMapAndGoesOnNextTime() {
        OsmSource old = imports.run(Town.file(), share -> {});
        server.breakAfter = 500;
        OsmOrder order = order(server.url("/map.osm").toString());
        assertRefused("osm-url-interrupted", order);
        assertThat(places.findOsmSource()).contains(old);
        server.breakAfter = Integer.MAX_VALUE;
        server.requests.clear();

        OsmSource made = imports.run(order, SILENT);

        assertThat(server.requests.get(0)).isEqualTo("/map.osm bytes=1500-");
        assertThat(made.sha256()).isEqualTo(old.sha256());
    }

    @Test
    void municipalityIsAskedForByName() {
        OsmSource made = imports.run(order("overpass:Provköping"), SILENT);

        assertThat(server.requests.get(0)).contains("\"name\"~\"^Provköpings?( kommun| stad)?$\"");
        assertThat(made.fileName()).isEqualTo("Provköping.osm");
        assertThat(made.counts().nodes()).isEqualTo(38);
    }

    @Test
    void answerThatTheServerGaveUpOnIsNoMap() {
        String xml = new OsmXml()
                .node(1, 14, 56)
                .node(2, 14, 56.1)
                .way(9, new long[] {1, 2})
                .text();
        String remark = "<remark> runtime error: Query timed out in \"recurse\" </remark></osm>";
        server.file = xml.replace("</osm>", remark).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> imports.run(order("overpass:Provköping"), SILENT))
                .hasMessageContaining("Query timed out")
                .extracting(e -> ((ApiException) e).code())
                .isEqualTo("osm-truncated");
    }

    @Test
    void pageInsteadOfAMapIsRefused() {
        server.file = "<html><body>Please sign in to this network</body></html>".getBytes(StandardCharsets.UTF_8);

        assertRefused("osm-unreadable", order(server.url("/map.osm").toString()));
        assertThat(kept).isEmptyDirectory();
    }

    @Test
    void onlyTheCutPartIsKeptForWalksToo() throws IOException {
        LonLat southWest = Town.at(190, 50);
        LonLat northEast = Town.at(250, 100);
        Path clip = Files.writeString(directory.resolve("hall.geojson"), geoJson(southWest, northEast));
        var order = new OsmOrder(
                Town.file().toString(),
                Optional.of(clip),
                0,
                OsmOrder.PUBLIC_OVERPASS,
                OsmOrder.MOST_BYTES,
                Duration.ofSeconds(20));

        OsmSource made = imports.run(order, SILENT);

        // the hall has four corners; nothing else is inside
        assertThat(made.counts().nodes()).isEqualTo(4);
        assertThat(made.fileName()).isEqualTo("town.osm.pbf");
        assertThat(new MadeRows().read(made.keptIn(kept)).nodes()).isEqualTo(4);
        assertThat(kept.toFile().list()).hasSize(1);
    }

    @Test
    void killedImportLeavesTheOldMapWholeAndItsCopyForTheNextRun() throws IOException {
        OsmSource old = imports.run(Town.file(), share -> {});
        Path file = directory.resolve("new.osm");
        Files.writeString(file, Files.readString(Town.file()).replace("Storgatan", "Nygatan"));
        OsmOrder order = order(file.toString());

        assertThatThrownBy(() -> imports.run(order, OsmOrdersTest::killInTheMiddle))
                .hasMessage("killed");
        assertThat(places.findOsmSource()).contains(old);
        assertThat(names()).contains("Storgatan").doesNotContain("Nygatan");
        assertThat(old.keptIn(kept)).exists();
        Object copy = fileKey(stagedFiles().get(0));

        OsmSource made = imports.run(order, SILENT);

        assertThat(fileKey(made.keptIn(kept))).isEqualTo(copy);
        assertThat(names()).contains("Nygatan").doesNotContain("Storgatan");
        assertThat(stagedFiles()).isEmpty();
    }

    @Test
    void fileOfAnotherPlaceDoesNotReplaceTheMap() {
        OsmSource old = imports.run(Town.file(), share -> {});
        Geometry elsewhere = new GeometryFactory().toGeometry(new Envelope(10.7, 10.8, 59.9, 60));
        var oslo = new Municipality(
                "Oslo", false, Optional.of(elsewhere), new LonLat(10.75, 59.95), ZoneId.of("Europe/Oslo"));
        new AreaStore(database.database().jdbi()).replace(oslo, List.of());

        assertRefused("osm-elsewhere", order(Town.file().toString()));

        assertThat(places.findOsmSource()).contains(old);
        assertThat(stagedFiles()).isEmpty();
    }

    @Test
    void nameThatLiesAboutTheFormatIsPutRight() throws IOException {
        Path file = Files.copy(Town.file(), directory.resolve("town.osm.pbf"));

        OsmSource made = imports.run(order(file.toString()), SILENT);

        assertThat(made.fileName()).isEqualTo("town.osm.pbf.osm");
        assertThat(made.keptIn(kept)).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/map.osm", "http:///map.osm", "https://exa mple.org/", "overpass: "})
    void whatCannotBeDownloadedIsRefused(String source) {
        assertRefused("osm-url-invalid", order(source));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 100_001, Double.NaN})
    void marginHasABound(double metres) {
        assertThatThrownBy(() -> new OsmOrder(
                        "x.osm", Optional.empty(), metres, OsmOrder.PUBLIC_OVERPASS, 1, Duration.ofSeconds(1)))
                .extracting(e -> ((ApiException) e).code())
                .isEqualTo("clip-margin-invalid");
    }

    private static void killInTheMiddle(OsmProgress.Step step, double share) {
        if (step == OsmProgress.Step.READ && share >= 0.5) {
            throw new IllegalStateException("killed");
        }
    }

    private OsmOrder order(String source) {
        URI overpass = server.url("/query");
        return new OsmOrder(source, Optional.empty(), 0, overpass, 1_000_000, Duration.ofSeconds(20));
    }

    private void assertRefused(String code, OsmOrder order) {
        assertThatThrownBy(() -> imports.run(order, SILENT))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
    }

    private List<Path> stagedFiles() {
        try (var files = Files.list(kept)) {
            return files.filter(file -> file.getFileName().toString().startsWith("staged-"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object fileKey(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private static String geoJson(LonLat southWest, LonLat northEast) {
        String west = southWest.lonDeg() + ",";
        String east = northEast.lonDeg() + ",";
        String south = String.valueOf(southWest.latDeg());
        String north = String.valueOf(northEast.latDeg());
        return "{\"type\":\"Polygon\",\"coordinates\":[[[%s],[%s],[%s],[%s],[%s]]]}"
                .formatted(west + south, east + south, east + north, west + north, west + south);
    }

    private List<String> names() {
        return database.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT name FROM place_name ORDER BY id")
                        .mapTo(String.class)
                        .list());
    }
}
