package se.lykta.hotspot.file;

import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import se.lykta.hotspot.cells.CellCounts;
import se.lykta.hotspot.cells.Concentration;
import se.lykta.hotspot.cells.StudyCells;
import se.lykta.http.QueryParameters;

/**
 * {@code concentration}: how few cells carry how much. Each cell with its {@code rank} (the fullest is 1, ties by index)
 * and the share of the reports that it and all fuller ones {@code carry}.
 */
final class ConcentrationMethod implements Method {

    private static final int[] PERCENTS = {25, 50, 80};

    @Override
    public String name() {
        return "concentration";
    }

    @Override
    public String summary() {
        return "which few cells carry most of the points, with Lorenz curve and Gini coefficients";
    }

    @Override
    public List<Parameter> parameters() {
        return CellOptions.PARAMETERS;
    }

    @Override
    public Table run(Input input, QueryParameters parameters, DoubleConsumer progress) {
        CellOptions options = CellOptions.read(parameters);
        parameters.check();
        StudyCells cells = options.cells(input);
        CellCounts counts = cells.count(input.points().x(), input.points().y());
        var concentration = new Concentration(counts.toArray());
        int[] ranks = ranks(counts, cells.size());
        ColumnTable table = options.table(cells, counts)
                .column("rank", cell -> ranks[cell])
                .column("carry", cell -> concentration.carriedBy(ranks[cell]))
                .fact("used_cells", concentration.usedCells())
                .fact("gini", concentration.gini())
                .fact("generalised_gini", concentration.generalisedGini());
        for (int percent : PERCENTS) {
            int carrying = concentration.cellsCarrying(percent / 100.0);
            table.fact("cells_carrying_%d_percent".formatted(percent), carrying)
                    .fact("share_of_cells_carrying_%d_percent".formatted(percent), share(carrying, cells.size()))
                    .fact(
                            "share_of_used_cells_carrying_%d_percent".formatted(percent),
                            share(carrying, concentration.usedCells()));
        }
        progress.accept(1);
        return table;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static int[] ranks(CellCounts counts, int cells) {
        int[] order = IntStream.range(0, cells)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(counts::of).reversed().thenComparing(cell -> cell))
                .mapToInt(cell -> cell)
                .toArray();
        int[] ranks = new int[cells];
        for (int rank = 1; rank <= cells; rank++) {
            ranks[order[rank - 1]] = rank;
        }
        return ranks;
    }
}
