package se.lykta.hotspot.file;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.lykta.hotspot.cells.StudyCells;
import se.lykta.hotspot.surface.Spots;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.http.QueryParameters;

/**
 * The parameter {@code background}: what reports are expected in proportion to.
 *
 * @param name of some {@link Backgrounds}; without one the area inside each cell is what counts
 */
record Background(Optional<String> name) {

    static final Parameter PARAMETER = new Parameter(
            "background",
            "FILE.csv",
            Backgrounds.AREA,
            "points that reports are expected in proportion to, such as addresses with a column weight of residents;"
                    + " of the database: area or streets, its default where there is a map");

    private static final String WEIGHT = "weight";

    static Background read(QueryParameters parameters) {
        return new Background(parameters.find(PARAMETER.name()).filter(name -> !name.equals(Backgrounds.AREA)));
    }

    /**
     * The background of each cell.
     *
     * @throws ApiException {@code background-invalid}, or what {@link PointsFile} finds wrong
     */
    double[] of(StudyCells cells, Input input) {
        if (name.isEmpty()) {
            return cells.areasInside();
        }
        Points points = input.backgrounds().points(name.get(), input.crs());
        double[] weights = weights(points);
        double[] sums = new double[cells.size()];
        for (int point : byPosition(points, weights)) {
            int cell = cells.cellAt(points.x()[point], points.y()[point]);
            if (cell >= 0) {
                sums[cell] += weights[point];
            }
        }
        if (Arrays.stream(sums).sum() == 0) {
            throw refused("no point of %s with a weight lies in the study area".formatted(name.get()));
        }
        return sums;
    }

    /**
     * Its points, if it is not the area.
     *
     * @throws ApiException {@code background-invalid}, or what {@link PointsFile} finds wrong
     */
    Optional<Spots> spots(Input input) {
        return name.map(known -> {
            Points points = input.backgrounds().points(known, input.crs());
            Spots spots = Spots.of(points.x(), points.y(), weights(points));
            if (spots.mass() == 0) {
                throw refused("no point of %s has a weight".formatted(known));
            }
            return spots;
        });
    }

    /** The points in an order that does not depend on that of the file, so that sums do not either. */
    private static int[] byPosition(Points points, double[] weights) {
        return IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(point -> points.x()[point])
                        .thenComparingDouble(point -> points.y()[point])
                        .thenComparingDouble(point -> weights[point]))
                .mapToInt(point -> point)
                .toArray();
    }

    private static double[] weights(Points points) {
        if (points.hasColumn(WEIGHT)) {
            return points.numbers(WEIGHT)[0];
        }
        double[] ones = new double[points.size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    static ApiException refused(String message) {
        return ApiException.invalid("background-invalid", List.of(new Fault(PARAMETER.name(), message)));
    }

    void tell(ColumnTable table) {
        table.fact("background", name.orElse(Backgrounds.AREA));
    }
}
