package se.lykta.place.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.place.OsmCounts;
import se.lykta.place.OsmNotice;

/** What is made of elements, and what is told of faulty ones: each planted fault is counted once. */
class OsmBuilderTest {

    @TempDir
    Path directory;

    private final MadeRows rows = new MadeRows();

    @Test
    void selfCrossingBuildingIsRepairedAndCounted() {
        // an hourglass: two triangles of 1/4 square each that touch in the middle
        var xml = new OsmXml()
                .node(1, 14, 56)
                .node(2, 14.01, 56.01)
                .node(3, 14.01, 56)
                .node(4, 14, 56.01);
        xml.way(9, new long[] {1, 2, 3, 4, 1}, "building", "yes");

        OsmCounts counts = read(xml);

        var shape = rows.shape("buildings|building||13");
        assertThat(shape.isValid()).isTrue();
        assertThat(shape.getArea()).isCloseTo(0.01 * 0.01 / 2, within(1e-12));
        assertThat(counts.faults().repairedAreas()).isEqualTo(1);
        assertThat(codes(counts)).contains("osm-repaired-areas");
    }

    @Test
    void areaWithoutAnySurfaceIsLeftOutAndCounted() {
        var xml = new OsmXml().node(1, 14, 56).node(2, 14.01, 56).node(3, 14.02, 56);
        xml.way(9, new long[] {1, 2, 3, 1}, "building", "yes");

        OsmCounts counts = read(xml);

        assertThat(rows.things).noneMatch(thing -> thing.startsWith("buildings"));
        assertThat(counts.faults().unclosedAreas()).isEqualTo(1);
    }

    @Test
    void missingNodesAreLeftOutOfAWayAndCounted() {
        var xml = new OsmXml().node(1, 14, 56).node(2, 14.01, 56);
        xml.way(9, new long[] {1, 77, 2, 78}, "highway", "residential");

        OsmCounts counts = read(xml);

        assertThat(rows.shape("roads|minor_road|residential|12").getNumPoints()).isEqualTo(2);
        assertThat(counts.faults().missingNodes()).isEqualTo(2);
        assertThat(codes(counts)).contains("osm-missing-nodes");
    }

    @Test
    void municipalityIsMadeOfItsBorderWays() {
        OsmCounts counts = read(border(true));

        assertThat(rows.boundaries).hasSize(1);
        rows.boundaries.forEach((boundary, area) -> {
            assertThat(boundary).isEqualTo(new OsmRows.Boundary(50, "Provköpings kommun", 7));
            assertThat(area.getArea()).isCloseTo(0.01, within(1e-12));
        });
        assertThat(counts.faults().missingMembers()).isZero();
    }

    @Test
    void halfABorderIsNoMunicipality() {
        OsmCounts counts = read(border(false));

        assertThat(rows.boundaries).isEmpty();
        assertThat(counts.faults().missingMembers()).isEqualTo(1);
        assertThat(codes(counts)).contains("osm-missing-members", "osm-no-municipality");
    }

    @Test
    void poorFileSaysWhatItLacks() {
        var xml = new OsmXml().node(1, 10.7, 59.9).node(2, 10.71, 59.9);
        xml.way(9, new long[] {1, 2}, "highway", "residential");

        assertThat(codes(read(xml))).containsExactly("osm-no-addresses", "osm-no-municipality");
    }

    @Test
    void fileOfAnotherCountryIsNoticed() {
        var xml = new OsmXml().node(1, -90.05, 35.1).node(2, -90.04, 35.1);
        xml.way(9, new long[] {1, 2}, "highway", "residential");

        assertThat(codes(read(xml))).startsWith("osm-outside-sweden");
    }

    @Test
    void namesInSeveralScriptsBecomeReadableOrAreCounted() {
        var xml = new OsmXml();
        xml.node(1, 14, 56, "place", "town", "name", "القاهرة", "name:sv", "Kairo");
        xml.node(2, 14, 56, "place", "town", "name", "Αθήνα", "int_name", "Athína");
        xml.node(3, 14, 56, "amenity", "school", "name", "東京");
        xml.node(4, 14, 56, "amenity", "school", "name", "Skola&#x202e; \u00a0  nr 1");
        xml.node(5, 14, 56, "amenity", "school", "name", "A\u030angstro\u0308mskolan");
        xml.node(6, 14, 56, "amenity", "school", "name", "12");
        xml.way(9, new long[] {1, 2}, "highway", "residential");

        OsmCounts counts = read(xml);

        assertThat(rows.names)
                .extracting(place -> place.name())
                .containsExactly("Kairo", "Athína", "東京", "Skola nr 1", "Ångströmskolan", "12");
        assertThat(counts.faults().foreignNames()).isEqualTo(1);
        assertThat(codes(counts)).contains("osm-foreign-names");
    }

    @Test
    void ofSeveralNamesTheFirstCounts() {
        var xml = new OsmXml().node(1, 14, 56).node(2, 14.01, 56);
        xml.way(9, new long[] {1, 2}, "highway", "residential", "name", "Hornsgatan; Frihamnsviadukten");
        xml.node(3, 14, 56, "shop", "kiosk", "name", ";");

        read(xml);

        assertThat(rows.names).extracting(place -> place.name()).containsExactly("Hornsgatan");
    }

    @Test
    void housesHaveOneOrSeveralNumbersAndAStreetOrAPlace() {
        var xml = new OsmXml();
        xml.node(1, 14, 56, "addr:street", "Storgatan", "addr:housenumber", "12;14 B");
        xml.node(2, 14, 56, "addr:place", "Lilla Ed", "addr:housenumber", "3");
        xml.node(3, 14, 56, "addr:housenumber", "4");
        xml.square(10, 14, 56, 0.01, "building", "yes", "addr:street", "Nygatan", "addr:housenumber", "1");

        read(xml);

        assertThat(rows.addresses).containsOnlyKeys("Storgatan 12", "Storgatan 14 B", "Lilla Ed 3", "Nygatan 1");
        assertThat(rows.door("Nygatan 1").getX()).isCloseTo(14.005, within(1e-9));
    }

    @Test
    void numberThatWasWrittenIntoTheStreetToo() {
        var xml = new OsmXml();
        xml.node(1, 14, 56, "addr:street", "Celsiusgatan 38", "addr:housenumber", "38");
        xml.node(2, 14, 56, "addr:street", "Kungsgatan 22 c", "addr:housenumber", "22 C");
        xml.node(3, 14, 56, "addr:street", "Väg 11", "addr:housenumber", "1");

        read(xml);

        assertThat(rows.addresses).containsOnlyKeys("Celsiusgatan 38", "Kungsgatan 22 C", "Väg 11 1");
    }

    @Test
    void numbersBetweenTwoKnownOnesLieEvenlyBetweenThem() {
        var xml = new OsmXml();
        xml.node(1, 14.0, 56, "addr:street", "Storgatan", "addr:housenumber", "1");
        xml.node(2, 14.4, 56, "addr:street", "Storgatan", "addr:housenumber", "9");
        xml.node(3, 14.6, 56, "addr:housenumber", "12", "addr:street", "Storgatan");
        xml.way(9, new long[] {1, 2, 3}, "addr:interpolation", "odd");

        read(xml);

        // 9 to 12 is no row of odd numbers
        assertThat(rows.addresses)
                .containsOnlyKeys(
                        "Storgatan 1", "Storgatan 3?", "Storgatan 5?", "Storgatan 7?", "Storgatan 9", "Storgatan 12");
        assertThat(rows.door("Storgatan 3?").getX()).isCloseTo(14.1, within(1e-9));
        assertThat(rows.door("Storgatan 7?").getX()).isCloseTo(14.3, within(1e-9));
    }

    @Test
    void orderOfElementsDoesNotMatter() {
        var xml = new OsmXml();
        xml.relation(50, new String[] {"way 9 outer"}, "type", "multipolygon", "landuse", "forest");
        xml.way(9, new long[] {4, 3, 2, 4});
        xml.node(4, 14, 56).node(2, 14.01, 56.01).node(3, 14.01, 56);

        OsmCounts counts = read(xml);

        assertThat(rows.things).contains("landuse|forest||8");
        assertThat(counts.faults().missingNodes()).isZero();
    }

    private static OsmXml border(boolean whole) {
        var xml = new OsmXml()
                .node(1, 14, 56)
                .node(2, 14.1, 56)
                .node(3, 14.1, 56.1)
                .node(4, 14, 56.1);
        xml.way(11, new long[] {1, 2, 3});
        if (whole) {
            xml.way(12, new long[] {3, 4, 1});
        }
        return xml.relation(
                50,
                new String[] {"way 11 outer", "way 12 outer", "node 1 admin_centre"},
                "type",
                "boundary",
                "boundary",
                "administrative",
                "admin_level",
                "7",
                "name",
                "Provköpings kommun");
    }

    private OsmCounts read(OsmXml xml) {
        return rows.read(xml.write(directory, "test.osm"));
    }

    private static String[] codes(OsmCounts counts) {
        return counts.notices().stream().map(OsmNotice::code).toArray(String[]::new);
    }
}
