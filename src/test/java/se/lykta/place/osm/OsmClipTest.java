package se.lykta.place.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.http.ApiException;
import se.lykta.place.OsmCounts;
import se.lykta.place.osm.file.OsmOrder;
import se.lykta.place.osm.file.OsmReader;
import se.lykta.place.osm.file.OsmStage;

/** Cutting along the square from 14,56 to 14.1,56.1. */
class OsmClipTest {

    private static final String SQUARE = """
            {"type":"Polygon","coordinates":[[[14,56],[14.1,56],[14.1,56.1],[14,56.1],[14,56]]]}""";

    @TempDir
    Path directory;

    @Test
    void onlyWhatIsInsideStaysWithWaysWhole() throws IOException {
        var xml = new OsmXml()
                .node(1, 14.05, 56.05)
                .node(2, 14.3, 56.05)
                .node(3, 14.5, 56.05)
                .node(4, 14.6, 56);
        xml.way(11, new long[] {1, 2}, "highway", "residential", "name", "Gatan");
        xml.way(12, new long[] {3, 4}, "highway", "residential", "name", "Bortom");

        OsmCounts counts = cut(xml, 0);

        assertThat(counts.nodes()).isEqualTo(2);
        assertThat(counts.ways()).isEqualTo(1);
        assertThat(counts.faults().missingNodes()).isZero();
    }

    /** As Overpass answers that is not asked for more. */
    @Test
    void elementsWithoutVersionAndTimeAreCutAsAll() throws IOException {
        var xml = new OsmXml().node(1, 14.05, 56.05).node(2, 14.06, 56.05).node(3, 14.5, 56.05);
        xml.way(11, new long[] {1, 2}, "highway", "residential");

        OsmCounts counts = cut(xml.text().replaceAll(" (version|timestamp)=\"[12][^\"]*\"", ""), 0);

        assertThat(counts.nodes()).isEqualTo(2);
        assertThat(counts.ways()).isEqualTo(1);
    }

    @Test
    void marginIsMeasuredInMetres() throws IOException {
        // 0.01 degrees of longitude at 56.05 north are 622 m
        var xml = new OsmXml().node(1, 14.05, 56.05).node(2, 14.11, 56.05);

        assertThat(cut(xml, 600).nodes()).isEqualTo(1);
        assertThat(cut(xml, 640).nodes()).isEqualTo(2);
    }

    @Test
    void lakeAcrossTheBorderStaysWholeAndTheNeighbourGoes() throws IOException {
        var xml = new OsmXml()
                .node(1, 14.05, 56.02)
                .node(2, 14.3, 56.02)
                .node(3, 14.3, 56.05)
                .node(4, 14.2, 56.05);
        xml.way(11, new long[] {1, 2}).way(12, new long[] {2, 3, 4}).way(13, new long[] {4, 1});
        xml.relation(
                50,
                new String[] {"way 11 outer", "way 12 outer", "way 13 outer"},
                "type",
                "multipolygon",
                "natural",
                "water");
        xml.relation(
                51,
                new String[] {"way 11 outer", "way 14 outer"},
                "type",
                "boundary",
                "boundary",
                "administrative",
                "admin_level",
                "7",
                "name",
                "Grannen");

        var rows = new MadeRows();
        OsmCounts counts = read(rows, cutFile(xml.text(), 0));

        assertThat(counts.relations()).isEqualTo(1);
        // a trapezium of the sides 0.25 and 0.1 and the height 0.03
        assertThat(rows.shape("water|water||0").getArea()).isCloseTo(0.03 * (0.25 + 0.1) / 2, within(1e-9));
    }

    @Test
    void fileOfAnotherPlaceIsRefused() {
        var xml = new OsmXml().node(1, 4.9, 52.3).node(2, 4.91, 52.3);
        xml.way(11, new long[] {1, 2}, "highway", "residential");

        assertThatThrownBy(() -> cut(xml, 1000))
                .extracting(e -> ((ApiException) e).code())
                .isEqualTo("osm-outside-clip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "{\"type\":\"FeatureCollection\",\"features\":[]}",
                "{\"type\":\"Point\",\"coordinates\":[14,56]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[14,56],[15,56]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[500000,6200000],[510000,6200000],[510000,6210000],[500000,6200000]]]}"
            })
    void whatIsNoAreaIsRefused(String geoJson) {
        assertThatThrownBy(() -> cutFile(new OsmXml().node(1, 14.05, 56.05).text(), geoJson, 0))
                .extracting(e -> ((ApiException) e).code())
                .isEqualTo("clip-unreadable");
    }

    private OsmCounts cut(OsmXml xml, double marginMetres) throws IOException {
        return cut(xml.text(), marginMetres);
    }

    private OsmCounts cut(String xml, double marginMetres) throws IOException {
        return read(new MadeRows(), cutFile(xml, marginMetres));
    }

    private static OsmCounts read(MadeRows rows, OsmStage.Staged cut) {
        return rows.read(new OsmReader(cut.file(), cut.name()), cut.cut());
    }

    private OsmStage.Staged cutFile(String xml, double marginMetres) throws IOException {
        return cutFile(xml, SQUARE, marginMetres);
    }

    private OsmStage.Staged cutFile(String xml, String clip, double marginMetres) throws IOException {
        var order = new OsmOrder(
                Files.writeString(directory.resolve("whole.osm"), xml).toString(),
                Optional.of(Files.writeString(directory.resolve("clip.geojson"), clip)),
                marginMetres,
                OsmOrder.PUBLIC_OVERPASS,
                OsmOrder.MOST_BYTES,
                Duration.ofSeconds(20));
        return new OsmStage(directory, share -> {}).prepare(order);
    }
}
