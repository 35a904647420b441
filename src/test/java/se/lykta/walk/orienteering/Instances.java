package se.lykta.walk.orienteering;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
     * Random nodes in a square with sides of 1000 s; metres differ from seconds, as steps make them.
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
                seconds[i][j] = seconds[j][i] = (int) Math.ceil(distance);
                metres[i][j] = metres[j][i] = (int) Math.ceil(distance * random.nextDouble(0.6, 1.0));
            }
        }
        return new OrienteeringProblem(new Ends(0, end), scores, seconds, metres, limits);
    }

    /** The highest score of any order of any subset within the limits: n! steps, so for a handful of nodes. */
    static long bestScoreByTryingAll(OrienteeringProblem problem) {
        return bestScore(problem, new ArrayList<>());
    }

    private static long bestScore(OrienteeringProblem problem, List<Integer> stops) {
        Tour tour = Tour.over(problem, stops);
        long best = isAllowed(problem, tour) ? tour.score() : -1;
        for (int node = 0;
                node < problem.size() && stops.size() < problem.limits().stops();
                node++) {
            if (node != problem.start() && node != problem.end() && !stops.contains(node)) {
                stops.add(node);
                best = Math.max(best, bestScore(problem, stops));
                stops.remove(stops.size() - 1);
            }
        }
        return best;
    }

    static boolean isAllowed(OrienteeringProblem problem, Tour tour) {
        return tour.seconds() <= problem.limits().seconds()
                && tour.metres() <= problem.limits().metres()
                && tour.stops().size() <= problem.limits().stops()
                && tour.stops().stream().distinct().count() == tour.stops().size();
    }
}
