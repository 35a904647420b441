package se.lykta.walk.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.lowagie.text.pdf.PdfReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.place.MetricGeometry;
import se.lykta.place.base.MapShape;

/** What is drawn where on a map, read from the operators of the page. */
class MapDrawingTest {

    private static final LonLat MIDDLE = new LonLat(15, 59);
    private static final Box PAPER = new Box(100, 200, 300, 300);
    private static final MapFrame FRAME =
            MapFrame.around(new MetricGeometry(MetricCrs.of(MetricCrs.SWEREF_99_TM)), MIDDLE, PAPER, 150);

    /** A letter or number on the map, by its left end: the last numbers before it is shown. */
    private static final Pattern TEXT = Pattern.compile("(\\S+) (\\S+) Tm\\n");

    @Test
    void marksAtOnePlaceDoNotCoverOneAnother() throws IOException {
        var map = new MapDrawing(FRAME, List.of());
        for (int i = 1; i <= 9; i++) {
            map.addMark(MIDDLE, Integer.toString(i));
        }

        List<Coordinate> letters =
                letters(map).stream().filter(place -> place.y > 220).limit(9).toList();

        assertThat(letters).hasSize(9);
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(letters.get(i).distance(letters.get(j)))
                        .as("%d %d", i, j)
                        .isGreaterThan(13.2);
            }
        }
        assertThat(letters.get(0).x).as("the first stays where it belongs").isEqualTo(250, within(3.0));
    }

    @Test
    void markOutsideOfTheFrameIsLeftOut() throws IOException {
        var map = new MapDrawing(FRAME, List.of());
        map.addMark(new LonLat(15.01, 59), "7");

        assertThat(letters(map))
                .as("scale and north only: the N twice, for its bright edge")
                .hasSize(3);
    }

    @Test
    void nameOfAStreetIsWrittenAlongItOnce() throws IOException {
        MapShape one = street(14.998, 59, 15.0005, 59);
        MapShape other = street(15.0005, 59, 15.002, 59);

        var turned = content(new MapDrawing(FRAME, List.of(street(15, 58.999, 15, 59.001))));
        List<Coordinate> letters = letters(new MapDrawing(FRAME, List.of(one, other)));

        assertThat(letters)
                .as("scale, north, and one name, the last two with a bright edge")
                .hasSize(5);
        assertThat(letters.get(0).y).as("its middle on the street").isEqualTo(350 - 0.35 * 6, within(0.5));
        assertThat(turned).as("upwards along a street to the north").contains("0 1 -1 0 ");
    }

    @Test
    void streetBelowGroundIsNotSeenButAnUnderpassIs() throws IOException {
        MapShape street = street(14.998, 59, 15.002, 59);
        var tunnel = new MapShape("roads", "minor_road", "residential", "Tunneln", true, street.geometry());
        var underpass = new MapShape("roads", "path", "footway", "", true, street.geometry());

        assertThat(content(new MapDrawing(FRAME, List.of(tunnel))))
                .isEqualTo(content(new MapDrawing(FRAME, List.of())));
        assertThat(content(new MapDrawing(FRAME, List.of(underpass)))).contains("[2 1.3]");
    }

    @Test
    void wayIsDrawnWhereItIs() throws IOException {
        var map = new MapDrawing(FRAME, List.of());
        map.addRoute(List.of(MIDDLE, new LonLat(15, 59.0008977)));

        assertThat(content(map))
                .as("100 m to the north are 100 points up")
                .containsPattern("250 350 m\\n250 (449.9|450)\\S* l");
    }

    private static MapShape street(double fromLon, double fromLat, double toLon, double toLat) {
        var line = new GeometryFactory()
                .createLineString(new Coordinate[] {new Coordinate(fromLon, fromLat), new Coordinate(toLon, toLat)});
        return new MapShape("roads", "minor_road", "residential", "Storgatan", false, line);
    }

    private static List<Coordinate> letters(MapDrawing map) throws IOException {
        return TEXT.matcher(content(map)).results().map(MapDrawingTest::place).toList();
    }

    private static Coordinate place(MatchResult match) {
        return new Coordinate(Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2)));
    }

    /** The operators of the map alone: the part of the figure. */
    private static String content(MapDrawing map) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var created = ZonedDateTime.of(2026, 9, 1, 10, 0, 0, 0, ZoneOffset.UTC);
        try (var sheet = new Sheet(bytes, new About("t", "s", "sv", created, "sida"))) {
            sheet.chapter("t", "");
            sheet.figure("en karta", map::draw);
        }
        String page = new String(new PdfReader(bytes.toByteArray()).getPageContent(1), StandardCharsets.ISO_8859_1);
        return page.substring(page.indexOf("/Figure"), page.indexOf("/Artifact"));
    }
}
