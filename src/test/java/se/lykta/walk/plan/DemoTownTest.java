package se.lykta.walk.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;
import se.lykta.http.ApiException;
import se.lykta.walk.network.FootLeg;
import se.lykta.walk.network.FootNetwork;
import se.lykta.walk.network.FootTrips;

/** The town that the demonstration shows can be walked, whatever is asked for. */
class DemoTownTest {

    private static final Path DEMO = Path.of("data", "demo");
    private static final int RUNS = 200;

    /** What a random request may meet: wishes and limits that contradict the town. */
    private static final Set<String> EXPECTED = Set.of(
            "no-walk-possible",
            "stops-do-not-fit",
            "hotspot-unreachable",
            "too-many-groups",
            "start-off-network",
            "end-off-network",
            "end-too-far");

    private static FootNetwork network;
    private static WalkPlanner planner;
    private static LonLat start;

    @BeforeAll
    static void importTown(@TempDir Path directory) throws IOException {
        network = FootNetwork.open(DEMO.resolve("ljusbro.osm"), directory);
        planner = new WalkPlanner(network, ZoneId.of("Europe/Stockholm"));
        start = start();
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @Test
    void ninetyMinutesFromTheStartReachSeveralPlacesAroundIt() {
        Loop walk = planner.plan(Requests.usual(start), around(new SplittableRandom(11), 30))
                .loops()
                .get(0);

        assertThat(walk.stops()).hasSizeBetween(4, 8);
        assertThat(walk.totals().seconds()).isLessThanOrEqualTo(90 * 54);
        assertThat(walk.totals().metres()).isLessThanOrEqualTo(2500);
    }

    @Test
    void randomWalksKeepTheirLimitsOnTheRealRoute() {
        var random = new SplittableRandom(20_261_129);
        int planned = 0;
        for (int run = 0; run < RUNS; run++) {
            List<Candidate> candidates = around(random, 1 + random.nextInt(45));
            WalkRequest request = request(random, candidates);
            try {
                assertKeepsLimits("run " + run, request, candidates, planner.plan(request, candidates));
                planned++;
            } catch (ApiException e) {
                assertThat(e.code()).as("run %d: %s", run, e.getMessage()).isIn(EXPECTED);
            }
        }
        assertThat(planned).isGreaterThan(RUNS / 2);
    }

    @Test
    void equalRequestsGiveEqualWalks() {
        for (int groups = 1; groups <= 2; groups++) {
            WalkRequest request = Requests.groups(Requests.usual(start), groups);

            WalkPlan one = planner.plan(request, around(new SplittableRandom(4), 40));
            WalkPlan other = planner.plan(request, around(new SplittableRandom(4), 40));

            assertThat(one).isEqualTo(other);
        }
    }

    @Test
    void scoreOfFifteenPlacesIsTheBestThereIs() {
        var random = new SplittableRandom(15);
        for (int run = 0; run < 10; run++) {
            List<Candidate> candidates = around(random, 8 + random.nextInt(8));
            WalkRequest request = Requests.limited(
                    Requests.minutes(Requests.usual(start), 40 + random.nextInt(50)),
                    new WalkRequest.Limits(1, 2 + random.nextInt(7), 30));

            WalkPlan plan = planner.plan(request, candidates);

            assertThat(plan.loops().get(0).totals().reports())
                    .as("run %d", run)
                    .isEqualTo(bestScore(request, candidates));
        }
    }

    private static void assertKeepsLimits(String run, WalkRequest request, List<Candidate> candidates, WalkPlan plan) {
        Set<String> met = new HashSet<>();
        for (Loop loop : plan.loops()) {
            int seconds = loop.legs().stream().mapToInt(FootLeg::seconds).sum()
                    + loop.stops().size() * request.minutesPerStop() * 60;
            assertThat(seconds).as(run).isLessThanOrEqualTo(request.minutes() * 54);
            assertThat(loop.legs().stream().mapToInt(FootLeg::metres).sum())
                    .as(run)
                    .isLessThanOrEqualTo((int) Math.round(request.limits().maxKilometres() * 1000));
            assertThat(loop.stops()).as(run).hasSizeBetween(1, request.limits().maxStops());
            for (WalkStop stop : loop.stops()) {
                assertThat(met.add(stop.hotspot())).as(run).isTrue();
                assertThat(request.wishes().banned()).as(run).doesNotContain(stop.hotspot());
            }
            for (int i = 1; i < loop.legs().size(); i++) {
                List<LonLat> line = loop.legs().get(i - 1).line();
                assertThat(loop.legs().get(i).line().get(0)).as(run).isEqualTo(line.get(line.size() - 1));
            }
        }
        assertThat(met).as(run).containsAll(request.wishes().pinned());
        plan.leftOut().forEach(one -> assertThat(met.add(one.hotspot())).as(run).isTrue());
        assertThat(met).as(run).hasSize(candidates.size());
    }

    private static WalkRequest request(SplittableRandom random, List<Candidate> candidates) {
        List<String> pinned = new ArrayList<>();
        List<String> banned = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (random.nextInt(20) == 0) {
                (random.nextBoolean() ? pinned : banned).add(candidate.id());
            }
        }
        var end = random.nextInt(4) == 0 ? near(random) : null;
        return new WalkRequest(
                near(random),
                end,
                new WalkRequest.Pace(25 + random.nextInt(100), random.nextInt(10), random.nextDouble(2, 6)),
                new WalkRequest.Limits(1 + random.nextInt(3), 1 + random.nextInt(10), random.nextDouble(1, 4)),
                Requests.usual(start).when(),
                random.nextInt(4) == 0,
                random.nextInt(4) == 0,
                new WalkRequest.Wishes(pinned, banned, List.of()),
                Map.of());
    }

    /**
     * The highest score of any order of any subset: dynamic programming over subsets by time, the only limit besides the
     * number of stops.
     */
    private static int bestScore(WalkRequest request, List<Candidate> candidates) {
        List<LonLat> places = new ArrayList<>(List.of(request.start()));
        candidates.forEach(candidate -> places.add(candidate.position()));
        FootTrips trips =
                network.trips(places, request.profile(), request.pace().speedKmh());
        int[] near = IntStream.range(1, places.size())
                .filter(i -> trips.offMetres(i).orElse(1000) <= 100 && trips.seconds(0, i) < FootTrips.NO_WAY)
                .toArray();
        long[][] quickest = new long[1 << near.length][near.length];
        int best = 0;
        for (int set = 1; set < 1 << near.length; set++) {
            int stay = Integer.bitCount(set) * request.minutesPerStop() * 60;
            int score = 0;
            long back = Long.MAX_VALUE;
            for (int last = 0; last < near.length; last++) {
                if ((set & 1 << last) != 0) {
                    score += candidates.get(near[last] - 1).score();
                    quickest[set][last] = quickest(trips, near, quickest, set, last);
                    back = Math.min(back, quickest[set][last] + trips.seconds(near[last], 0));
                }
            }
            boolean allowed =
                    Integer.bitCount(set) <= request.limits().maxStops() && back + stay <= request.minutes() * 54L;
            best = allowed ? Math.max(best, score) : best;
        }
        return best;
    }

    private static long quickest(FootTrips trips, int[] near, long[][] quickest, int set, int last) {
        int before = set ^ 1 << last;
        if (before == 0) {
            return trips.seconds(0, near[last]);
        }
        return IntStream.range(0, near.length)
                .filter(previous -> (before & 1 << previous) != 0)
                .mapToLong(previous -> quickest[before][previous] + trips.seconds(near[previous], near[last]))
                .min()
                .orElseThrow();
    }

    private static LonLat start() throws IOException {
        for (JsonNode feature : new JsonMapper()
                .readTree(DEMO.resolve("areas.geojson").toFile())
                .path("features")) {
            JsonNode start = feature.path("properties").path("start");
            if (start.isArray()) {
                return new LonLat(start.get(0).doubleValue(), start.get(1).doubleValue());
            }
        }
        throw new IllegalStateException("areas.geojson has no start");
    }

    private static List<Candidate> around(SplittableRandom random, int count) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            candidates.add(new Candidate(
                    "h" + i, near(random), 8 + random.nextInt(60), new Name("plats", "place"), new Name("?", "?")));
        }
        return candidates;
    }

    private static LonLat near(SplittableRandom random) {
        return new LonLat(
                start.lonDeg() + random.nextDouble(-0.01, 0.01), start.latDeg() + random.nextDouble(-0.005, 0.005));
    }
}
