package se.lykta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected coordinates: definition of the projection, control points of Lantmäteriet, and PROJ 9.1 by GDAL. */
class MetricCrsTest {

    private static final double MILLIMETRE = 0.001;

    private final MetricCrs sweref = MetricCrs.of(MetricCrs.SWEREF_99_TM);

    @Test
    void theCentralMeridianHasTheFalseEasting() {
        // definition of SWEREF 99 TM: central meridian 15° E, false easting 500 000 m, northing 0 at the equator
        assertThat(sweref.project(15, 0)).containsExactly(new double[] {500_000, 0}, within(MILLIMETRE));
        assertThat(sweref.project(15, 61)[0]).isCloseTo(500_000, within(MILLIMETRE));
    }

    @Test
    void theNorthingOnTheCentralMeridianIsTheScaledArc() {
        // arc of the GRS 80 meridian from the equator to 60° is 6 654 072.819 m, scale 0.9996
        assertThat(sweref.project(15, 60)[1]).isCloseTo(6_654_072.819 * 0.9996, within(2 * MILLIMETRE));
    }

    @ParameterizedTest
    @CsvSource({
        "12.75, 55, 356083.438, 6097106.672",
        "14.25, 61, 459436.237, 6763019.557",
        "18.0686, 59.3293, 674571.866, 6580743.008",
        "24.15, 65.83, 916865.052, 7331416.181",
        "14.5333, 56.2767, 471101.367, 6236974.135"
    })
    void swerefAgreesWithProjToTheMillimetre(double lonDeg, double latDeg, double east, double north) {
        assertThat(sweref.project(lonDeg, latDeg)).containsExactly(new double[] {east, north}, within(MILLIMETRE));
    }

    @Test
    void everyPlaceInSwedenComesBack() {
        var random = new Random(11);
        for (int i = 0; i < 1000; i++) {
            double lonDeg = 10.6 + 13.5 * random.nextDouble();
            double latDeg = 55 + 14 * random.nextDouble();
            double[] metres = sweref.project(lonDeg, latDeg);

            LonLat back = sweref.unproject(metres[0], metres[1]);

            assertThat(back.lonDeg()).isCloseTo(lonDeg, within(1e-8));
            assertThat(back.latDeg()).isCloseTo(latDeg, within(1e-8));
        }
    }

    @Test
    void distancesAreMetresToTheScaleOfTheProjection() {
        // one hundredth of a degree of latitude at 60° N is 1114.12 m (GRS 80, M = 6 383 453.857 m)
        double[] south = sweref.project(15, 59.995);
        double[] north = sweref.project(15, 60.005);

        assertThat(north[1] - south[1]).isCloseTo(Math.toRadians(0.01) * 6_383_453.857 * 0.9996, within(0.01));
    }

    @Test
    void abroadTheUtmZoneOfThePlaceIsTaken() {
        assertThat(MetricCrs.suiting(new LonLat(14.53, 56.28)).name()).isEqualTo("EPSG:3006");
        assertThat(MetricCrs.suiting(new LonLat(9.1829, 48.7758)).name()).isEqualTo("EPSG:32632");
        assertThat(MetricCrs.suiting(new LonLat(-70.66, -33.45)).name()).isEqualTo("EPSG:32719");
        assertThat(MetricCrs.suiting(new LonLat(180, 0)).name()).isEqualTo("EPSG:32660");
    }

    @Test
    void utmAgreesWithProjOnBothHemispheres() {
        assertThat(MetricCrs.of("EPSG:32632").project(9.1829, 48.7758))
                .containsExactly(new double[] {513_437.706, 5_402_549.149}, within(2 * MILLIMETRE));
        assertThat(MetricCrs.of("epsg:32719").project(-70.66, -33.45))
                .containsExactly(new double[] {345_713.154, 6_297_592.028}, within(2 * MILLIMETRE));
    }

    @Test
    void onlyProjectedSystemsInMetresAreMetric() {
        assertThat(sweref.isMetric()).isTrue();
        assertThat(MetricCrs.of("EPSG:4326").isMetric()).isFalse();
        // NAD 83 / New York Long Island in US feet
        assertThat(MetricCrs.of("EPSG:2263").isMetric()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3006", "EPSG:", "EPSG:0", "EPSG:999999", "EPSG:3006; DROP", "EPSG:4978", "sweref99tm"})
    void namesOfNoSystemAreRefused(String name) {
        assertThatThrownBy(() -> MetricCrs.of(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
