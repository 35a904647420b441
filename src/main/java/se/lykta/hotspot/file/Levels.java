package se.lykta.hotspot.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import se.lykta.hotspot.surface.HighestDensity;
import se.lykta.http.QueryParameters;

/**
 * The parameter {@code levels}: where the bands of a surface begin.
 *
 * @param densities as such
 * @param shares as the smallest area that holds such a share of all, 0..1
 */
record Levels(List<Double> densities, List<Double> shares) {

    static final Parameter PARAMETER = new Parameter(
            "levels",
            "N,…",
            "",
            "the bands between these densities of the first kernel, instead of cells; 50% is the smallest area that holds half");

    private static final double MOST = 1e12;
    private static final double PERCENT = 100;

    static Levels read(QueryParameters parameters) {
        List<Double> densities = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        parameters
                .list(PARAMETER.name(), Levels::level, "a density 0..1000000000000, or a share above 0% and below 100%")
                .forEach(level -> (level.isShare ? shares : densities).add(level.number));
        return new Levels(densities, shares);
    }

    private static Optional<Level> level(String text) {
        boolean isShare = text.endsWith("%");
        try {
            double number = Double.parseDouble(isShare ? text.substring(0, text.length() - 1) : text);
            boolean allowed = isShare ? number > 0 && number < PERCENT : number >= 0 && number <= MOST;
            return allowed ? Optional.of(new Level(isShare ? number / PERCENT : number, isShare)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean isEmpty() {
        return densities.isEmpty() && shares.isEmpty();
    }

    /** The densities of a surface at which bands begin, ascending, each once; one that is 0 everywhere has no shares. */
    double[] of(double[] surface) {
        boolean isNothing = Arrays.stream(surface).noneMatch(value -> value > 0);
        DoubleStream ofShares = isNothing
                ? DoubleStream.empty()
                : shares.stream().mapToDouble(share -> HighestDensity.level(surface, share));
        DoubleStream given = densities.stream().mapToDouble(Double::doubleValue);
        return DoubleStream.concat(given, ofShares).sorted().distinct().toArray();
    }

    private record Level(double number, boolean isShare) {}
}
