package se.lykta.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import se.lykta.walk.orienteering.OrienteeringProblem;
import se.lykta.walk.orienteering.OrienteeringProblem.Ends;
import se.lykta.walk.orienteering.OrienteeringProblem.Limits;
import se.lykta.walk.orienteering.Solution;
import se.lykta.walk.orienteering.Tour;

/**
 * A published instance of the (Team) Orienteering Problem, read from JSON with the members {@code name, n, routes, start,
 * end, budget, distance, scores, coords, matrix}.
 *
 * <p>Whole distances are used as they are; real ones are rounded to a small part of the unit for the solver, and what it
 * finds is checked with the real ones.
 */
final class WalkInstance {

    private static final double SLACK = 1e-6;
    private static final double LARGEST = 9e8;

    private final JsonNode json;
    private final double[][] distances;
    private final boolean isReal;
    private final double unit;

    private WalkInstance(JsonNode json) {
        this.json = json;
        this.isReal = json.get("distance").asText().equals("EUC_REAL");
        this.distances = InstanceDistances.of(json);
        double longest = budget();
        for (double[] row : distances) {
            for (double distance : row) {
                longest = Math.max(longest, distance);
            }
        }
        this.unit = isReal ? Math.floor(LARGEST / longest) : 1;
    }

    static WalkInstance read(Path file) throws IOException {
        return new WalkInstance(new JsonMapper().readTree(file.toFile()));
    }

    String name() {
        return json.get("name").asText();
    }

    int size() {
        return json.get("n").asInt();
    }

    int routes() {
        return json.path("routes").asInt(1);
    }

    boolean isReal() {
        return isReal;
    }

    private double budget() {
        return json.get("budget").asDouble();
    }

    private int start() {
        return json.get("start").asInt();
    }

    private int end() {
        return json.get("end").asInt();
    }

    /**
     * The problem for the solver.
     *
     * @param tighter taken off the budget, in rounded units, if a solution was over it by rounding
     */
    OrienteeringProblem problem(int tighter) {
        int[][] arcs = new int[size()][size()];
        for (int from = 0; from < size(); from++) {
            for (int to = 0; to < size(); to++) {
                arcs[from][to] = (int) Math.round(distances[from][to] * unit);
            }
        }
        int[] scores = IntStream.range(0, size()).map(node -> score(node)).toArray();
        int limit = (int) Math.floor((budget() + (isReal ? SLACK : 0)) * unit) + (isReal ? size() / 2 : 0) - tighter;
        return new OrienteeringProblem(new Ends(start(), end()), scores, arcs, arcs, Limits.ofSeconds(limit))
                .withRoutes(routes());
    }

    private int score(int node) {
        return json.get("scores").get(node).asInt();
    }

    /** The published objective: the score of the ends counts once. */
    long objective(Solution solution) {
        return solution.score() + score(start()) + (start() == end() ? 0 : score(end()));
    }

    /**
     * By how much the longest route is over the budget, in rounded units; 0 if none is.
     *
     * @throws IllegalStateException if it is no solution at all
     */
    int excess(Solution solution) {
        long visits =
                solution.tours().stream().mapToLong(tour -> tour.stops().size()).sum();
        List<Integer> all = solution.tours().stream()
                .flatMap(tour -> tour.stops().stream())
                .distinct()
                .toList();
        long score = all.stream().mapToLong(this::score).sum();
        boolean isWhole = solution.tours().size() <= routes()
                && all.size() == visits
                && score == solution.score()
                && !all.contains(start())
                && !all.contains(end());
        if (!isWhole) {
            throw new IllegalStateException("no solution of " + name() + ": " + solution);
        }
        double longest =
                solution.tours().stream().mapToDouble(this::length).max().orElse(0);
        double over = longest - budget() - (isReal ? SLACK : 0);
        return over <= 0 ? 0 : (int) Math.ceil(over * unit);
    }

    private double length(Tour tour) {
        double length = 0;
        int from = start();
        for (int stop : tour.stops()) {
            length += distances[from][stop];
            from = stop;
        }
        return length + distances[from][end()];
    }
}
