package se.lykta.hotspot.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.lykta.hotspot.probability.Correction;

/** The robberies of Memphis in squares of 500 m against spdep and esda. */
@Tag("reference")
final class CellsReferenceTest {

    private static final Offset<Double> G3_Z = within(1e-9);
    private static final Offset<Double> G3_P = within(1e-12);

    private static List<Map<String, String>> expected;
    private static StudyCells cells;
    private static CellCounts counts;
    private static Neighbours queen;

    @BeforeAll
    static void read() throws IOException {
        expected = MemphisCells.expected();
        cells = StudyCells.of(new SquareCells(500), MemphisCells.area());
        double[][] points = MemphisCells.points();
        counts = cells.count(points[0], points[1]);
        queen = Neighbours.touching(cells, Contiguity.QUEEN, 1);
    }

    @Test
    void theCellsAreExactlyTheSame() {
        assertThat(IntStream.range(0, cells.size()).mapToObj(cell -> cells.i(cell) + "," + cells.j(cell)))
                .containsExactlyElementsOf(expected.stream()
                        .map(row -> row.get("i") + "," + row.get("j"))
                        .toList());
        assertEquals("cx", cells::centreX, within(0.0));
        assertEquals("cy", cells::centreY, within(0.0));
        assertEquals("area_in", cells::areaInside, within(1e-3));
        assertEquals("n", counts::of, within(0.0));
        assertEquals("nnb", queen::count, within(0.0));
        assertThat(counts.outside()).isZero();
    }

    @Test
    void giStarAndItsProbabilitiesAreThoseOfSpdepAndEsda() {
        Scores star = GetisOrd.star(counts.values(), queen);

        assertEquals("gi_star", star::z, G3_Z);
        assertEquals("esda_z", star::z, G3_Z);
        assertEquals("gi", GetisOrd.withoutSelf(counts.values(), queen)::z, G3_Z);
        assertEquals("p", star::p, G3_P);
        assertEquals("p_fdr_bh", star.adjusted(Correction.BENJAMINI_HOCHBERG), G3_P);
        assertEquals("p_fdr_by", star.adjusted(Correction.BENJAMINI_YEKUTIELI), G3_P);
        assertEquals("p_bonf", star.adjusted(Correction.BONFERRONI), G3_P);
    }

    @Test
    void localMoranIsThatOfSpdep() {
        var moran = new LocalMoran(counts.values(), queen);

        assertEquals("Ii", moran::statistic, G3_Z);
        assertEquals("EIi", moran::expected, G3_Z);
        assertEquals("VIi", moran::variance, G3_Z);
        assertEquals("ZIi", moran.scores()::z, G3_Z);
        assertEquals("pIi", moran.scores()::p, G3_P);
        for (int cell = 0; cell < cells.size(); cell++) {
            assertThat(moran.quadrant(cell).label())
                    .isEqualTo(expected.get(cell).get("quadr"));
        }
    }

    /** esda drew its own 999 permutations: where it is not tied, ours may differ by what chance allows. */
    @Test
    void permutationsAgreeWithEsdaWithinTheirOwnError() {
        HotCells tested = PermutationTest.of(counts.values(), queen, 999, 1, share -> {});

        double[] esda = MemphisCells.numbers(expected, "esda_p_sim999");
        int far = 0;
        int compared = 0;
        for (int cell = 0; cell < cells.size(); cell++) {
            if (tested.observed(cell) - counts.of(cell) > 0 && tested.p(cell) < 0.5) {
                double error = Math.sqrt(2 * tested.p(cell) * (1 - tested.p(cell)) / 999);
                compared++;
                far += Math.abs(tested.p(cell) - esda[cell]) > 3 * error + 0.001 ? 1 : 0;
            }
        }
        assertThat(compared).isGreaterThan(500);
        assertThat(far).isLessThan(compared / 100);
    }

    private static void assertEquals(String column, double[] ours, Offset<Double> tolerance) {
        assertEquals(column, cell -> ours[cell], tolerance);
    }

    private static void assertEquals(String column, IntToDoubleFunction ours, Offset<Double> tolerance) {
        assertThat(expected).hasSize(cells.size()).hasSize(3413);
        double[] theirs = MemphisCells.numbers(expected, column);
        for (int cell = 0; cell < theirs.length; cell++) {
            assertThat(ours.applyAsDouble(cell)).as(column + " of cell " + cell).isCloseTo(theirs[cell], tolerance);
        }
    }
}
