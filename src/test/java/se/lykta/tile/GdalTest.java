package se.lykta.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.index.Filter;
import se.lykta.index.RandomReports;
import se.lykta.index.Snapshot;
import se.lykta.index.SnapshotBuilder;
import se.lykta.taxonomy.Taxonomy;
import se.lykta.tile.mvt.MvtLayer;

/** GDAL's MVT driver reads our tiles without a word of complaint ({@code ogrinfo} of gdal-bin; the launcher installs it). */
class GdalTest {

    private static final TileId TOWN = new TileId(12, 2213, 1269);

    @TempDir
    private Path directory;

    @Test
    void clustersAreReadWithAllTheirFields() throws Exception {
        var tiles = new ReportTiles(codes());
        Snapshot snapshot = snapshot();
        byte[] tile = tiles.tile(snapshot, Filter.counting(), TOWN);
        int features = DecodedTile.of(tile, "reports").items().size();

        String told = ogrinfo(tile);

        assertThat(features).isGreaterThan(3);
        assertThat(told)
                .contains("using driver `MVT' successful", "Layer name: reports", "Geometry: Point")
                .contains("Feature Count: " + features)
                .contains("count: Integer", "cause: String", "dark: Integer", "expansionZoom: Integer");
    }

    @Test
    void singleReportsLieWhereTheyAre() throws Exception {
        var tiles = new ReportTiles(codes());
        Snapshot snapshot = snapshot();
        int row = snapshot.firstAtOrAfter(TOWN.firstMorton());
        int x = (int) ((snapshot.lonDeg(row) + 180) / 360 * (1 << 18));
        int y = Morton.y(snapshot.morton(row)) >> 13;
        var tile = new TileId(18, x, y);

        String told = ogrinfo(tiles.tile(snapshot, Filter.everything(), tile));

        int expected = Filter.everything().count(snapshot, tile.firstMorton(), tile.endMorton());
        assertThat(told).contains("Feature Count: " + expected, "id: Integer", "causes: String", "light: String");
    }

    @Test
    void everyKindOfValueAndPolygonsWithHolesAreRead() throws Exception {
        var layer = new MvtLayer("kinds");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("text", "Trygghetsvandring på åkern");
        values.put("small", -5);
        values.put("large", 1L << 53);
        values.put("real", 0.25);
        values.put("flag", true);
        layer.beginPoint(9, 10, 20);
        layer.tags(values);
        layer.end();
        var factory = new GeometryFactory();
        var ring = factory.toGeometry(new Envelope(0, 4000, 0, 4000))
                .difference(factory.toGeometry(new Envelope(1000, 2000, 1000, 2000)));
        layer.addPolygons(List.of((Polygon) ring), Map.of("text", "hole"));

        String told = ogrinfo(layer.toTile());

        assertThat(told)
                .contains("text (String) = Trygghetsvandring på åkern", "small (Integer) = -5")
                .contains("large (Integer64) = 9007199254740992", "real (Real) = 0.25", "Feature Count: 2");
    }

    private static ReportTags.Codes codes() {
        return new ReportTags.Codes(Taxonomy.load(), new LocalDays(ZoneId.of("Europe/Stockholm")));
    }

    private static Snapshot snapshot() {
        var builder = new SnapshotBuilder();
        new RandomReports(141).list(2000).forEach(builder::add);
        return builder.build(1);
    }

    /** What ogrinfo says; it must not warn. */
    private String ogrinfo(byte[] tile) throws IOException, InterruptedException {
        Path file = Files.write(directory.resolve("tile.mvt"), tile);
        Process process = new ProcessBuilder("ogrinfo", "-ro", "-al", file.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        assertThat(told).doesNotContain("Warning", "ERROR");
        return told;
    }
}
