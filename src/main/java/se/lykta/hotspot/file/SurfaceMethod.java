package se.lykta.hotspot.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import se.lykta.hotspot.cells.CellCounts;
import se.lykta.hotspot.cells.StudyCells;
import se.lykta.hotspot.surface.History;
import se.lykta.hotspot.surface.SurfaceChoice;
import se.lykta.hotspot.surface.SurfaceChooser;
import se.lykta.http.QueryParameters;

/**
 * {@code surface}: the default surface, {@code per_km2} in each cell, chosen by what would have been foretold best; which
 * one, why, and what else was tried is told as a whole.
 */
final class SurfaceMethod implements Method {

    private static final String BEFORE = "before";

    @Override
    public String name() {
        return "surface";
    }

    @Override
    public String summary() {
        return "the default density surface, chosen by looking back in time; as a raster with --out FILE.tif";
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(
                        CellOptions.PARAMETERS.stream(),
                        Stream.of(new Parameter(
                                BEFORE, "DATE", "", "only points before this day are known; else all are")))
                .toList();
    }

    @Override
    public boolean comparesTimes() {
        return true;
    }

    @Override
    public Table run(Input input, QueryParameters parameters, DoubleConsumer progress) {
        CellOptions options = CellOptions.read(parameters);
        Optional<LocalDate> before = parameters.find(BEFORE, LocalDate::parse, "a date, 2025-09-30");
        parameters.check();
        StudyCells cells = options.cells(input);
        long[] times = PointDays.seconds(input.points());
        long end = before.map(PointDays::start).orElseGet(() -> PointDays.endOf(times));
        History history = History.in(cells, input.points().x(), input.points().y(), times);
        SurfaceChoice choice = new SurfaceChooser(cells).choose(history, end, progress);
        CellCounts counts = cells.count(input.points().x(), input.points().y());
        double[] perKm2 = choice.perKm2();
        ColumnTable table = options.table(cells, counts)
                .column("per_km2", cell -> perKm2[cell])
                .surface(cells, perKm2);
        before.ifPresent(day -> table.fact(BEFORE, day.toString()));
        SurfaceFacts.tell(choice, table::fact);
        return table;
    }
}
