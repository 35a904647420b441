package se.lykta.hotspot.file;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lykta.hotspot.cells.CellCounts;
import se.lykta.hotspot.cells.ExactTest;
import se.lykta.hotspot.cells.GetisOrd;
import se.lykta.hotspot.cells.HotCells;
import se.lykta.hotspot.cells.LocalMoran;
import se.lykta.hotspot.cells.Neighbours;
import se.lykta.hotspot.cells.PermutationTest;
import se.lykta.hotspot.cells.Scores;
import se.lykta.hotspot.cells.StudyCells;
import se.lykta.hotspot.probability.Correction;
import se.lykta.http.QueryParameters;

/**
 * {@code gi}: which cells are hot. {@code gi_star … pIi, quadr} are what spdep computes, {@code p_exact, p_exact_fdr} what
 * to trust where counts are small, {@code class} what follows from them. A value is empty where nothing can be tested.
 */
final class GiMethod implements Method {

    private static final String PERMUTATIONS = "permutations";
    private static final String SEED = "seed";

    @Override
    public String name() {
        return "gi";
    }

    @Override
    public String summary() {
        return "hot cells of the study area: Getis-Ord Gi*, local Moran, exact p, all corrected for many tests";
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.of(
                        CellOptions.PARAMETERS,
                        NeighbourOptions.PARAMETERS,
                        List.of(
                                Background.PARAMETER,
                                new Parameter(PERMUTATIONS, "N", "0", "also p by so many permutations, such as 999"),
                                new Parameter(SEED, "N", "1", "seed of the permutations")))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Table run(Input input, QueryParameters parameters, DoubleConsumer progress) {
        CellOptions cellOptions = CellOptions.read(parameters);
        NeighbourOptions neighbourOptions = NeighbourOptions.read(parameters);
        Background background = Background.read(parameters);
        int runs = parameters.integer(PERMUTATIONS, 0, 0, 1_000_000);
        int seed = parameters.integer(SEED, 1, 0, Integer.MAX_VALUE);
        parameters.check();
        StudyCells cells = cellOptions.cells(input);
        CellCounts counts = cells.count(input.points().x(), input.points().y());
        Neighbours neighbours = neighbourOptions.of(cells);
        ColumnTable table = cellOptions.table(cells, counts);
        neighbourOptions.tell(table);
        background.tell(table);
        addStatistics(table, counts.values(), neighbours);
        addExact(table, ExactTest.of(counts.toArray(), background.of(cells, input), neighbours));
        if (runs > 0) {
            HotCells permuted = PermutationTest.of(counts.values(), neighbours, runs, seed, progress);
            table.column("p_perm", permuted::p)
                    .column("p_perm_fdr", permuted::adjusted)
                    .fact(PERMUTATIONS, runs)
                    .fact(SEED, seed);
        }
        progress.accept(1);
        return table;
    }

    private static void addStatistics(ColumnTable table, double[] values, Neighbours neighbours) {
        Scores star = GetisOrd.star(values, neighbours);
        Scores others = GetisOrd.withoutSelf(values, neighbours);
        table.column("nnb", neighbours::count)
                .column("gi_star", cell -> tested(star, cell, star::z))
                .column("gi", cell -> tested(others, cell, others::z))
                .column("p", cell -> tested(star, cell, star::p));
        addCorrection(table, "p_fdr_bh", star, Correction.BENJAMINI_HOCHBERG);
        addCorrection(table, "p_fdr_by", star, Correction.BENJAMINI_YEKUTIELI);
        addCorrection(table, "p_bonf", star, Correction.BONFERRONI);
        var moran = new LocalMoran(values, neighbours);
        table.column("Ii", moran::statistic)
                .column("EIi", moran::expected)
                .column("VIi", moran::variance)
                .column("ZIi", cell -> tested(moran.scores(), cell, moran.scores()::z))
                .column("pIi", cell -> tested(moran.scores(), cell, moran.scores()::p))
                .column("quadr", cell -> moran.quadrant(cell).label());
    }

    private static void addCorrection(ColumnTable table, String name, Scores scores, Correction correction) {
        double[] adjusted = scores.adjusted(correction);
        table.column(name, cell -> tested(scores, cell, at -> adjusted[at]));
    }

    private static @Nullable Double tested(Scores scores, int cell, IntToDoubleFunction value) {
        return scores.isTested(cell) ? value.applyAsDouble(cell) : null;
    }

    private static void addExact(ColumnTable table, HotCells exact) {
        table.column("observed", exact::observed)
                .column("expected", exact::expected)
                .column("p_exact", cell -> tested(exact, cell, exact::p))
                .column("p_exact_fdr", cell -> tested(exact, cell, exact::adjusted))
                .column("p_cold", cell -> tested(exact, cell, exact::coldP))
                .column("p_cold_fdr", cell -> tested(exact, cell, exact::coldAdjusted))
                .column("class", cell -> exact.kind(cell).name().toLowerCase(Locale.ROOT))
                .fact("hot", exact.count(HotCells.Kind.HOT))
                .fact("cold", exact.count(HotCells.Kind.COLD))
                .fact("few_data", exact.isFewData());
    }

    private static @Nullable Double tested(HotCells exact, int cell, IntToDoubleFunction value) {
        return exact.isTested(cell) ? value.applyAsDouble(cell) : null;
    }
}
