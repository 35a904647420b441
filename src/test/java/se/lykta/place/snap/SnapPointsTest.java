package se.lykta.place.snap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;

class SnapPointsTest {

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void positionIsShownAtTheNearestPointOfItsOwnArea(long seed) {
        var town = new RandomTown(seed, 300, 2500);
        List<SnapPoint> points = town.make();
        var snap = new SnapPoints(town.municipality, town.areas, points);
        Random random = new Random(seed);

        for (int i = 0; i < 400; i++) {
            LonLat exact = RandomTown.somewhere(random, 2200);
            for (SnapScale scale : SnapScale.values()) {
                List<SnapPoint> ofScale =
                        points.stream().filter(point -> point.scale() == scale).toList();
                Optional<LonLat> expected = town.municipality.contains(exact)
                        ? Optional.of(town.promise().nearest(ofScale, exact).position())
                        : Optional.empty();

                assertThat(snap.snap(exact, scale))
                        .as("seed %d, %s", seed, exact)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void positionOutsideTheBorderIsWithheld() {
        var town = new RandomTown(43, 100, 500);
        var snap = new SnapPoints(town.municipality, town.areas, town.make());

        assertThat(snap.snap(RandomTown.at(2001, 0))).isEmpty();
        // inside the area in the west, outside of the municipality
        assertThat(snap.snap(RandomTown.at(-2500, -500))).isEmpty();
    }

    @Test
    void withoutAMunicipalityTheCentreOfTheCellIsShown() {
        var snap = SnapPoints.withoutMunicipality();
        MetricCrs crs = MetricCrs.of(MetricCrs.SWEREF_99_TM);
        Random random = new Random(7);

        for (int i = 0; i < 200; i++) {
            LonLat shown = snap.snap(RandomTown.somewhere(random, 3000)).orElseThrow();
            double[] xy = crs.project(shown.lonDeg(), shown.latDeg());

            assertThat(Math.abs(Math.floorMod(Math.round(xy[0]), 250) - 125)).isLessThanOrEqualTo(1);
            assertThat(Math.abs(Math.floorMod(Math.round(xy[1]), 250) - 125)).isLessThanOrEqualTo(1);
        }
    }
}
