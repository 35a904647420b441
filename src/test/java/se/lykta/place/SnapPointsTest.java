package se.lykta.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;

class SnapPointsTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final MetricCrs CRS = MetricCrs.of(MetricCrs.SWEREF_99_TM);

    @Test
    void publicPlaceWithin150MetresTakesThePosition() {
        var snap = new SnapPoints(town(), List.of(place("Torget", NameKind.SQUARE, 0, 0)));

        Optional<LonLat> position = snap.snap(Town.at(100, 100));

        assertThat(metres(position.orElseThrow(), Town.at(0, 0))).isLessThan(0.2);
    }

    @Test
    void otherNamedPlacesTakeNothing() {
        var names = List.of(place("Biblioteket", NameKind.CULTURE, 0, 0), place("Storgatan", NameKind.STREET, 0, 0));
        var without = new SnapPoints(town(), List.of());

        assertThat(new SnapPoints(town(), names).snap(Town.at(5, 5))).isEqualTo(without.snap(Town.at(5, 5)));
    }

    @Test
    void elsewhereTheCentreOfTheCellIsShown() {
        var snap = new SnapPoints(town(), List.of());
        Random random = new Random(7);

        for (int i = 0; i < 200; i++) {
            LonLat exact = Town.at(random.nextInt(1400) - 700, random.nextInt(1400) - 700);
            LonLat shown = snap.snap(exact).orElseThrow();
            double[] xy = CRS.project(shown.lonDeg(), shown.latDeg());

            assertThat(Math.abs(Math.floorMod(Math.round(xy[0]), 250) - 125)).isLessThanOrEqualTo(1);
            assertThat(Math.abs(Math.floorMod(Math.round(xy[1]), 250) - 125)).isLessThanOrEqualTo(1);
            assertThat(metres(exact, shown)).isLessThanOrEqualTo(177.5); // half a diagonal
        }
    }

    @Test
    void fewPositionsAreLeftOfMany() {
        var snap = new SnapPoints(town(), List.of());
        Random random = new Random(8);
        Set<LonLat> shown = new HashSet<>();

        for (int i = 0; i < 1000; i++) {
            snap.snap(Town.at(random.nextDouble() * 500, random.nextDouble() * 500))
                    .ifPresent(shown::add);
        }

        assertThat(shown).hasSizeLessThanOrEqualTo(9);
    }

    @Test
    void nothingIsEverShownOutsideTheBorder() {
        Municipality town = town();
        // a public place just outside, which is nearest for many
        var snap = new SnapPoints(town, List.of(place("Grannbyns skola", NameKind.SCHOOL, 1010, 0)));
        Random random = new Random(9);

        for (int i = 0; i < 500; i++) {
            LonLat atTheEdge = Town.at(990 + random.nextInt(10), random.nextInt(1900) - 950);
            Optional<LonLat> shown = snap.snap(atTheEdge);
            Optional<LonLat> coarse = snap.cell(atTheEdge, 1000);

            assertThat(shown).get().matches(town::contains);
            assertThat(coarse.map(town::contains).orElse(true)).isTrue();
        }
    }

    @Test
    void positionFarOutsideTheBorderIsWithheld() {
        assertThat(new SnapPoints(town(), List.of()).snap(Town.at(5000, 0))).isEmpty();
    }

    private static Municipality town() {
        LonLat southWest = Town.at(-1000, -1000);
        LonLat northEast = Town.at(1000, 1000);
        Geometry outline = FACTORY.toGeometry(
                new Envelope(southWest.lonDeg(), northEast.lonDeg(), southWest.latDeg(), northEast.latDeg()));
        return new Municipality("Provköping", true, Optional.of(outline), Town.at(0, 0), ZoneId.of("Europe/Stockholm"));
    }

    private static NamedPlace place(String name, NameKind kind, double east, double north) {
        LonLat position = Town.at(east, north);
        return new NamedPlace(name, kind, FACTORY.createPoint(new Coordinate(position.lonDeg(), position.latDeg())));
    }

    private static double metres(LonLat a, LonLat b) {
        double[] from = CRS.project(a.lonDeg(), a.latDeg());
        double[] to = CRS.project(b.lonDeg(), b.latDeg());
        return Math.hypot(from[0] - to[0], from[1] - to[1]);
    }
}
