package se.lykta.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import se.lykta.hotspot.density.Clustering;

/**
 * scikit-learn, R dbscan and PostGIS on the same points as we; each answer is compared with ours before its time is shown.
 *
 * <p>The first two get duplicates collapsed into weights, which is faster for them; PostGIS knows no weights.
 */
final class DbscanPeers {

    private static final List<PeerScript> SCRIPTS = List.of(
            new PeerScript("scikit-learn", "/usr/bin/python3", "dbscan.py"),
            new PeerScript("R dbscan", "Rscript", "dbscan.R"));

    private final double eps;
    private final int minPts;
    private final Output output;

    DbscanPeers(double eps, int minPts, Output output) {
        this.eps = eps;
        this.minPts = minPts;
        this.output = output;
    }

    /** Adds a row for each that is installed; {@code cpuSeconds} is what we took. */
    void compare(String what, BenchPoints points, Clustering ours, double cpuSeconds, Table table) throws Exception {
        Spots spots = Spots.of(points);
        for (PeerScript script : SCRIPTS) {
            Optional<PeerScript.Answer> answer = script.run(
                    List.of(spots.x, spots.y, spots.weight),
                    List.of(String.valueOf(eps), String.valueOf(minPts)),
                    output);
            if (answer.isPresent()) {
                int[] labels = new int[spots.x.length];
                answer.get().bytes().asIntBuffer().get(labels);
                int[] ofPoints =
                        Arrays.stream(spots.spotOf).map(spot -> labels[spot]).toArray();
                Agreement.require(script.name(), ours, ofPoints);
                double seconds = answer.get().cpuSeconds();
                table.row(
                        what,
                        script.name(),
                        seconds,
                        seconds / cpuSeconds,
                        answer.get().megabytes());
            }
        }
        try (var postgis = new PostgisDbscan()) {
            PostgisDbscan.Answer answer = postgis.cluster(points, eps, minPts);
            Agreement.require("PostGIS", ours, answer.labels);
            table.row(what, "PostGIS", answer.cpuSeconds, answer.cpuSeconds / cpuSeconds, Double.NaN);
        }
    }

    /** Different positions and how many points each has: collapsed here by other means than the measured ones. */
    private static final class Spots {

        private final double[] x;
        private final double[] y;
        private final double[] weight;
        private final int[] spotOf;

        private record Position(double x, double y) {}

        private Spots(Collection<Position> positions, int[] spotOf) {
            this.x = positions.stream().mapToDouble(Position::x).toArray();
            this.y = positions.stream().mapToDouble(Position::y).toArray();
            this.weight = new double[x.length];
            this.spotOf = spotOf;
            Arrays.stream(spotOf).forEach(spot -> weight[spot]++);
        }

        static Spots of(BenchPoints points) {
            Map<Position, Integer> numbers = new LinkedHashMap<>();
            int[] spotOf = IntStream.range(0, points.size())
                    .map(i -> {
                        var at = new Position(points.x()[i], points.y()[i]);
                        numbers.putIfAbsent(at, numbers.size());
                        return numbers.get(at);
                    })
                    .toArray();
            return new Spots(numbers.keySet(), spotOf);
        }
    }
}
