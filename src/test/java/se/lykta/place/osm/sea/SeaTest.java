package se.lykta.place.osm.sea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static se.lykta.place.osm.sea.Seas.inBox;
import static se.lykta.place.osm.sea.Seas.squareKilometres;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Coasts in a box of ten by ten kilometres whose sea is known by reasoning. Unless told otherwise the coast runs east at
 * 4000 m, so that the south of it is sea: 40 square kilometres.
 */
class SeaTest {

    private static final Offset<Double> EXACT = within(1e-9);
    private static final String COAST = "-1000 4000, 11000 4000";
    /** A square kilometre, seen anticlockwise: land inside. */
    private static final String ISLAND = "5000 1000, 6000 1000, 6000 2000, 5000 2000, 5000 1000";

    @Test
    void waterIsOnTheRightOfTheCoast() {
        Sea south = inBox(COAST);
        Sea north = inBox("11000 4000, -1000 4000");

        assertThat(squareKilometres(south)).isEqualTo(40, EXACT);
        assertThat(south.ocean())
                .singleElement()
                .satisfies(
                        sea -> assertThat(sea.getEnvelopeInternal().getMaxY()).isEqualTo(4000));
        assertThat(squareKilometres(north)).isEqualTo(60, EXACT);
        assertThat(south.gaps()).isEmpty();
        assertThat(south.wrong()).isEmpty();
    }

    @Test
    void bayIsSea() {
        assertThat(squareKilometres(inBox("-1000 4000, 4000 4000, 4000 7000, 6000 7000, 6000 4000, 11000 4000")))
                .isEqualTo(40 + 6, EXACT);
    }

    @Test
    void islandIsAHole() {
        Sea sea = inBox(COAST, ISLAND);

        assertThat(squareKilometres(sea)).isEqualTo(39, EXACT);
        assertThat(sea.ocean())
                .singleElement()
                .satisfies(one -> assertThat(one.getNumInteriorRing()).isEqualTo(1));
        assertThat(sea.earth()).hasSize(2);
    }

    @Test
    void islandWithoutAnyMainlandLiesInTheSea() {
        assertThat(squareKilometres(inBox(ISLAND))).isEqualTo(99, EXACT);
    }

    /** A rock of a centimetre, and one that is a line. */
    @Test
    void islandWithoutAnyAreaChangesNothing() {
        Sea sea = inBox(
                COAST, "5000 1000, 5000.0004 1000, 5000.0004 1000.0004, 5000 1000", "6000 1000, 6010 1000, 6000 1000");

        assertThat(squareKilometres(sea)).isEqualTo(40, EXACT);
        assertThat(sea.gaps()).isEmpty();
        assertThat(sea.wrong()).isEmpty();
    }

    @Test
    void lagoonInAnIslandIsSea() {
        String lagoon = "5400 1400, 5400 1600, 5600 1600, 5600 1400, 5400 1400";

        assertThat(squareKilometres(inBox(ISLAND, lagoon))).isEqualTo(99.04, EXACT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10000 1000, 10000 2000, 9000 2000, 9000 1000, 10000 1000",
                "9500 1000, 10500 1000, 10500 3000, 9500 3000, 9500 1000",
                "9000 0, 10000 0, 10000 1000, 9000 1000, 9000 0"
            })
    void islandAtTheEdgeIsLandAsFarAsItIsInTheBox(String island) {
        Sea sea = inBox(island);

        assertThat(squareKilometres(sea)).isEqualTo(99, EXACT);
        assertThat(sea.gaps()).isEmpty();
    }

    @Test
    void islandMayTouchTheEdgeInOnePoint() {
        assertThat(squareKilometres(inBox("10000 5000, 9000 5500, 9000 4500, 10000 5000")))
                .isEqualTo(99.5, EXACT);
    }

    @Test
    void coastMayLeaveTheBoxAndComeBack() {
        // land: 2 to 4, 4 to 6 as far as 5 east, and 6 to 8 kilometres north
        String coast = "-1000 2000, 11000 2000, 11000 4000, 5000 4000, 5000 6000, 11000 6000, 11000 8000, -1000 8000";

        assertThat(squareKilometres(inBox(coast))).isEqualTo(100 - 20 - 10 - 20, EXACT);
    }

    @Test
    void straitLiesBetweenTwoMainlands() {
        assertThat(squareKilometres(inBox("11000 3000, -1000 3000", "-1000 7000, 11000 7000")))
                .isEqualTo(40, EXACT);
    }

    @Test
    void piecesMayComeInAnyOrder() {
        assertThat(squareKilometres(inBox("7000 4000, 11000 4000", "-1000 4000, 3000 4000", "3000 4000, 7000 4000")))
                .isEqualTo(40, EXACT);
    }

    /** Where the tide ends the coast crosses the river; what is above is river, not sea. */
    @Test
    void riverMouthEndsTheSea() {
        Sea sea = inBox("-1000 4000, 4900 4000, 4900 6000, 5100 6000, 5100 4000, 11000 4000");

        assertThat(squareKilometres(sea)).isEqualTo(40 + 0.4, EXACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000 -1000, 11000 11000", "0 0, 10000 10000", "-500 -500, 0 0, 10000 10000"})
    void coastMayRunThroughCorners(String coast) {
        Sea sea = inBox(coast);

        assertThat(squareKilometres(sea)).isEqualTo(50, EXACT);
        assertThat(sea.gaps()).isEmpty();
    }

    @Test
    void coastAlongTheEdgeIsTheEdge() {
        assertThat(inBox("0 0, 10000 0").ocean()).isEmpty();
        assertThat(squareKilometres(inBox("10000 0, 0 0"))).isEqualTo(100, EXACT);
    }

    @Test
    void boxWithoutCoastIsLand() {
        Sea sea = inBox();

        assertThat(sea.ocean()).isEmpty();
        assertThat(Seas.area(sea.earth())).isEqualTo(100e6);
    }

    @Test
    void coastOutsideTheBoxSaysNothing() {
        assertThat(inBox("-1000 -500, 11000 -500").ocean()).isEmpty();
        assertThat(inBox("20000 1000, 21000 1000, 21000 2000, 20000 1000").wrong())
                .isEmpty();
    }

    @Test
    void onlyTheCoverHasSea() {
        var shore = Seas.shore(
                "POLYGON((0 0, 10000 0, 0 10000, 0 0), (1000 1000, 2000 1000, 2000 2000, 1000 1000))", COAST);

        // the corner of the triangle south of the coast without its hole
        assertThat(squareKilometres(Seas.checked(shore))).isEqualTo(50 - 18 - 0.5, EXACT);
    }

    @Test
    void smallGapIsClosedAndLeftAsLand() {
        Sea sea = inBox("-1000 4000, 4000 4000", "4500 4000, 11000 4000");

        // half a circle of 250 m is not known to be sea
        assertThat(squareKilometres(sea)).isEqualTo(40 - Math.PI * 0.0625 / 2, within(0.002));
        assertThat(sea.gaps()).containsExactly(new Coordinate(4250, 4000));
        assertThat(sea.wrong()).isEmpty();
    }

    @Test
    void coastThatEndsJustBeforeTheEdgeIsLedThere() {
        Sea sea = inBox("300 4000, 9700 4000");

        assertThat(squareKilometres(sea)).isEqualTo(40, within(2 * Math.PI * 0.0225));
        assertThat(sea.gaps()).hasSize(2);
    }

    @Test
    void coastThatBreaksOffFloodsNothing() {
        Sea alone = inBox("-1000 4000, 5000 4000");
        Sea withIsland = inBox("-1000 4000, 5000 4000", ISLAND);

        assertThat(alone.ocean()).isEmpty();
        assertThat(alone.gaps()).containsExactly(new Coordinate(5000, 4000));
        assertThat(withIsland.ocean()).isEmpty();
        assertThat(withIsland.gaps()).hasSize(1);
        assertThat(withIsland.wrong()).isEmpty();
    }

    @Test
    void wideGapFloodsNothing() {
        Sea sea = inBox("-1000 4000, 2000 4000", "8000 4000, 11000 4000", ISLAND);

        assertThat(sea.ocean()).isEmpty();
        assertThat(sea.gaps()).hasSize(2);
    }

    @Test
    void brokenIslandLeavesTheSeaWhole() {
        Sea sea = inBox(COAST, "5000 1000, 6000 1000, 6000 2000, 5000 2000, 5000 1100");

        assertThat(squareKilometres(sea)).isEqualTo(39, within(0.01));
        assertThat(sea.gaps()).hasSize(1);
    }

    /** A quay drawn as coast that leads from the shore into the sea. */
    @Test
    void shortStrayLineLeavesTheSeaAsItIs() {
        Sea sea = inBox("-1000 4000, 5000 4000, 11000 4000", "5000 4000, 5000 3700");

        assertThat(squareKilometres(sea)).isEqualTo(40, EXACT);
        assertThat(sea.gaps()).containsExactly(new Coordinate(5000, 3700));
    }

    @Test
    void linesTheWrongWayRoundAreOutvotedAndTold() {
        List<String> pieces = new ArrayList<>();
        for (int x = 0; x < 10_000; x += 1000) {
            boolean wrong = x == 3000 || x == 7000;
            pieces.add(wrong ? "%d 4000, %d 4000".formatted(x + 1000, x) : "%d 4000, %d 4000".formatted(x, x + 1000));
        }

        Sea sea = inBox(pieces.toArray(String[]::new));

        assertThat(squareKilometres(sea)).isEqualTo(40, EXACT);
        assertThat(sea.wrong()).hasSize(2);
        assertThat(sea.gaps()).isEmpty();
    }

    @Test
    void islandTheWrongWayRoundStaysLand() {
        Sea sea = inBox(COAST, "5000 1000, 5000 2000, 6000 2000, 6000 1000, 5000 1000");

        assertThat(squareKilometres(sea)).isEqualTo(39, EXACT);
        assertThat(sea.wrong()).hasSize(1);
    }

    @Test
    void lineLaidTwiceCountsOnce() {
        assertThat(squareKilometres(
                        inBox(COAST, COAST, ISLAND, "6000 2000, 5000 2000, 5000 1000, 6000 1000, 6000 2000")))
                .isEqualTo(39, EXACT);
        assertThat(inBox(COAST, "11000 4000, -1000 4000").ocean()).isEmpty();
    }

    /** The coast goes once around in a small square, on the side of the land and on that of the sea. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000 4000, 5000 4000, 5000 4200, 4800 4200, 4800 3900, 4900 3900, 4900 4000.5, 11000 4000",
                "-1000 4000, 5000 4000, 5000 3800, 4800 3800, 4800 4100, 4900 4100, 4900 3999.5, 11000 4000"
            })
    void coastThatCrossesItselfIsStillACoast(String coast) {
        Sea sea = inBox(coast);

        assertThat(squareKilometres(sea)).isEqualTo(40, within(0.05));
        assertThat(sea.wrong()).hasSize(1);
    }

    @Test
    void townIsNotDrownedByACoastTheWrongWayRound() {
        List<Coordinate> town = Stream.iterate(100, i -> i + 100)
                .limit(50)
                .map(i -> new Coordinate(i, 5000))
                .toList();
        Shore shore = Seas.shore("POLYGON((0 0, 10000 0, 10000 10000, 0 10000, 0 0))", "11000 4000, -1000 4000");

        Sea sea = Seas.checked(new Shore(shore.coast(), town, shore.cover(), shore.ground()));

        assertThat(sea.ocean()).isEmpty();
        assertThat(sea.wrong()).hasSize(1);
    }

    @Test
    void boathousesDoNotDryTheSea() {
        List<Coordinate> houses = Stream.iterate(100, i -> i + 100)
                .limit(50)
                .map(i -> new Coordinate(i, i % 1000 == 0 ? 3999 : 5000))
                .toList();
        Shore shore = Seas.shore("POLYGON((0 0, 10000 0, 10000 10000, 0 10000, 0 0))", COAST);

        Sea sea = Seas.checked(new Shore(shore.coast(), houses, shore.cover(), shore.ground()));

        assertThat(squareKilometres(sea)).isEqualTo(40, EXACT);
    }

    @Test
    void shoreKnowsWhetherItsCoastIsWhole() {
        Shore shore = Seas.shore("POLYGON((0 0, 10000 0, 10000 10000, 0 10000, 0 0))", "1000 4000, 9000 4000");

        assertThat(shore.isWhole()).isFalse();
        assertThat(shore.within(Seas.wkt("POLYGON((1000 0, 9000 0, 9000 9000, 1000 9000, 1000 0))"))
                        .isWhole())
                .isTrue();
    }

    @Test
    void boxShrinksToWhereTheCoastReachesItsSides() {
        Shore shore = Seas.shore("POLYGON((0 0, 10000 0, 10000 10000, 0 10000, 0 0))", "1000 4000, 9000 4000");
        Shore broken = Seas.shore("POLYGON((0 0, 10000 0, 10000 10000, 0 10000, 0 0))", "1000 4000, 5000 4000");

        assertThat((Object) shore.shrunk().cover().getEnvelopeInternal())
                .isEqualTo(new Envelope(1000, 9000, 0, 10_000));
        assertThat(shore.shrunk().isWhole()).isTrue();
        assertThat(squareKilometres(Seas.checked(shore.shrunk()))).isEqualTo(32, EXACT);
        assertThat((Object) broken.shrunk().cover().getEnvelopeInternal())
                .isEqualTo(new Envelope(1000, 10_000, 0, 10_000));
    }
}
