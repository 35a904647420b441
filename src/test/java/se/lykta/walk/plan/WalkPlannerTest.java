package se.lykta.walk.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;
import se.lykta.http.ApiException;
import se.lykta.walk.network.FootNetwork;
import se.lykta.walk.network.GridTown;

class WalkPlannerTest {

    private static final WalkRequest USUAL = Requests.usual(GridTown.at(0, 0));

    private static FootNetwork town;
    private static WalkPlanner planner;

    @BeforeAll
    static void importTown(@TempDir Path directory) {
        town = FootNetwork.open(GridTown.file(directory), directory.resolve("graph"));
        planner = new WalkPlanner(town, ZoneId.of("Europe/Stockholm"));
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void loopVisitsAllThatFitsAndTellsWhen() {
        var candidates = List.of(at("far", 4, 0, 9), at("near", 2, 0, 20));

        WalkPlan walk = planner.plan(USUAL, candidates);

        assertThat(loop(walk).stops()).extracting(WalkStop::hotspot).containsExactlyInAnyOrder("far", "near");
        assertThat(loop(walk).stops()).extracting(WalkStop::number).containsExactly(1, 2);
        assertThat(loop(walk).totals().metres()).isCloseTo(800, within(3));
        assertThat(loop(walk).totals().walkSeconds()).isCloseTo(720, within(5));
        assertThat(loop(walk).totals().stopSeconds()).isEqualTo(600);
        assertThat(loop(walk).totals().reports()).isEqualTo(29);
        assertThat(loop(walk).totals().litMetres())
                .as("all of it along the lit street")
                .isCloseTo(800, within(5));
        assertThat(loop(walk).legs()).hasSize(3);
        assertThat(walk.leftOut()).isEmpty();
    }

    @Test
    void arrivalCountsTheWayAndTheStopsBefore() {
        WalkPlan walk = planner.plan(USUAL, List.of(at("one", 2, 0, 5), at("two", 6, 0, 5)));

        WalkStop first = loop(walk).stops().get(0);
        WalkStop second = loop(walk).stops().get(1);

        int expectedFirst = first.hotspot().equals("one") ? 3 : 9;
        assertThat(first.arrivalSeconds() / 60).isBetween(expectedFirst, expectedFirst + 1);
        assertThat(second.arrivalSeconds() / 60).isBetween(expectedFirst + 5 + 6, expectedFirst + 5 + 7);
    }

    @Test
    void tenthOfTheTimeIsKeptInReserve() {
        var request = Requests.minutes(USUAL, 20);

        WalkPlan fits = planner.plan(request, List.of(at("a", 4, 0, 1)));
        assertThat(loop(fits).totals().seconds()).as("720 s + 300 s of 1080 s").isLessThanOrEqualTo(1080);

        assertThatThrownBy(() -> planner.plan(request, List.of(at("a", 6, 0, 1))))
                .as("1080 s + 300 s")
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo("no-walk-possible"));
    }

    @Test
    void threeMinutesAreNotEnoughAndTheAnswerSaysHowMany() {
        var request = Requests.minutes(USUAL, 3);

        assertThatThrownBy(() -> planner.plan(request, List.of(at("a", 2, 0, 1), at("b", 6, 0, 1))))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ApiException.Kind.UNPROCESSABLE);
                    assertThat(e).hasMessageContaining("the nearest, place a, takes 11 minutes and 400 m");
                });
    }

    @Test
    void whatIsLeftOutIsToldWithTheReason() {
        var request = Requests.minutes(USUAL, 30);
        var candidates =
                List.of(at("in", 2, 0, 50), at("late", 6, 4, 5), at("island", 21, 1, 5), at("field", 3, -1.07, 5));

        WalkPlan walk = planner.plan(request, candidates);

        assertThat(loop(walk).stops()).extracting(WalkStop::hotspot).containsExactly("in");
        assertThat(walk.leftOut()).extracting(LeftOut::hotspot).containsExactly("late", "island", "field");
        assertThat(walk.leftOut().get(0).reason())
                .as("1600 m more and one stop")
                .isEqualTo("+29 min");
        assertThat(walk.leftOut().get(1).explanation().en()).isEqualTo("cannot be reached on foot from the start");
        assertThat(walk.leftOut().get(2).reason()).isEqualTo("107 m");
        assertThat(walk.leftOut().get(2).explanation())
                .isEqualTo(new Name("107 m från närmaste gångväg", "107 m from any path"));
    }

    @Test
    void limitsOfStopsAndKilometresAreTold() {
        var candidates = List.of(at("a", 1, 0, 9), at("b", 2, 0, 8), at("c", 0, 4, 7));

        WalkPlan twoStops = planner.plan(Requests.limited(USUAL, new WalkRequest.Limits(1, 2, 2.5)), candidates);
        WalkPlan oneKilometre = planner.plan(Requests.limited(USUAL, new WalkRequest.Limits(1, 8, 0.5)), candidates);

        assertThat(loop(twoStops).stops()).extracting(WalkStop::hotspot).containsExactlyInAnyOrder("a", "b");
        assertThat(twoStops.leftOut().get(0).reason()).isEqualTo("max 2");
        assertThat(loop(oneKilometre).totals().metres()).isLessThanOrEqualTo(500);
        assertThat(oneKilometre.leftOut().get(0).reason()).isEqualTo("+800 m");
        assertThat(oneKilometre.leftOut().get(0).explanation())
                .isEqualTo(new Name(
                        "+800 m, då blir vägen längre än 0,5 km", "+800 m, which makes the way longer than 0.5 km"));
    }

    @Test
    void stepFreeWalkGoesRoundOrLeavesOut() {
        var candidates = List.of(at("terrace", 3, 5, 9));
        var start = GridTown.at(3, 4);

        WalkPlan everyone = planner.plan(Requests.usual(start), candidates);
        WalkPlan stepFree = planner.plan(Requests.stepFree(Requests.usual(start)), candidates);

        assertThat(loop(everyone).totals().metres()).isCloseTo(200, within(2));
        assertThat(loop(stepFree).totals().metres()).isCloseTo(1400, within(4));
    }

    @Test
    void startInTheLakeIsRefused() {
        assertThatThrownBy(() -> planner.plan(Requests.usual(GridTown.at(12, 2)), List.of(at("a", 2, 0, 1))))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo("start-off-network");
                    assertThat(e).hasMessageContaining("600 m");
                });
    }

    @Test
    void noCandidatesAndNoneWithinReachAreTwoAnswers() {
        assertThatThrownBy(() -> planner.plan(USUAL, List.of()))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo("no-hotspots"));
        assertThatThrownBy(() -> planner.plan(USUAL, List.of(at("island", 21, 1, 5))))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e).hasMessageContaining("no hotspot can be reached on foot"));
    }

    @Test
    void hotspotAtTheStartIsAStopWithoutAWay() {
        WalkPlan walk = planner.plan(USUAL, List.of(at("here", 0, 0, 3)));

        assertThat(loop(walk).totals().metres()).isZero();
        assertThat(loop(walk).totals().stopSeconds()).isEqualTo(300);
        assertThat(loop(walk).legs()).allSatisfy(leg -> assertThat(leg.line()).hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void randomWalksKeepEveryLimitAndLegsJoin() {
        long seed = 20_261_122;
        var random = new SplittableRandom(seed);
        for (int run = 0; run < 25; run++) {
            List<Candidate> candidates = scattered(random, 1 + random.nextInt(40));
            var request = request(
                    GridTown.at(random.nextInt(7), random.nextInt(5)),
                    new WalkRequest.Pace(40 + random.nextInt(80), random.nextInt(8), random.nextDouble(2, 6)),
                    new WalkRequest.Limits(1, 1 + random.nextInt(12), random.nextDouble(1, 4)),
                    random.nextBoolean());

            WalkPlan walk = planner.plan(request, candidates);

            String run1 = "seed %d run %d".formatted(seed, run);
            assertThat(loop(walk).totals().seconds()).as(run1).isLessThanOrEqualTo(request.minutes() * 54);
            assertThat(loop(walk).totals().metres()).as(run1).isLessThanOrEqualTo(request.maxMetres());
            assertThat(loop(walk).stops())
                    .as(run1)
                    .hasSizeLessThanOrEqualTo(request.limits().maxStops());
            assertThat(loop(walk).stops().size() + walk.leftOut().size()).isEqualTo(candidates.size());
            for (int i = 1; i < loop(walk).legs().size(); i++) {
                var line = loop(walk).legs().get(i - 1).line();
                assertThat(loop(walk).legs().get(i).line().get(0)).isEqualTo(line.get(line.size() - 1));
            }
        }
    }

    @Test
    void sameInputGivesTheSameWalk() {
        List<Candidate> candidates = scattered(new SplittableRandom(4), 40);

        WalkPlan one = planner.plan(USUAL, candidates);
        WalkPlan other = planner.plan(USUAL, candidates);

        assertThat(one).isEqualTo(other);
    }

    private static Loop loop(WalkPlan plan) {
        assertThat(plan.loops()).hasSize(1);
        return plan.loops().get(0);
    }

    private static WalkRequest request(
            LonLat start, WalkRequest.Pace pace, WalkRequest.Limits limits, boolean stepFree) {
        return new WalkRequest(
                start, null, pace, limits, USUAL.when(), stepFree, false, WalkRequest.Wishes.NONE, Map.of());
    }

    private static List<Candidate> scattered(SplittableRandom random, int count) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            candidates.add(at("c" + i, random.nextDouble(6), random.nextDouble(5), 8 + random.nextInt(60)));
        }
        return candidates;
    }

    static Candidate at(String id, double x, double y, int score) {
        return new Candidate(
                id,
                GridTown.at(x, y),
                score,
                new Name("plats " + id, "place " + id),
                new Name(score + " rapporter", score + " reports"));
    }
}
