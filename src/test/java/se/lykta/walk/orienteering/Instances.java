package se.lykta.walk.orienteering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import se.lykta.walk.orienteering.OrienteeringProblem.Ends;
import se.lykta.walk.orienteering.OrienteeringProblem.Limits;

/** Problems for tests: points on a plane, and the answer by trying every order of every subset. */
final class Instances {

    private Instances() {}

    /** Nodes on a line, by their position; a second is a metre. Node 0 is start and end. */
    static OrienteeringProblem onALine(int[] positions, int[] scores, Limits limits) {
        int[][] arcs = new int[positions.length][positions.length];
        for (int i = 0; i < positions.length; i++) {
            for (int j = 0; j < positions.length; j++) {
                arcs[i][j] = Math.abs(positions[i] - positions[j]);
            }
        }
        return new OrienteeringProblem(new Ends(0, 0), scores, arcs, arcs, limits);
    }

    /**
     * Random nodes in a square with sides of 1000 s; seconds go almost straight, metres along the sides.
     *
     * <p>As on a real foot network with preferred ways neither keeps the triangle inequality: each arc is shorter by a
     * random share.
     *
     * @param end node where tours end; 0, the start, for loops
     */
    static OrienteeringProblem random(SplittableRandom random, int size, int end, Limits limits) {
        double[][] points = new double[size][];
        int[] scores = new int[size];
        for (int i = 0; i < size; i++) {
            points[i] = new double[] {random.nextDouble(1000), random.nextDouble(1000)};
            scores[i] = 1 + random.nextInt(30);
        }
        int[][] seconds = new int[size][size];
        int[][] metres = new int[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double distance = Math.hypot(points[i][0] - points[j][0], points[i][1] - points[j][1]);
                seconds[i][j] = seconds[j][i] = (int) Math.ceil(distance * random.nextDouble(0.7, 1));
                double along = Math.abs(points[i][0] - points[j][0]) + Math.abs(points[i][1] - points[j][1]);
                metres[i][j] = metres[j][i] = (int) Math.ceil(along * random.nextDouble(0.3, 0.7));
            }
        }
        return new OrienteeringProblem(new Ends(0, end), scores, seconds, metres, limits);
    }

    /** The highest score of any order of any subset within the limits: n! steps, so for a handful of nodes. */
    static long bestScoreByTryingAll(OrienteeringProblem problem) {
        Map<Integer, Long> scores = new HashMap<>();
        collect(problem, new ArrayList<>(), scores);
        Map<Integer, Long> best = Map.of(0, 0L);
        for (int route = 0; route < problem.routes(); route++) {
            best = joined(best, scores);
        }
        int wanted =
                IntStream.of(problem.mandatoryNodes()).map(node -> 1 << node).sum();
        return best.entrySet().stream()
                .filter(entry -> (entry.getKey() & wanted) == wanted)
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(-1);
    }

    /** By set of nodes, as bits: its score, if one route can visit it. */
    private static void collect(OrienteeringProblem problem, List<Integer> stops, Map<Integer, Long> scores) {
        Tour tour = Tour.over(problem, stops);
        if (tour.isAllowed(problem)) {
            scores.put(stops.stream().mapToInt(node -> 1 << node).sum(), tour.score());
        }
        for (int node = 0;
                node < problem.size() && stops.size() < problem.limits().stops();
                node++) {
            if (node != problem.start() && node != problem.end() && !stops.contains(node)) {
                stops.add(node);
                collect(problem, stops, scores);
                stops.remove(stops.size() - 1);
            }
        }
    }

    private static Map<Integer, Long> joined(Map<Integer, Long> some, Map<Integer, Long> more) {
        Map<Integer, Long> all = new HashMap<>();
        some.forEach((set, score) -> more.forEach((other, added) -> {
            if ((set & other) == 0) {
                all.merge(set | other, score + added, Math::max);
            }
        }));
        return all;
    }

    /** Whether every route is within the limits, no node is visited twice, and the sums are right. */
    static boolean isAllowed(OrienteeringProblem problem, Solution solution) {
        List<Integer> all =
                solution.tours().stream().flatMap(tour -> tour.stops().stream()).toList();
        return solution.tours().size() == problem.routes()
                && solution.tours().stream()
                        .allMatch(tour -> tour.isAllowed(problem) && tour.equals(Tour.over(problem, tour.stops())))
                && all.stream().distinct().count() == all.size()
                && solution.score() == all.stream().mapToLong(problem::score).sum();
    }
}
