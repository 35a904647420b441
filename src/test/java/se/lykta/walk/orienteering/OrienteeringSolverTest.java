package se.lykta.walk.orienteering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.walk.orienteering.OrienteeringProblem.Ends;
import se.lykta.walk.orienteering.OrienteeringProblem.Limits;

class OrienteeringSolverTest {

    private static final OrienteeringSolver SOLVER = new OrienteeringSolver(1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void exactSolutionEqualsTryingEveryOrder(long seed) throws InfeasibleException {
        var random = new SplittableRandom(seed);
        for (int run = 0; run < 12; run++) {
            int end = random.nextBoolean() ? 0 : 1;
            var problem =
                    Instances.random(random, 8, end, randomLimits(random, 7)).withRoutes(1 + random.nextInt(3));

            Solution best = ExactTours.best(problem);

            assertThat(best.score()).as("seed %d run %d", seed, run).isEqualTo(Instances.bestScoreByTryingAll(problem));
            assertThat(Instances.isAllowed(problem, best)).isTrue();
            assertThat(best.isOptimal()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35})
    void exactSolutionKeepsMandatoryStopsAndWindows(long seed) {
        var random = new SplittableRandom(seed);
        for (int run = 0; run < 20; run++) {
            var problem = withWindows(random, Instances.random(random, 7, 0, randomLimits(random, 6)))
                    .withRoutes(1 + random.nextInt(2))
                    .withMandatory(1 + random.nextInt(6), 1 + random.nextInt(6));
            long expected = Instances.bestScoreByTryingAll(problem);

            if (expected < 0) {
                assertThatExceptionOfType(InfeasibleException.class)
                        .as("seed %d run %d", seed, run)
                        .isThrownBy(() -> SOLVER.solve(problem))
                        .satisfies(e -> assertThat(e.isProven()).isTrue());
            } else {
                assertThatCode(() -> {
                            Solution best = SOLVER.solve(problem);
                            assertThat(best.score()).isEqualTo(expected);
                            assertThat(Instances.isAllowed(problem, best)).isTrue();
                        })
                        .as("seed %d run %d", seed, run)
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void heuristicEqualsTheExactSolutionOnFifteenCandidates(long seed) {
        var random = new SplittableRandom(seed);
        for (int run = 0; run < 4; run++) {
            var plain = Instances.random(random, 16, 0, randomLimits(random, 10));
            var problem = plain.withRoutes(1 + random.nextInt(3));
            Solution exact = ExactTours.best(problem);

            Solution found = SOLVER.search(problem);

            assertThat(found.score())
                    .as("seed %d run %d, %d routes, %s", seed, run, problem.routes(), problem.limits())
                    .isEqualTo(exact.score());
            assertThat(Instances.isAllowed(problem, found)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void noLimitIsEverExceededWithFortyCandidates(long seed) throws InfeasibleException {
        var random = new SplittableRandom(seed);
        var quick = new OrienteeringSolver(() -> Effort.ofRounds(150), seed);
        for (int run = 0; run < 10; run++) {
            int end = random.nextBoolean() ? 0 : 1;
            var problem =
                    Instances.random(random, 41, end, randomLimits(random, 40)).withRoutes(1 + random.nextInt(4));

            Solution found = quick.solve(problem);

            assertThat(Instances.isAllowed(problem, found))
                    .as("seed %d run %d: %s", seed, run, found)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void mandatoryStopsAreAlwaysVisitedAmongFortyCandidates(long seed) throws InfeasibleException {
        var random = new SplittableRandom(seed);
        var quick = new OrienteeringSolver(() -> Effort.ofRounds(500), seed);
        for (int run = 0; run < 10; run++) {
            var problem =
                    Instances.random(random, 41, 0, Limits.ofSeconds(4000)).withRoutes(2);
            int[] wanted = {1 + random.nextInt(40), 1 + random.nextInt(40), 1 + random.nextInt(40)};

            Solution found = quick.solve(problem.withMandatory(wanted));

            List<Integer> visited = found.tours().stream()
                    .flatMap(tour -> tour.stops().stream())
                    .toList();
            assertThat(visited).as("seed %d run %d", seed, run).contains(wanted[0], wanted[1], wanted[2]);
        }
    }

    @Test
    void sameInputAndSeedGiveTheSameSolution() throws InfeasibleException {
        var problem = Instances.random(new SplittableRandom(5), 41, 0, new Limits(3000, 2500, 8))
                .withRoutes(2);

        Solution one = new OrienteeringSolver(() -> Effort.ofRounds(600), 7).solve(problem);
        Solution other = new OrienteeringSolver(() -> Effort.ofRounds(600), 7).solve(problem);

        assertThat(one).isEqualTo(other);
    }

    @Test
    void groupsShareTheStopsEvenly() throws InfeasibleException {
        int[] positions = {0, 100, 110, 120, 130, -100, -110, -120, -130};
        int[] scores = {0, 1, 1, 1, 1, 1, 1, 1, 1};
        var problem =
                Instances.onALine(positions, scores, Limits.ofSeconds(10_000)).withRoutes(2);

        Solution found = SOLVER.search(problem);

        assertThat(found.score()).isEqualTo(8);
        assertThat(found.tours()).extracting(Tour::seconds).containsExactly(260L, 260L);
    }

    @Test
    void placeToBeSeenInTheDarkIsVisitedLast() throws InfeasibleException {
        int[] positions = {0, 100, 200, -50};
        int[] scores = {0, 5, 5, 9};
        var problem = Instances.onALine(positions, scores, Limits.ofSeconds(600))
                .withWindows(new int[] {0, 300, 0, 0}, new int[] {600, 600, 600, 600});

        Solution found = SOLVER.solve(problem);

        assertThat(found.tours().get(0).stops()).isIn(List.of(3, 2, 1), List.of(2, 1, 3));
        assertThat(found.tours().get(0).seconds()).isEqualTo(500);
    }

    @Test
    void stopThatIsAffordableOnlyPastAnotherOneIsVisited() throws InfeasibleException {
        int[][] seconds = {{0, 10, 10}, {10, 0, 10}, {10, 10, 0}};
        int[][] metres = {{0, 10, 100}, {10, 0, 10}, {100, 10, 0}};
        var problem =
                new OrienteeringProblem(new Ends(0, 0), new int[] {0, 1, 1}, seconds, metres, new Limits(1000, 120, 2));

        Tour tour = only(problem);

        assertThat(tour.stops()).containsExactlyInAnyOrder(1, 2);
        assertThat(tour.metres()).isEqualTo(120);
    }

    @Test
    void wayBackPastAnotherStopIsTakenIfTheDirectOneIsTooFar() throws InfeasibleException {
        int[][] metres = {{0, 10, 10, 100}, {10, 0, 100, 10}, {10, 100, 0, 10}, {100, 10, 10, 0}};
        var problem =
                new OrienteeringProblem(new Ends(0, 0), new int[] {0, 1, 1, 5}, metres, metres, Limits.ofSeconds(40));

        Tour tour = only(problem);

        assertThat(tour.stops()).isIn(List.of(1, 3, 2), List.of(2, 3, 1));
    }

    @Test
    void whatDoesNotFitIsNamed() {
        int[] positions = {0, 100, 700};
        var problem = Instances.onALine(positions, new int[] {0, 1, 1}, Limits.ofSeconds(500));

        assertThatExceptionOfType(InfeasibleException.class)
                .isThrownBy(() -> SOLVER.solve(problem.withMandatory(1, 2)))
                .satisfies(e -> assertThat(e.nodes()).containsExactly(2));
    }

    @Test
    void loopOnALineTakesWhatLiesOnOneSideIfBothSidesAreTooFar() throws InfeasibleException {
        int[] positions = {0, 100, 200, -150};
        int[] scores = {0, 5, 5, 9};

        Tour tour = only(Instances.onALine(positions, scores, Limits.ofSeconds(400)));

        assertThat(tour.stops()).containsExactly(1, 2);
        assertThat(tour.score()).isEqualTo(10);
        assertThat(tour.seconds()).isEqualTo(400);
    }

    @Test
    void onlyCandidateIsVisitedIfItFitsToTheSecond() throws InfeasibleException {
        int[] positions = {0, 90};
        int[] scores = {0, 1};

        assertThat(only(Instances.onALine(positions, scores, Limits.ofSeconds(180)))
                        .stops())
                .containsExactly(1);
        assertThat(only(Instances.onALine(positions, scores, Limits.ofSeconds(179)))
                        .stops())
                .isEmpty();
    }

    @Test
    void tooSmallBudgetGivesTheEmptyTour() throws InfeasibleException {
        var problem = Instances.random(new SplittableRandom(3), 30, 0, Limits.ofSeconds(3));

        Tour tour = only(problem);

        assertThat(tour.stops()).isEmpty();
        assertThat(tour.seconds()).isZero();
    }

    @Test
    void unreachableCandidatesAreNeverVisited() throws InfeasibleException {
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

        Tour tour = only(problem);

        assertThat(tour.stops()).containsExactlyInAnyOrder(2, 4, 6, 8, 10, 12, 14, 16, 18);
    }

    @Test
    void ofEqualScoresTheQuickerTourWins() throws InfeasibleException {
        int[] positions = {0, 300, -100, 200};
        int[] scores = {0, 7, 7, 7};

        Tour tour = only(Instances.onALine(positions, scores, new Limits(600, 600, 1)));

        assertThat(tour.stops()).containsExactly(2);
        assertThat(tour.seconds()).isEqualTo(200);
    }

    @Test
    void openTourEndsWhereItShould() throws InfeasibleException {
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

        Tour tour = only(open);

        assertThat(tour.stops()).containsExactly(2, 4);
        assertThat(tour.score()).isEqualTo(2);
    }

    @Test
    void endOutOfReachIsRefused() {
        int[][] arcs = {{0, 100}, {100, 0}};
        var problem = new OrienteeringProblem(new Ends(0, 1), new int[2], arcs, arcs, Limits.ofSeconds(99));

        assertThatExceptionOfType(InfeasibleException.class).isThrownBy(() -> SOLVER.solve(problem));
    }

    @Test
    void oneWayArcsAreRefused() {
        int[][] arcs = {{0, 1}, {2, 0}};

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new OrienteeringProblem(new Ends(0, 0), new int[2], arcs, arcs, Limits.ofSeconds(99)));
    }

    private static Tour only(OrienteeringProblem problem) throws InfeasibleException {
        return SOLVER.solve(problem).tours().get(0);
    }

    private static OrienteeringProblem withWindows(SplittableRandom random, OrienteeringProblem problem) {
        int[] opens = new int[problem.size()];
        int[] closes = new int[problem.size()];
        for (int node = 0; node < problem.size(); node++) {
            opens[node] = random.nextInt(3) == 0 ? random.nextInt(2000) : 0;
            closes[node] = random.nextInt(3) == 0 ? opens[node] + random.nextInt(2000) : 10_000;
        }
        return problem.withWindows(opens, closes);
    }

    private static Limits randomLimits(SplittableRandom random, int mostStops) {
        int seconds = 1500 + random.nextInt(3000);
        int metres = random.nextBoolean() ? OrienteeringProblem.UNREACHABLE : 1400 + random.nextInt(2500);
        return new Limits(seconds, metres, 1 + random.nextInt(mostStops));
    }
}
