package se.lykta.hotspot.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.lykta.hotspot.surface.Kernel;
import se.lykta.hotspot.surface.Spots;
import se.lykta.http.QueryParameters;

/**
 * The parameters {@code radius}, {@code sigma}, {@code weight} and {@code half-life}: how reports are spread and what each
 * counts.
 *
 * @param kernels at least one
 * @param weightColumn what a point counts by itself; else 1
 * @param halfLifeDays a point so many days older than the newest one counts half
 */
record KernelOptions(List<Kernel> kernels, Optional<String> weightColumn, Optional<Double> halfLifeDays) {

    static final List<Parameter> PARAMETERS = List.of(
            new Parameter("radius", "METRES,…", "500", "radius of the quartic kernel, or several of them"),
            new Parameter("sigma", "METRES,…", "", "standard deviation of a Gaussian kernel, or several of them"),
            new Parameter("weight", "COLUMN", "", "how much each point counts, such as its severity; else 1"),
            new Parameter("half-life", "DAYS", "", "a point so much older than the newest one counts half"));

    private static final double DEFAULT_RADIUS = 500;
    private static final double MOST_METRES = 1e6;

    static KernelOptions read(QueryParameters parameters) {
        List<Double> radii = NumberList.read(parameters, "radius", 1e-3, MOST_METRES);
        List<Double> sigmas = NumberList.read(parameters, "sigma", 1e-3, MOST_METRES);
        List<Kernel> kernels = new ArrayList<>();
        Stream<Double> quartics = radii.isEmpty() && sigmas.isEmpty() ? Stream.of(DEFAULT_RADIUS) : radii.stream();
        quartics.distinct().map(Kernel::quartic).forEach(kernels::add);
        sigmas.stream().distinct().map(Kernel::gaussian).forEach(kernels::add);
        double halfLife = parameters.number("half-life", 0, 1e-3, 1e6);
        return new KernelOptions(
                kernels, parameters.find("weight"), halfLife > 0 ? Optional.of(halfLife) : Optional.empty());
    }

    /**
     * The points with their weights.
     *
     * @throws se.lykta.http.ApiException {@code column-missing}, {@code column-invalid}, {@code time-missing}
     */
    Spots spots(Points points) {
        double[] weights = weightColumn.map(column -> points.numbers(column)[0]).orElseGet(() -> {
            double[] ones = new double[points.size()];
            Arrays.fill(ones, 1);
            return ones;
        });
        if (halfLifeDays.isPresent()) {
            int[] days = PointDays.of(points);
            int newest = Arrays.stream(days).max().orElse(0);
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= StrictMath.pow(0.5, (newest - days[i]) / halfLifeDays.get());
            }
        }
        return Spots.of(points.x(), points.y(), weights);
    }

    void tell(ColumnTable table, double cellMetres) {
        weightColumn.ifPresent(column -> table.fact("weight", column));
        halfLifeDays.ifPresent(days -> table.fact("half-life", days));
        List<String> narrow = kernels.stream()
                .filter(kernel -> kernel.isNarrowFor(cellMetres))
                .map(Kernel::toString)
                .toList();
        if (!narrow.isEmpty()) {
            table.fact("warning", "less than two cells wide: " + String.join("; ", narrow));
        }
    }

    /** What a kernel is called in the names of columns: h500, sigma250. */
    static String suffix(Kernel kernel) {
        return (kernel.shape() == Kernel.Shape.QUARTIC ? "h" : "sigma") + NumberList.plain(kernel.metres());
    }
}
