package se.lykta.walk.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.http.ApiException;
import se.lykta.walk.network.FootNetwork;
import se.lykta.walk.network.GridTown;

/** Stops that are wanted, banned or put in order. */
class WalkWishesTest {

    private static final WalkRequest USUAL = Requests.usual(GridTown.at(0, 0));

    /** On the lit street; a visit of the last one takes 1080 s there and back and 300 s of stay. */
    private static final List<Candidate> STREET = List.of(
            WalkPlannerTest.at("a", 1, 0, 90),
            WalkPlannerTest.at("b", 2, 0, 80),
            WalkPlannerTest.at("c", 4, 0, 70),
            WalkPlannerTest.at("d", 6, 0, 1));

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
    void pinnedStopIsVisitedAtTheCostOfBetterOnes() {
        // 27 minutes are 1458 s: d alone, or better ones nearby
        WalkRequest request = Requests.minutes(USUAL, 27);

        assertThat(visited(planner.plan(request, STREET))).containsExactlyInAnyOrder("a", "b");
        WalkPlan pinned = planner.plan(Requests.pinning(request, "d"), STREET);

        assertThat(visited(pinned)).containsExactly("d");
        assertThat(pinned.loops().get(0).stops().get(0).pinned()).isTrue();
        assertThat(pinned.leftOut()).extracting(LeftOut::hotspot).containsExactly("a", "b", "c");
    }

    @Test
    void bannedStopIsLeftOutAndSaidSo() {
        WalkPlan plan = planner.plan(Requests.banning(USUAL, "b", "d", "unknown"), STREET);

        assertThat(visited(plan)).containsExactlyInAnyOrder("a", "c");
        assertThat(plan.leftOut()).extracting(LeftOut::hotspot).containsExactly("b", "d");
        assertThat(plan.leftOut().get(0).explanation().sv()).isEqualTo("valdes bort");
    }

    @Test
    void orderIsKeptAndTheRestFitsInBetween() {
        WalkPlan plan = planner.plan(Requests.ordering(USUAL, List.of(List.of("c", "a", "d"))), STREET);

        List<String> visited = visited(plan);
        assertThat(visited).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(visited).filteredOn(id -> !id.equals("b")).containsExactly("c", "a", "d");
    }

    @Test
    void orderOfOneGroupLeavesTheOtherFree() {
        WalkPlan plan = planner.plan(
                Requests.ordering(
                        Requests.groups(Requests.limited(USUAL, new WalkRequest.Limits(2, 2, 2.5)), 2),
                        List.of(List.of(), List.of("d", "a"))),
                STREET);

        assertThat(plan.loops().get(0).stops()).extracting(WalkStop::hotspot).containsExactlyInAnyOrder("b", "c");
        assertThat(plan.loops().get(1).stops()).extracting(WalkStop::hotspot).containsExactly("d", "a");
    }

    @Test
    void pinnedStopFindsRoomInAnOrderedGroup() {
        WalkRequest request = Requests.minutes(USUAL, 60);
        var wishes = new WalkRequest.Wishes(List.of("d"), List.of(), List.of(List.of("c", "b")));

        assertThat(visited(planner.plan(Requests.wishing(request, wishes), STREET)))
                .contains("d")
                .containsSubsequence("c", "b");
    }

    @Test
    void orderThatTakesTooLongSaysWhatItNeeds() {
        // a d a-side b: 100 + 500 + 400 + 200 m are 1080 s of way, three stops 900 s: 1980 s, of which 54 a minute
        WalkRequest request = Requests.ordering(Requests.minutes(USUAL, 30), List.of(List.of("a", "d", "b")));

        assertThatThrownBy(() -> planner.plan(request, STREET)).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.code()).isEqualTo("stops-do-not-fit");
            assertThat(e)
                    .hasMessageMatching("in this order the 3 wanted stops need 3[67] minutes and 1200 m, 30 minutes.*");
            assertThat(e.faults()).extracting("field").containsOnly("order");
        });
    }

    @Test
    void pinnedStopsThatDoNotFitSayWhatTheyNeed() {
        WalkRequest request = Requests.pinning(Requests.minutes(USUAL, 20), "a", "d");

        assertThatThrownBy(() -> planner.plan(request, STREET)).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.code()).isEqualTo("stops-do-not-fit");
            assertThat(e).hasMessageMatching("the 2 wanted stops need 3[12] minutes and 1200 m, 20 minutes.*");
            assertThat(e.faults()).isNotEmpty().allSatisfy(fault -> {
                assertThat(fault.field()).isEqualTo("pinned");
                assertThat(fault.position()).hasSize(2);
            });
        });
    }

    @Test
    void unreachablePinnedStopsAreAllToldWithTheReason() {
        List<Candidate> candidates = new ArrayList<>(STREET);
        candidates.add(WalkPlannerTest.at("island", 21, 1, 5));
        candidates.add(WalkPlannerTest.at("field", 3, -1.07, 5));

        assertThatThrownBy(() -> planner.plan(Requests.pinning(USUAL, "island", "a", "field"), candidates))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo("hotspot-unreachable");
                    assertThat(e.faults())
                            .extracting("message")
                            .containsExactly(
                                    "island place island: cannot be reached on foot from the start",
                                    "field place field: 107 m from any path");
                });
    }

    @Test
    void unknownPinnedStopsAreAllTold() {
        assertThatThrownBy(() -> planner.plan(Requests.pinning(USUAL, "x", "a", "y"), STREET))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo("unknown-hotspot");
                    assertThat(e.faults())
                            .extracting("message")
                            .containsExactly(
                                    "'x' is none of the 4 hotspots of this filter",
                                    "'y' is none of the 4 hotspots of this filter");
                });
    }

    @Test
    void onlyTheBestFortyAreConsideredUnlessWanted() {
        List<Candidate> candidates = IntStream.range(0, 45)
                .mapToObj(i -> WalkPlannerTest.at("c" + i, i % 7, i / 7 % 5, 100 - i))
                .toList();

        WalkPlan plan = planner.plan(USUAL, candidates);
        WalkPlan pinned = planner.plan(Requests.pinning(USUAL, "c44"), candidates);

        assertThat(plan.leftOut())
                .filteredOn(one -> one.reason().equals("> 40"))
                .extracting(LeftOut::hotspot)
                .containsExactly("c40", "c41", "c42", "c43", "c44");
        assertThat(visited(pinned)).contains("c44");
    }

    @Test
    void banningEverythingIsAProblem() {
        assertThatThrownBy(() -> planner.plan(Requests.banning(USUAL, "a", "b", "c", "d"), STREET))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo("no-hotspots"));
    }

    private static List<String> visited(WalkPlan plan) {
        return plan.loops().stream()
                .flatMap(loop -> loop.stops().stream())
                .map(WalkStop::hotspot)
                .toList();
    }
}
