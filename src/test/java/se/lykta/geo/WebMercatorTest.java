package se.lykta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grid and boxes; the reference in metres is EPSG:3857 as PROJ 9.1 gives it. */
class WebMercatorTest {

    private static final double HALF_EQUATOR_METRES = Math.PI * 6_378_137;
    private static final int LAST = Integer.MAX_VALUE;

    @Test
    void theCornersOfTheWorldAreTheFirstAndLastCells() {
        assertThat(WebMercator.cellX(-180)).isZero();
        assertThat(WebMercator.cellX(180)).isEqualTo(LAST);
        assertThat(WebMercator.cellY(85.06)).isZero();
        assertThat(WebMercator.cellY(90)).isZero();
        assertThat(WebMercator.cellY(-90)).isEqualTo(LAST);
        assertThat(WebMercator.cellX(0)).isEqualTo(1 << 30);
        assertThat(WebMercator.cellY(0)).isEqualTo(1 << 30);
    }

    @Test
    void stockholmAgreesWithProj() {
        double metresPerCell = 2 * HALF_EQUATOR_METRES / WebMercator.CELLS;

        double east = WebMercator.cellX(18.0686) * metresPerCell - HALF_EQUATOR_METRES;
        double north = HALF_EQUATOR_METRES - WebMercator.cellY(59.3293) * metresPerCell;

        assertThat(east).isCloseTo(2_011_387.351, within(metresPerCell));
        assertThat(north).isCloseTo(8_251_904.234, within(metresPerCell));
    }

    @Test
    void everyPlaceComesBackToWithinHalfACell() {
        var random = new Random(5);
        double halfCellDeg = 180 / WebMercator.CELLS;
        for (int i = 0; i < 1000; i++) {
            double lonDeg = 360 * random.nextDouble() - 180;
            double latDeg = 170 * random.nextDouble() - 85;

            assertThat(WebMercator.lonDeg(WebMercator.cellX(lonDeg) + 0.5))
                    .isCloseTo(lonDeg, within(halfCellDeg * 1.01));
            assertThat(WebMercator.latDeg(WebMercator.cellY(latDeg) + 0.5))
                    .isCloseTo(latDeg, within(halfCellDeg * 1.01));
        }
    }

    @Test
    void aBoxHoldsItsEdgesAndItsCentre() {
        var box = new Bbox(14, 56, 15, 57);

        assertThat(box.contains(14, 56)).isTrue();
        assertThat(box.contains(15, 57)).isTrue();
        assertThat(box.contains(15.000001, 57)).isFalse();
        assertThat(box.contains(14, 55.999999)).isFalse();
        assertThat(box.centre()).isEqualTo(new LonLat(14.5, 56.5));
    }

    @ParameterizedTest
    @CsvSource({
        "15,56,14,57",
        "14,57,15,56",
        "NaN,56,15,57",
        "14,56,15,NaN",
        "-181,0,0,1",
        "0,-91,1,0",
        "0,0,Infinity,1"
    })
    void boxesThatAreInsideOutOrNotOnEarthAreRefused(double west, double south, double east, double north) {
        assertThatThrownBy(() -> new Bbox(west, south, east, north)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPositionIsWrittenWithSixDecimalsWhateverTheLocale() {
        assertThat(new LonLat(14.5, -56.25)).hasToString("14.500000,-56.250000");
    }
}
