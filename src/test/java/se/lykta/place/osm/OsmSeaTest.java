package se.lykta.place.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import se.lykta.place.OsmCounts;
import se.lykta.place.OsmNotice;
import se.lykta.place.osm.file.OsmOrder;
import se.lykta.place.osm.file.OsmReader;
import se.lykta.place.osm.file.OsmStage;

/**
 * How far the sea of a file goes, which depends on what the file covers. Sizes are told as so many degrees in the square:
 * a coast at 56.04 in a box from 14,56 to 14.1,56.1 leaves 0.1 by 0.04 degrees of sea south of it.
 */
class OsmSeaTest {

    private static final double EARTH_RADIUS = 6_378_137;

    /** Corners lie on whole millimetres; 100 km of edges. */
    private static final double MILLIMETRE_AROUND = 100;

    @TempDir
    Path directory;

    private final MadeRows rows = new MadeRows();

    @Test
    void seaFillsTheBoxThatTheFileNames() {
        OsmCounts counts = read(coast(13.98, 14.12).bounds(14, 56, 14.1, 56.1));

        assertSea(14, 56, 14.1, 56.04);
        assertThat(counts.notices()).extracting(OsmNotice::code).doesNotContain("osm-broken-coast", "osm-wrong-coast");
    }

    @Test
    void seaFillsTheBoxOfAllNodesIfTheFileNamesNone() {
        read(coast(14, 14.1).node(7, 14.05, 56).node(8, 14.05, 56.1));

        assertSea(14, 56, 14.1, 56.04);
    }

    @Test
    void boxThatEndsFarBeyondTheLastNodeIsNotBelieved() {
        read(coast(14, 14.1).node(7, 14.05, 56).node(8, 14.05, 56.1).bounds(-180, -90, 180, 90));

        assertThat(box(rows.earth).getWidth()).isLessThan(Math.toRadians(0.51) * EARTH_RADIUS);
    }

    @Test
    void earthFillsTheRest() {
        read(coast(13.98, 14.12).bounds(14, 56, 14.1, 56.1));

        assertThat(area(rows.earth) + area(rows.ocean))
                .isCloseTo(squareMetres(13.98, 56, 14.12, 56.1), within(MILLIMETRE_AROUND));
    }

    @Test
    void shoreOfAnIslandIsAHoleInTheSea() {
        var xml = coast(13.98, 14.12).bounds(14, 56, 14.1, 56.1);
        read(xml.square(10, 14.05, 56.01, 0.01, "natural", "coastline", "place", "island"));

        assertThat(rows.ocean)
                .singleElement()
                .satisfies(sea -> assertThat(sea.getNumInteriorRing()).isEqualTo(1));
        assertThat(area(rows.ocean))
                .isCloseTo(
                        squareMetres(14, 56, 14.1, 56.04) - squareMetres(14.05, 56.01, 14.06, 56.02),
                        within(MILLIMETRE_AROUND));
    }

    @Test
    void lakesAndTheirIslandsAreNoSea() {
        var xml = new OsmXml().square(10, 14, 56, 0.1, "natural", "water");
        read(xml.square(20, 14.04, 56.04, 0.02, "place", "island"));

        assertThat(rows.ocean).isEmpty();
        assertThat(rows.earth).hasSize(1);
        assertThat(area(rows.earth)).isCloseTo(squareMetres(14, 56, 14.1, 56.1), within(MILLIMETRE_AROUND));
    }

    /** The ferry goes to where the file knows nothing of the coast. */
    @Test
    void fileOfAMunicipalityHasSeaWithinItsBorder() {
        var xml = municipality(coast(13.98, 14.12));
        read(xml.node(30, 14.05, 56.05).node(31, 14.05, 54).way(32, new long[] {30, 31}, "route", "ferry"));

        assertSea(14, 56, 14.1, 56.04);
        assertThat(box(rows.earth).getMinY()).isCloseTo(mercatorY(54), within(0.01));
    }

    @Test
    void coastThatEndsInsideTheNamedBoxEndsTheSeaAtTheBorderToo() {
        read(municipality(coast(13.98, 14.12)).bounds(13.5, 55.8, 14.5, 56.5));

        assertSea(14, 56, 14.1, 56.04);
    }

    @Test
    void cutFileHasSeaAsFarAsItWasCut() throws IOException {
        var xml = coast(13, 14.05, 14.06, 15).node(30, 14.05, 56.05).node(31, 14.05, 54);
        xml.way(32, new long[] {30, 31}, "route", "ferry");
        Path clip = Files.writeString(
                directory.resolve("clip.geojson"),
                "{\"type\":\"Polygon\",\"coordinates\":[[[14,56],[14.1,56],[14.1,56.1],[14,56.1],[14,56]]]}");
        var order = new OsmOrder(
                xml.write(directory, "whole.osm").toString(),
                Optional.of(clip),
                0,
                OsmOrder.PUBLIC_OVERPASS,
                OsmOrder.MOST_BYTES,
                Duration.ofSeconds(20));

        OsmStage.Staged cut = new OsmStage(directory, share -> {}).prepare(order);
        OsmCounts counts = rows.read(new OsmReader(cut.file(), cut.name()), cut.cut());

        assertSea(14, 56, 14.1, 56.04);
        assertThat(counts.faults().coast().gaps()).isZero();
    }

    /** A file that was cut in the middle of ways: the coast is known up to the last node that is inside. */
    @Test
    void coastWithMissingNodesIsLedToTheEdge() {
        var xml = new OsmXml().bounds(14, 56, 14.1, 56.1);
        long[] refs = IntStream.rangeClosed(0, 14).mapToLong(i -> i + 1).toArray();
        IntStream.rangeClosed(3, 12).forEach(i -> xml.node(i + 1, 13.975 + i * 0.01, 56.04));
        read(xml.way(90, refs, "natural", "coastline"));

        // from 14.005 to 14.095 there are nodes; half a circle at each end stays land
        double halves = Math.PI * Math.pow(Math.toRadians(0.0025) * EARTH_RADIUS, 2);
        assertThat(area(rows.ocean)).isCloseTo(squareMetres(14, 56, 14.1, 56.04) - halves, within(0.02 * halves));
    }

    @Test
    void brokenCoastIsToldWithItsPlace() {
        OsmCounts counts = read(coast(13.98, 14.03).bounds(14, 56, 14.1, 56.1));

        assertThat(rows.ocean).isEmpty();
        assertThat(counts.notices())
                .filteredOn(notice -> notice.code().equals("osm-broken-coast"))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.count()).isEqualTo(1);
                    assertThat(notice.text()).contains("broken in 1 place", "near 14.030000,56.040000");
                });
    }

    @Test
    void housesStayDryIfTheCoastRunsTheWrongWay() {
        var xml = new OsmXml().bounds(14, 56, 14.1, 56.1);
        xml.node(1, 14.12, 56.04).node(2, 13.98, 56.04).way(3, new long[] {1, 2}, "natural", "coastline");
        for (int i = 0; i < 20; i++) {
            xml.square(100 + 10L * i, 14.001 + i * 0.002, 56.06, 0.001, "building", "yes");
        }

        OsmCounts counts = read(xml);

        assertThat(rows.ocean).isEmpty();
        assertThat(counts.notices()).extracting(OsmNotice::code).contains("osm-wrong-coast");
    }

    /** A coast along 56.04 to the east, with a node at each longitude. */
    private static OsmXml coast(double... lons) {
        var xml = new OsmXml();
        IntStream.range(0, lons.length).forEach(i -> xml.node(i + 1, lons[i], 56.04));
        long[] refs = IntStream.range(0, lons.length).mapToLong(i -> i + 1).toArray();
        return xml.way(9, refs, "natural", "coastline");
    }

    /** From 14,56 to 14.1,56.1, with a street so that most of the nodes are inside. */
    private static OsmXml municipality(OsmXml xml) {
        xml.square(50, 14, 56, 0.1);
        IntStream.range(0, 20).forEach(i -> xml.node(200 + i, 14.001 + i * 0.001, 56.09));
        return xml.relation(
                60,
                new String[] {"way 50 outer"},
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

    private void assertSea(double west, double south, double east, double north) {
        assertThat(area(rows.ocean)).isCloseTo(squareMetres(west, south, east, north), within(MILLIMETRE_AROUND));
        Envelope box = box(rows.ocean);
        assertThat(box.getMinY()).isCloseTo(mercatorY(south), within(0.01));
        assertThat(box.getMaxY()).isCloseTo(mercatorY(north), within(0.01));
    }

    private static double area(List<Polygon> polygons) {
        return polygons.stream().mapToDouble(Polygon::getArea).sum();
    }

    private static Envelope box(List<Polygon> polygons) {
        var box = new Envelope();
        polygons.forEach(polygon -> box.expandToInclude(polygon.getEnvelopeInternal()));
        return box;
    }

    /** Of Web Mercator, by Snyder, Map Projections (1987), formulas 7-1 and 7-2. */
    private static double squareMetres(double west, double south, double east, double north) {
        return Math.toRadians(east - west) * EARTH_RADIUS * (mercatorY(north) - mercatorY(south));
    }

    private static double mercatorY(double latDeg) {
        return EARTH_RADIUS * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latDeg) / 2));
    }
}
