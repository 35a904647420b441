package se.lykta.walk.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import se.lykta.geo.Bbox;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.place.MetricGeometry;

class MapFrameTest {

    private static final MetricGeometry SWEREF = new MetricGeometry(MetricCrs.of(MetricCrs.SWEREF_99_TM));
    private static final Box PAPER = new Box(100, 200, 300, 200);

    @Test
    void middleOfTheFrameIsThePositionAndPointsAreMetres() {
        var middle = new LonLat(15, 59);

        MapFrame frame = MapFrame.around(SWEREF, middle, PAPER, 100);

        assertThat(frame.metresPerPoint()).as("200 m on 200 points").isEqualTo(1);
        assertThat(frame.at(middle)).isEqualTo(new Coordinate(250, 300));
        // a thousandth of a degree of latitude is 111.4 m at 59° on the GRS 80 ellipsoid
        assertThat(frame.at(new LonLat(15, 59.001)).y).isEqualTo(411.4, within(0.2));
        assertThat(frame.at(new LonLat(15, 59.001)).x)
                .as("on the middle meridian")
                .isEqualTo(250, within(0.01));
    }

    @Test
    void fittingFrameHoldsEverythingWithRoomAndOneScale() {
        List<LonLat> places = List.of(new LonLat(15, 59), new LonLat(15.02, 59), new LonLat(15.01, 59.003));

        MapFrame frame = MapFrame.fitting(SWEREF, places, PAPER, 100);

        assertThat(places).allMatch(place -> frame.contains(frame.at(place), 15));
        Coordinate west = frame.at(places.get(0));
        Coordinate east = frame.at(places.get(1));
        assertThat(east.x - west.x).as("86 of 100 points of the wider side").isEqualTo(0.86 * 300, within(0.5));
    }

    @Test
    void onePlaceAloneIsShownWithItsSurroundings() {
        MapFrame frame = MapFrame.fitting(SWEREF, List.of(new LonLat(15, 59)), PAPER, 300);

        assertThat(frame.metresPerPoint()).isEqualTo(1.5);
    }

    @Test
    void boxCoversEveryCornerOfThePaper() {
        var haparanda = new LonLat(24.13, 65.83);
        MapFrame frame = MapFrame.around(SWEREF, haparanda, PAPER, 1000);

        Bbox box = frame.bbox();

        for (double x : new double[] {100, 250, 400}) {
            for (double y : new double[] {200, 300, 400}) {
                double[] metres = MetricCrs.of(MetricCrs.SWEREF_99_TM).project(haparanda.lonDeg(), haparanda.latDeg());
                LonLat corner =
                        SWEREF.unproject(new Coordinate(metres[0] + (x - 250) * 10, metres[1] + (y - 300) * 10));
                assertThat(box.contains(corner.lonDeg(), corner.latDeg())).isTrue();
            }
        }
    }

    /** The convergence of meridians of a transverse Mercator map is atan(tan(λ - λ0) sin φ); λ0 is 15°. */
    @ParameterizedTest
    @CsvSource({"15, 59, 0", "24.13, 65.83, -8.35", "11.2, 58.9, 3.26", "13, 55.6, 1.65"})
    void arrowPointsToTrueNorth(double lonDeg, double latDeg, double clockwiseDeg) {
        MapFrame frame = MapFrame.around(SWEREF, new LonLat(lonDeg, latDeg), PAPER, 100);

        assertThat(Math.toDegrees(frame.northAngle())).isEqualTo(clockwiseDeg, within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"1, 50", "1.06, 100", "2.1, 100", "2.2, 200", "5.2, 200", "5.3, 500", "11, 1000", "0.4, 20"})
    void scaleBarIsARoundNumberThatFits(double metresPerPoint, int metres) {
        assertThat(MapMargin.barMetres(metresPerPoint)).isEqualTo(metres);
    }
}
