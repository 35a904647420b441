package se.lykta.hotspot.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.cells.CellCounts;
import se.lykta.hotspot.cells.StudyCells;
import se.lykta.hotspot.surface.Band;
import se.lykta.hotspot.surface.Contours;
import se.lykta.hotspot.surface.DensityRatio;
import se.lykta.hotspot.surface.EdgeCorrection;
import se.lykta.hotspot.surface.HighestDensity;
import se.lykta.hotspot.surface.Kernel;
import se.lykta.hotspot.surface.KernelDensity;
import se.lykta.hotspot.surface.Sites;
import se.lykta.hotspot.surface.Spots;
import se.lykta.http.QueryParameters;

/**
 * {@code kde}: kernel density at the centres of the cells, for each kernel asked for. {@code quartic_raw_h…} is the sum of
 * (1 − (d/h)²)², {@code quartic_per_km2_h…} and {@code gauss_per_km2_sigma…} reports per km², {@code …_edge_…} the same
 * corrected at the border, {@code ratio_…} reports by the weight of the background. With levels it is the bands between.
 */
final class KdeMethod implements Method {

    private static final String EDGE = "edge";

    private enum Edge {
        NONE,
        PLACES,
        REPORTS
    }

    @Override
    public String name() {
        return "kde";
    }

    @Override
    public String summary() {
        return "kernel density at the centres of cells, points per km²; as a raster with --out FILE.tif";
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.of(
                        CellOptions.PARAMETERS,
                        KernelOptions.PARAMETERS,
                        List.of(
                                new Parameter(
                                        Background.PARAMETER.name(),
                                        "FILE.csv",
                                        "",
                                        "adds the ratio to these, such as addresses with a column weight of residents"),
                                new Parameter(
                                        EDGE,
                                        "NAME",
                                        "none",
                                        "correct at the border: none, places (Diggle) or reports (keeps their number)"),
                                Levels.PARAMETER))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Table run(Input input, QueryParameters parameters, DoubleConsumer progress) {
        CellOptions cellOptions = CellOptions.read(parameters);
        KernelOptions kernelOptions = KernelOptions.read(parameters);
        Background background = Background.read(parameters);
        Edge edge = parameters
                .find(EDGE, text -> Edge.valueOf(text.toUpperCase(Locale.ROOT)), "none, places or reports")
                .orElse(Edge.NONE);
        Levels levels = Levels.read(parameters);
        parameters.check();
        StudyCells cells = cellOptions.cells(input);
        CellCounts counts = cells.count(input.points().x(), input.points().y());
        ColumnTable table = cellOptions.table(cells, counts);
        Spots spots = kernelOptions.spots(input.points());
        var densities = new Densities(input, Sites.of(cells), spots, background.spots(input), edge);
        for (int i = 0; i < kernelOptions.kernels().size(); i++) {
            densities.add(kernelOptions.kernels().get(i), table);
            progress.accept((i + 1.0) / kernelOptions.kernels().size());
        }
        table.fact("positions", spots.size()).fact("mass", spots.mass()).fact(EDGE, name(edge));
        background.name().ifPresent(name -> background.tell(table));
        kernelOptions.tell(table, cellOptions.shape().sizeMetres());
        double[] first = densities.first.orElseThrow();
        table.surface(cells, first);
        return levels.isEmpty() ? table : bands(table, input.crs(), levels, first);
    }

    private static String name(Edge edge) {
        return edge.name().toLowerCase(Locale.ROOT);
    }

    private static Table bands(ColumnTable cells, MetricCrs crs, Levels levels, double[] surface) {
        try {
            double[] ascending = levels.of(surface);
            var contours = new Contours(cells.raster(crs).orElseThrow(KdeMethod::notSquare));
            List<Band> bands = ascending.length == 0 ? List.of() : contours.bands(ascending);
            var table = new ColumnTable(bands.size(), row -> bands.get(row).area())
                    .column("from", row -> bands.get(row).from())
                    .column("to", row -> bands.get(row).to())
                    .column(
                            "share",
                            row -> HighestDensity.share(surface, bands.get(row).from()))
                    .column("km2", row -> bands.get(row).area().getArea() / 1e6);
            cells.facts().forEach(table::fact);
            return table;
        } catch (IllegalArgumentException e) {
            throw CellOptions.invalid(Levels.PARAMETER.name(), e);
        }
    }

    private static IllegalArgumentException notSquare() {
        return new IllegalArgumentException("bands are drawn on square cells only, these are hexagons");
    }

    /** Adds columns kernel by kernel. */
    private static final class Densities {

        private final Input input;
        private final Sites sites;
        private final Spots spots;
        private final Optional<Spots> background;
        private final Edge edge;
        private Optional<double[]> first = Optional.empty();

        Densities(Input input, Sites sites, Spots spots, Optional<Spots> background, Edge edge) {
            this.input = input;
            this.sites = sites;
            this.spots = spots;
            this.background = background;
            this.edge = edge;
        }

        void add(Kernel kernel, ColumnTable table) {
            boolean quartic = kernel.shape() == Kernel.Shape.QUARTIC;
            String suffix = KernelOptions.suffix(kernel);
            double[] perKm2 = new KernelDensity(kernel).perKm2(spots, sites);
            if (quartic) {
                double peak = kernel.peakPerKm2();
                table.column("quartic_raw_" + suffix, cell -> perKm2[cell] / peak);
            }
            String name = quartic ? "quartic_per_km2_" : "gauss_per_km2_";
            table.column(name + suffix, cell -> perKm2[cell]);
            double[] best = perKm2;
            if (edge != Edge.NONE) {
                double[] corrected = corrected(kernel);
                best = corrected;
                table.column(name + "edge_" + suffix, cell -> finite(corrected[cell]));
            }
            if (background.isPresent()) {
                double[] ratio = DensityRatio.at(spots, background.get(), kernel, sites);
                best = ratio;
                table.column("ratio_" + suffix, cell -> finite(ratio[cell]));
            }
            first = first.isPresent() ? first : Optional.of(best);
        }

        private double[] corrected(Kernel kernel) {
            var correction = new EdgeCorrection(kernel, input.studyArea());
            return edge == Edge.PLACES ? correction.atPlaces(spots, sites) : correction.atReports(spots, sites);
        }

        private static @Nullable Double finite(double value) {
            return Double.isNaN(value) ? null : value;
        }
    }
}
