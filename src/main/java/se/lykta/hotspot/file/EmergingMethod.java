package se.lykta.hotspot.file;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.lykta.hotspot.cells.CellCounts;
import se.lykta.hotspot.cells.Emergence;
import se.lykta.hotspot.cells.EmergingCells;
import se.lykta.hotspot.cells.Neighbours;
import se.lykta.hotspot.cells.StudyCells;
import se.lykta.hotspot.probability.RateRatio;
import se.lykta.http.QueryParameters;

/**
 * {@code emerging}: which cells have become hot, stayed so or ceased to be. {@code class} is that of {@link Emergence},
 * {@code hot} a 1 or 0 for every period, the oldest first; {@code trend_s, trend_p} are Mann and Kendall's; {@code ratio …}
 * compares the neighbourhood's last period with the one before.
 */
final class EmergingMethod implements Method {

    private static final String MONTHS = "months";

    @Override
    public String name() {
        return "emerging";
    }

    @Override
    public String summary() {
        return "new, persistent, intermittent, fading and solved cells over periods of whole months";
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.of(
                        CellOptions.PARAMETERS,
                        NeighbourOptions.PARAMETERS,
                        List.of(
                                Background.PARAMETER,
                                new Parameter(
                                        MONTHS,
                                        "N",
                                        "3",
                                        "months of a period; the last one ends with the newest report's")))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public boolean comparesTimes() {
        return true;
    }

    @Override
    public Table run(Input input, QueryParameters parameters, DoubleConsumer progress) {
        CellOptions cellOptions = CellOptions.read(parameters);
        NeighbourOptions neighbourOptions = NeighbourOptions.read(parameters);
        Background background = Background.read(parameters);
        int months = parameters.integer(MONTHS, 3, 1, 120);
        parameters.check();
        StudyCells cells = cellOptions.cells(input);
        Periods periods = Periods.of(input.points(), months);
        Neighbours neighbours = neighbourOptions.of(cells);
        EmergingCells emerging =
                EmergingCells.of(periods.counts(cells, input.points()), background.of(cells, input), neighbours);
        CellCounts counts = cells.count(input.points().x(), input.points().y());
        ColumnTable table = cellOptions.table(cells, counts);
        neighbourOptions.tell(table);
        background.tell(table);
        periods.tell(table, input.points());
        addColumns(table, emerging);
        progress.accept(1);
        return table;
    }

    private static void addColumns(ColumnTable table, EmergingCells emerging) {
        table.column("class", cell -> emerging.emergence(cell).name().toLowerCase(Locale.ROOT))
                .column("hot_periods", emerging::hotPeriods)
                .column("hot", cell -> pattern(emerging, cell))
                .column("trend_s", cell -> emerging.trend(cell).s())
                .column("trend_p", cell -> emerging.trend(cell).p())
                .column("recent", cell -> change(emerging, cell).recent())
                .column("before", cell -> change(emerging, cell).before())
                .column(
                        "ratio",
                        cell -> change(emerging, cell).ratio().stream()
                                .boxed()
                                .findFirst()
                                .orElse(null))
                .column("ratio_low", cell -> change(emerging, cell).low())
                .column("ratio_high", cell -> change(emerging, cell).high())
                .column("ratio_p", cell -> change(emerging, cell).p())
                .fact("few_data", emerging.isFewData());
        for (Emergence emergence : Emergence.values()) {
            long cells = IntStream.range(0, emerging.size())
                    .filter(cell -> emerging.emergence(cell) == emergence)
                    .count();
            table.fact(emergence.name().toLowerCase(Locale.ROOT), cells);
        }
    }

    private static String pattern(EmergingCells emerging, int cell) {
        return IntStream.range(0, emerging.periods())
                .mapToObj(period -> emerging.isHot(period, cell) ? "1" : "0")
                .collect(Collectors.joining());
    }

    private static RateRatio change(EmergingCells emerging, int cell) {
        int last = emerging.periods() - 1;
        return RateRatio.of((int) emerging.period(last).observed(cell), (int)
                emerging.period(last - 1).observed(cell));
    }
}
