package se.lykta.hotspot.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

final class StudyCellsTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    static Stream<CellShape> shapes() {
        return Stream.of(
                new SquareCells(100),
                new HexagonCells(100),
                new SquareCells(57.3),
                new HexagonCells(61),
                new SquareCells(900),
                new HexagonCells(5000));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void areThoseThatJtsFindsOneByOne(CellShape shape) {
        for (long seed = 1; seed <= 6; seed++) {
            Geometry area = Areas.jagged(new SplittableRandom(seed), 500_000 - seed * 77.7, 6_500_000 + seed * 13.3);

            StudyCells cells = StudyCells.of(shape, area);

            List<String> expected = new ArrayList<>();
            double reach = 4500 / shape.pitch() + 2;
            long middle =
                    shape.cellAt(area.getCentroid().getX(), area.getCentroid().getY());
            for (int i = CellShape.i(middle) - (int) (2 * reach); i < CellShape.i(middle) + 2 * reach; i++) {
                for (int j = CellShape.j(middle) - (int) reach; j < CellShape.j(middle) + reach; j++) {
                    Geometry cell = StudyCells.polygon(shape, i, j);
                    if (cell.getEnvelopeInternal().intersects(area.getEnvelopeInternal()) && area.intersects(cell)) {
                        double inside = area.intersection(cell).getArea();
                        expected.add(i + "," + j);
                        assertThat(cells.indexOf(i, j))
                                .as("seed %d %s: %d, %d", seed, shape, i, j)
                                .isNotNegative();
                        assertThat(cells.areaInside(cells.indexOf(i, j)))
                                .as("seed %d %s: %d, %d", seed, shape, i, j)
                                .isCloseTo(inside, within(1e-4));
                    }
                }
            }
            assertThat(IntStream.range(0, cells.size()).mapToObj(cell -> cells.i(cell) + "," + cells.j(cell)))
                    .as("seed %d %s", seed, shape)
                    .containsExactlyElementsOf(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyPointOfTheAreaIsInExactlyOneOfThem(CellShape shape) {
        var random = new SplittableRandom(17);
        Geometry area = Areas.jagged(random, -300, 40);
        StudyCells cells = StudyCells.of(shape, area);
        for (int run = 0; run < 3000; run++) {
            double x = -1500 + 4500 * random.nextDouble();
            double y = -1500 + 3000 * random.nextDouble();
            int cell = cells.cellAt(x, y);
            if (area.contains(FACTORY.createPoint(new Coordinate(x, y)))) {
                assertThat(cell).isNotNegative();
            }
            if (cell >= 0) {
                assertThat(cells.polygon(cell).buffer(1e-6).contains(FACTORY.createPoint(new Coordinate(x, y))))
                        .isTrue();
            }
        }
        double total =
                IntStream.range(0, cells.size()).mapToDouble(cells::areaInside).sum();
        assertThat(total).isCloseTo(area.getArea(), within(1e-3));
    }

    @Test
    void aHexagonHoldsWhatIsNearestToItsCentre() {
        var shape = new HexagonCells(40);
        var random = new SplittableRandom(3);
        for (int run = 0; run < 5000; run++) {
            double x = 2000 * random.nextDouble() - 1000;
            double y = 2000 * random.nextDouble() - 1000;
            long found = shape.cellAt(x, y);
            double distance = Math.hypot(
                    x - shape.centreX(CellShape.i(found), CellShape.j(found)), y - shape.centreY(CellShape.j(found)));
            for (int i = CellShape.i(found) - 2; i <= CellShape.i(found) + 2; i++) {
                for (int j = CellShape.j(found) - 2; j <= CellShape.j(found) + 2; j++) {
                    assertThat(Math.hypot(x - shape.centreX(i, j), y - shape.centreY(j)))
                            .isGreaterThanOrEqualTo(distance - 1e-9);
                }
            }
        }
    }

    @Test
    void cellsAreHalfOpenAndSoIsTheBorderOfTheMap() {
        StudyCells cells = StudyCells.of(new SquareCells(500), Areas.box(0, -1000, 1000, 0));

        assertThat(IntStream.range(0, cells.size()).mapToObj(cell -> cells.i(cell) + "," + cells.j(cell)))
                .containsExactly("0,-2", "0,-1", "0,0", "1,-2", "1,-1", "1,0", "2,-2", "2,-1", "2,0");
        assertThat(cells.areaInside(cells.indexOf(1, -1))).isEqualTo(250_000);
        assertThat(cells.areaInside(cells.indexOf(2, 0))).isZero();
        assertThat(cells.cellAt(500, -500)).isEqualTo(cells.indexOf(1, -1));
        assertThat(cells.cellAt(499.999, -500.001)).isEqualTo(cells.indexOf(0, -2));
        assertThat(cells.cellAt(-1e-9, -1)).isNegative();
    }

    /** Trap 3. */
    @Test
    void strayPointsAreOutsideAndChangeNoCell() {
        StudyCells cells = StudyCells.of(new SquareCells(100), Areas.box(500_000, 6_500_000, 501_000, 6_501_000));
        double[] x = {500_050, 500_050, 1_500_050, -8e6, 1e300, -1e300, 500_050};
        double[] y = {6_500_050, 6_500_050, 6_500_050, 6_500_050, 0, 1e300, -6_500_050};

        CellCounts counts = cells.count(x, y);

        assertThat(counts.outside()).isEqualTo(5);
        assertThat(counts.inside()).isEqualTo(2);
        assertThat(counts.of(cells.cellAt(500_050, 6_500_050))).isEqualTo(2);
        assertThat(counts.toArray()).hasSize(121);
    }

    @Test
    void tooManyCellsAreRefusedAtOnceAndTheLimitIsSaid() {
        Geometry sweden = Areas.box(260_000, 6_120_000, 920_000, 7_680_000);
        Geometry frame = sweden.difference(sweden.buffer(-1e-3));

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (CellShape shape : List.of(new SquareCells(100), new HexagonCells(1), new SquareCells(1e-6))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> StudyCells.of(shape, sweden))
                        .withMessageContaining("1000000 cells");
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StudyCells.of(new SquareCells(1), frame))
                    .withMessageContaining("1000000 cells");
        });
    }

    @Test
    void whatIsNoAreaIsRefused() {
        Geometry line = Areas.box(0, 0, 5, 5).getBoundary();
        Geometry bow = FACTORY.createPolygon(new Coordinate[] {
            new Coordinate(0, 0), new Coordinate(5, 5), new Coordinate(5, 0), new Coordinate(0, 5), new Coordinate(0, 0)
        });
        for (Geometry area : List.of(line, bow, FACTORY.createPolygon())) {
            assertThatIllegalArgumentException().isThrownBy(() -> StudyCells.of(new SquareCells(1), area));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new SquareCells(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new HexagonCells(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Areas.squares(2, 2).count(new double[] {1, Double.NaN}, new double[] {1, 1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Areas.squares(2, 2).count(new double[1], new double[2]));
    }

    @Test
    void movingEverythingByWholeCellsMovesTheIndexesOnly() {
        Geometry area = Areas.box(-130, -220, 390, 170);
        Geometry moved = Areas.box(-130 + 7000, -220 - 3000, 390 + 7000, 170 - 3000);

        StudyCells here = StudyCells.of(new SquareCells(100), area);
        StudyCells there = StudyCells.of(new SquareCells(100), moved);

        assertThat(there.size()).isEqualTo(here.size());
        for (int cell = 0; cell < here.size(); cell++) {
            assertThat(there.i(cell)).isEqualTo(here.i(cell) + 70);
            assertThat(there.j(cell)).isEqualTo(here.j(cell) - 30);
            assertThat(there.areaInside(cell)).isCloseTo(here.areaInside(cell), within(1e-6));
        }
    }
}
