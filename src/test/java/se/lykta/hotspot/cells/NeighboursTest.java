package se.lykta.hotspot.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

final class NeighboursTest {

    private static final Geometry AREA = Areas.jagged(new SplittableRandom(8), 400_123, 6_700_321);

    @Test
    void queenAndRookAreTheCellsThatShareACornerOrAnEdge() {
        StudyCells cells = StudyCells.of(new SquareCells(113), AREA);

        assertEqualsPairs(Neighbours.touching(cells, Contiguity.QUEEN, 1), (a, b) -> chessKing(cells, a, b) == 1);
        assertEqualsPairs(Neighbours.touching(cells, Contiguity.QUEEN, 3), (a, b) -> chessKing(cells, a, b) <= 3);
        assertEqualsPairs(Neighbours.touching(cells, Contiguity.ROOK, 1), (a, b) -> blocks(cells, a, b) == 1);
        assertEqualsPairs(Neighbours.touching(cells, Contiguity.ROOK, 2), (a, b) -> blocks(cells, a, b) <= 2);
    }

    private static int chessKing(StudyCells cells, int a, int b) {
        return Math.max(Math.abs(cells.i(a) - cells.i(b)), Math.abs(cells.j(a) - cells.j(b)));
    }

    private static int blocks(StudyCells cells, int a, int b) {
        return Math.abs(cells.i(a) - cells.i(b)) + Math.abs(cells.j(a) - cells.j(b));
    }

    /** The ring k of hexagons holds those whose centres are at most k sizes away, but for none beyond the corners. */
    @Test
    void hexagonsHaveSixNeighboursAndEighteenInTwoRings() {
        StudyCells cells = StudyCells.of(new HexagonCells(113), AREA);

        assertEqualsPairs(Neighbours.touching(cells, Contiguity.ROOK, 1), (a, b) -> distance(cells, a, b) < 113 * 1.01);
        assertEqualsPairs(
                Neighbours.touching(cells, Contiguity.QUEEN, 2), (a, b) -> distance(cells, a, b) < 226 * 1.01);
        Neighbours two = Neighbours.touching(cells, Contiguity.QUEEN, 2);
        assertThat(IntStream.range(0, two.size()).map(two::count).max()).hasValue(18);
    }

    @Test
    void aBandHoldsTheCentresUpToItsDistance() {
        for (CellShape shape : new CellShape[] {new SquareCells(113), new HexagonCells(113)}) {
            StudyCells cells = StudyCells.of(shape, AREA);
            for (double metres : new double[] {50, 113, 226, 339, 400, 1e6}) {
                assertEqualsPairs(
                        Neighbours.band(cells, metres), (a, b) -> distance(cells, a, b) <= metres * (1 + 1e-7));
            }
        }
    }

    private static double distance(StudyCells cells, int a, int b) {
        return Math.hypot(cells.centreX(a) - cells.centreX(b), cells.centreY(a) - cells.centreY(b));
    }

    private static void assertEqualsPairs(Neighbours neighbours, BiPredicate<Integer, Integer> areNeighbours) {
        for (int cell = 0; cell < neighbours.size(); cell++) {
            int a = cell;
            int[] expected = IntStream.range(0, neighbours.size())
                    .filter(b -> b != a && areNeighbours.test(a, b))
                    .toArray();

            assertThat(IntStream.range(0, neighbours.count(cell))
                            .map(k -> neighbours.get(a, k))
                            .toArray())
                    .as("cell " + cell)
                    .containsExactly(expected);
        }
    }

    /** Trap 7: 0.1 has no exact double, so centres of neighbours far from the origin are not all equally far. */
    @Test
    void roundingOfCoordinatesLosesNoNeighbour() {
        StudyCells cells =
                StudyCells.of(new SquareCells(0.1), Areas.box(499_999.77, 6_499_999.77, 500_000.33, 6_500_000.33));
        int middle = cells.cellAt(500_000.05, 6_500_000.05);

        assertThat(Neighbours.touching(cells, Contiguity.QUEEN, 1).count(middle))
                .isEqualTo(8);
        assertThat(Neighbours.band(cells, 0.1).count(middle)).isEqualTo(4);
        assertThat(Neighbours.band(cells, 0.1 * Math.sqrt(2)).count(middle)).isEqualTo(8);
        assertThat(Neighbours.band(cells, 0.2).count(middle)).isEqualTo(12);
    }

    @Test
    void sumsLeaveTheCellItselfOut() {
        StudyCells cells = Areas.squares(3, 3);
        Neighbours queen = Neighbours.touching(cells, Contiguity.QUEEN, 1);
        int[] counts = {1, 2, 4, 8, 16, 32, 64, 128, 256};

        assertThat(queen.sum(counts, cells.indexOf(1, 1))).isEqualTo(511 - 16);
        assertThat(queen.sum(counts, cells.indexOf(0, 0))).isEqualTo(2 + 8 + 16);
        assertThat(queen.sum(IntStream.of(counts).asDoubleStream().toArray(), cells.indexOf(2, 0)))
                .isEqualTo(8 + 16 + 128);
    }

    @Test
    void tooManyPairsAndNoDistanceAreRefused() {
        StudyCells many = StudyCells.of(new SquareCells(1), Areas.box(0, 0, 400, 400));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Neighbours.band(many, 1000))
                .withMessageContaining("pairs");
        assertThatIllegalArgumentException().isThrownBy(() -> Neighbours.band(many, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Neighbours.band(many, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> Neighbours.touching(many, Contiguity.ROOK, 0));
    }
}
