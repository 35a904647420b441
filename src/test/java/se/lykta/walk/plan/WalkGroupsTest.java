package se.lykta.walk.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.http.ApiException;
import se.lykta.walk.network.FootNetwork;
import se.lykta.walk.network.GridTown;

/** Several groups, and walks that end elsewhere. */
class WalkGroupsTest {

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
    void twoGroupsReachWhatOneCannot() {
        // 40 minutes are 2160 s: 1080 s of way and 300 s for each stop; both ends of the town together are too much
        var candidates = List.of(WalkPlannerTest.at("east", 6, 0, 9), WalkPlannerTest.at("north", 0, 4, 8));
        WalkRequest request = Requests.minutes(Requests.usual(GridTown.at(2, 2)), 40);

        WalkPlan alone = planner.plan(request, candidates);
        WalkPlan both = planner.plan(Requests.groups(request, 2), candidates);

        assertThat(alone.stopCount()).isEqualTo(1);
        assertThat(both.loops()).extracting(Loop::group).containsExactly(1, 2);
        assertThat(both.loops()).allSatisfy(loop -> assertThat(loop.stops()).hasSize(1));
        assertThat(both.leftOut()).isEmpty();
    }

    @Test
    void everyHotspotIsVisitedByOneGroupOrLeftOut() {
        var random = new SplittableRandom(20_261_014);
        for (int run = 0; run < 10; run++) {
            int groups = 2 + random.nextInt(3);
            List<Candidate> candidates = scattered(random, 10 + random.nextInt(20));
            WalkRequest request = Requests.groups(Requests.minutes(USUAL, 40 + random.nextInt(60)), groups);

            WalkPlan plan = planner.plan(request, candidates);

            List<String> met = new ArrayList<>();
            plan.loops().forEach(loop -> loop.stops().forEach(stop -> met.add(stop.hotspot())));
            plan.leftOut().forEach(one -> met.add(one.hotspot()));
            assertThat(met)
                    .as("run %d", run)
                    .containsExactlyInAnyOrderElementsOf(
                            candidates.stream().map(Candidate::id).toList());
            assertThat(plan.loops()).hasSize(groups).allSatisfy(loop -> {
                assertThat(loop.stops()).isNotEmpty();
                assertThat(loop.totals().seconds()).isLessThanOrEqualTo(request.plannedSeconds());
                assertThat(loop.totals().metres()).isLessThanOrEqualTo(2500);
                assertThat(loop.legs()).hasSize(loop.stops().size() + 1);
            });
        }
    }

    @Test
    void moreGroupsThanHotspotsAreRefusedWithTheNumberThatIsPossible() {
        var candidates = List.of(WalkPlannerTest.at("a", 1, 0, 9), WalkPlannerTest.at("b", 2, 0, 8));

        assertThatThrownBy(() -> planner.plan(Requests.groups(USUAL, 3), candidates))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo("too-many-groups");
                    assertThat(e).hasMessageContaining("at most 2 groups are allowed");
                });
    }

    @Test
    void walkMayEndElsewhere() {
        WalkRequest request = Requests.to(USUAL, GridTown.at(6, 0));

        Loop loop = planner.plan(request, List.of(WalkPlannerTest.at("on the way", 3, 0, 9)))
                .loops()
                .get(0);

        assertThat(loop.totals().metres()).isCloseTo(600, within(2));
        assertThat(loop.start()).isNotEqualTo(loop.end());
        assertThat(loop.end().lonDeg()).isCloseTo(GridTown.at(6, 0).lonDeg(), within(1e-5));
    }

    @Test
    void endThatCannotBeReachedIsAProblemOfItsOwn() {
        var candidates = List.of(WalkPlannerTest.at("a", 1, 0, 9));

        assertThatThrownBy(() -> planner.plan(Requests.to(USUAL, GridTown.at(21, 1)), candidates))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo("end-unreachable"));
        assertThatThrownBy(() -> planner.plan(Requests.to(USUAL, GridTown.at(12, 2)), candidates))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo("end-off-network"));
        assertThatThrownBy(() -> planner.plan(Requests.minutes(Requests.to(USUAL, GridTown.at(6, 4)), 10), candidates))
                .as("1000 m are 15 minutes, of 10 a ninth may be planned")
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo("end-too-far");
                    assertThat(e).hasMessageContaining("15 minutes").hasMessageContaining("9 minutes");
                });
    }

    @Test
    void startAndEndInTheLakeAreToldAtOnce() {
        WalkRequest request = Requests.to(Requests.usual(GridTown.at(12, 2)), GridTown.at(13, 2));

        assertThatThrownBy(() -> planner.plan(request, List.of(WalkPlannerTest.at("a", 1, 0, 9))))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo("start-off-network");
                    assertThat(e.faults()).extracting("field").containsExactly("start", "end");
                    assertThat(e.faults().get(0).position()).isNotEmpty();
                });
    }

    private static List<Candidate> scattered(SplittableRandom random, int count) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            candidates.add(
                    WalkPlannerTest.at("c" + i, random.nextDouble(6), random.nextDouble(4), 8 + random.nextInt(60)));
        }
        return candidates;
    }
}
