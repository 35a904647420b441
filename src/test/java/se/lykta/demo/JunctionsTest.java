package se.lykta.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JunctionsTest {

    @Test
    void linesThatCrossShareTheirCrossing() {
        List<Shape> joined = Junctions.join(
                List.of(street(0, new Spot(-50, 0), new Spot(50, 0)), street(0, new Spot(0, -50), new Spot(0, 50))));

        assertThat(joined).allMatch(way -> way.spots().contains(new Spot(0, 0)));
    }

    @Test
    void anEndJustShortOfAStreetIsMovedOntoIt() {
        List<Shape> joined = Junctions.join(
                List.of(street(0, new Spot(-50, 0), new Spot(50, 0)), street(0, new Spot(10, 4), new Spot(10, 60))));

        assertThat(joined.get(0).spots()).containsExactly(new Spot(-50, 0), new Spot(10, 0), new Spot(50, 0));
        assertThat(joined.get(1).spots()).containsExactly(new Spot(10, 0), new Spot(10, 60));
    }

    @Test
    void aBridgePassesOverWithoutAJunction() {
        List<Shape> joined = Junctions.join(
                List.of(street(1, new Spot(-50, 0), new Spot(50, 0)), street(0, new Spot(0, -50), new Spot(0, 50))));

        assertThat(joined).allMatch(way -> way.spots().size() == 2);
    }

    @Test
    void aCrossingNearACornerUsesTheCorner() {
        var corner = new Spot(0, 1);
        List<Shape> joined = Junctions.join(List.of(
                street(0, new Spot(-50, 0), new Spot(50, 0)),
                street(0, new Spot(-40, -50), corner, new Spot(40, -50))));

        assertThat(joined.get(0).spots()).contains(corner);
    }

    @Test
    void aCurvePassesThroughItsDrawnPlaces() {
        List<Spot> drawn = List.of(new Spot(0, 0), new Spot(60, 40), new Spot(120, -10), new Spot(200, 0));

        assertThat(Curve.through(drawn)).containsSubsequence(drawn).hasSizeGreaterThan(8);
    }

    @Test
    void aBandAroundALineIsAsWideAsAsked() {
        List<Spot> band = Curve.band(List.of(new Spot(0, 0), new Spot(100, 0)), 20);

        assertThat(band)
                .containsExactly(
                        new Spot(0, 10), new Spot(100, 10), new Spot(100, -10), new Spot(0, -10), new Spot(0, 10));
    }

    private static Shape street(int layer, Spot... spots) {
        Map<String, String> tags = Map.of("highway", "residential", "layer", Integer.toString(layer));
        return new Shape(Shape.Form.LINE, tags, "", List.of(spots));
    }
}
