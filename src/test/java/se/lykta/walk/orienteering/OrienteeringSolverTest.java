package se.lykta.walk.orienteering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.walk.orienteering.OrienteeringProblem.Ends;
import se.lykta.walk.orienteering.OrienteeringProblem.Limits;
import se.lykta.walk.orienteering.OrienteeringSolver.Budget;

class OrienteeringSolverTest {

    private static final OrienteeringSolver SOLVER = new OrienteeringSolver(Budget.STANDARD, 1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void exactSolutionEqualsTryingEveryOrder(long seed) {
        var random = new SplittableRandom(seed);
        for (int run = 0; run < 12; run++) {
            int end = random.nextBoolean() ? 0 : 1;
            var problem = Instances.random(random, 8, end, randomLimits(random, 7));

            Tour best = ExactTours.best(problem, problem.candidates());

            assertThat(best.score()).as("seed %d run %d", seed, run).isEqualTo(Instances.bestScoreByTryingAll(problem));
            assertThat(Instances.isAllowed(problem, best)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void heuristicEqualsTheExactSolutionOnFourteenCandidates(long seed) {
        var random = new SplittableRandom(seed);
        for (int run = 0; run < 4; run++) {
            var problem = Instances.random(random, 15, 0, randomLimits(random, 10));
            Tour exact = ExactTours.best(problem, problem.candidates());

            Tour found = SOLVER.search(problem, problem.candidates());

            assertThat(found.score()).as("seed %d run %d", seed, run).isEqualTo(exact.score());
            assertThat(Instances.isAllowed(problem, found)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void noLimitIsEverExceededWithFortyCandidates(long seed) {
        var random = new SplittableRandom(seed);
        var quick = new OrienteeringSolver(new Budget(1, 150), seed);
        for (int run = 0; run < 10; run++) {
            int end = random.nextBoolean() ? 0 : 1;
            var problem = Instances.random(random, 41, end, randomLimits(random, 40));

            Tour found = quick.solveOne(problem);

            assertThat(Instances.isAllowed(problem, found))
                    .as("seed %d run %d: %s", seed, run, found)
                    .isTrue();
            assertThat(found).isEqualTo(Tour.over(problem, found.stops()));
        }
    }

    @Test
    void sameInputAndSeedGiveTheSameTour() {
        var problem = Instances.random(new SplittableRandom(5), 41, 0, new Limits(3000, 2500, 8));

        Tour one = new OrienteeringSolver(new Budget(2, 300), 7).solveOne(problem);
        Tour other = new OrienteeringSolver(new Budget(2, 300), 7).solveOne(problem);

        assertThat(one).isEqualTo(other);
    }

    @Test
    void loopOnALineTakesWhatLiesOnOneSideIfBothSidesAreTooFar() {
        int[] positions = {0, 100, 200, -150};
        int[] scores = {0, 5, 5, 9};

        Tour tour = SOLVER.solveOne(Instances.onALine(positions, scores, Limits.ofSeconds(400)));

        assertThat(tour.stops()).containsExactly(1, 2);
        assertThat(tour.score()).isEqualTo(10);
        assertThat(tour.seconds()).isEqualTo(400);
    }

    @Test
    void onlyCandidateIsVisitedIfItFitsToTheSecond() {
        int[] positions = {0, 90};
        int[] scores = {0, 1};

        assertThat(SOLVER.solveOne(Instances.onALine(positions, scores, Limits.ofSeconds(180)))
                        .stops())
                .containsExactly(1);
        assertThat(SOLVER.solveOne(Instances.onALine(positions, scores, Limits.ofSeconds(179)))
                        .stops())
                .isEmpty();
    }

    @Test
    void tooSmallBudgetGivesTheEmptyTour() {
        var problem = Instances.random(new SplittableRandom(3), 30, 0, Limits.ofSeconds(3));

        Tour tour = SOLVER.solveOne(problem);

        assertThat(tour.stops()).isEmpty();
        assertThat(tour.seconds()).isZero();
    }

    @Test
    void unreachableCandidatesAreNeverVisited() {
        int[][] arcs = new int[20][20];
        int[] scores = new int[20];
        for (int i = 0; i < 20; i++) {
            scores[i] = i;
            for (int j = 0; j < 20; j++) {
                boolean sameIsland = i % 2 == j % 2;
                arcs[i][j] = i == j ? 0 : sameIsland ? 10 : OrienteeringProblem.UNREACHABLE;
            }
        }
        var problem = new OrienteeringProblem(new Ends(0, 0), scores, arcs, arcs, Limits.ofSeconds(100_000));

        Tour tour = SOLVER.solveOne(problem);

        assertThat(tour.stops()).containsExactlyInAnyOrder(2, 4, 6, 8, 10, 12, 14, 16, 18);
    }

    @Test
    void ofEqualScoresTheQuickerTourWins() {
        int[] positions = {0, 300, -100, 200};
        int[] scores = {0, 7, 7, 7};

        Tour tour = SOLVER.solveOne(Instances.onALine(positions, scores, new Limits(600, 600, 1)));

        assertThat(tour.stops()).containsExactly(2);
        assertThat(tour.seconds()).isEqualTo(200);
    }

    @Test
    void openTourEndsWhereItShould() {
        int[] positions = {0, 1000, 300, 1200, 700};
        int[] scores = {50, 50, 1, 1, 1};
        var closed = Instances.onALine(positions, scores, Limits.ofSeconds(1000));
        int[][] arcs = new int[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                arcs[i][j] = closed.seconds(i, j);
            }
        }
        var open = new OrienteeringProblem(new Ends(0, 1), scores, arcs, arcs, Limits.ofSeconds(1000));

        Tour tour = SOLVER.solveOne(open);

        assertThat(tour.stops()).containsExactly(2, 4);
        assertThat(tour.score()).isEqualTo(2);
    }

    @Test
    void endOutOfReachIsRefused() {
        int[][] arcs = {{0, 100}, {100, 0}};
        var problem = new OrienteeringProblem(new Ends(0, 1), new int[2], arcs, arcs, Limits.ofSeconds(99));

        assertThatIllegalArgumentException().isThrownBy(() -> SOLVER.solveOne(problem));
    }

    @Test
    void oneWayArcsAreRefused() {
        int[][] arcs = {{0, 1}, {2, 0}};

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new OrienteeringProblem(new Ends(0, 0), new int[2], arcs, arcs, Limits.ofSeconds(99)));
    }

    private static Limits randomLimits(SplittableRandom random, int mostStops) {
        int seconds = 1500 + random.nextInt(3000);
        int metres = random.nextBoolean() ? OrienteeringProblem.UNREACHABLE : 1000 + random.nextInt(2500);
        return new Limits(seconds, metres, 1 + random.nextInt(mostStops));
    }
}
