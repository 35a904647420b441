package se.lykta.walk.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;
import se.lykta.http.ApiException;
import se.lykta.taxonomy.Light;
import se.lykta.walk.network.FootLeg;
import se.lykta.walk.network.FootNetwork;

/** Real towns: Östermalm in Stockholm, eastern Malmö. */
@Tag("reference")
class RealExtractsTest {

    private static final Logger LOG = LoggerFactory.getLogger(RealExtractsTest.class);
    private static final Path DATA = Path.of("..", "shared", "data", "osm");

    @ParameterizedTest
    @CsvSource({"stockholm-2020.osm.pbf, 18.072, 59.338", "malmo-2013.osm.pbf, 13.028, 55.601"})
    void twoGroupsWithoutStepsInTheDarkKeepTimeAndLength(
            String name, double lonDeg, double latDeg, @TempDir Path directory) {
        assertThat(DATA).as("reference extracts").isDirectory();
        var start = new LonLat(lonDeg, latDeg);
        WalkRequest request = Requests.groups(
                Requests.when(
                        Requests.stepFree(Requests.usual(start)), new WalkRequest.When(Light.DARK, Requests.DAY, null)),
                2);
        var random = new SplittableRandom(6);
        List<Long> millis = new ArrayList<>();
        try (var network = FootNetwork.open(DATA.resolve(name), directory)) {
            var planner = new WalkPlanner(network, ZoneId.of("Europe/Stockholm"));
            for (int run = 0; run < 100; run++) {
                List<Candidate> candidates = around(start, random);
                long before = System.nanoTime();

                WalkPlan plan = planner.plan(request, candidates);

                millis.add((System.nanoTime() - before) / 1_000_000);
                assertKeepsLimits("seed 6 run " + run, plan);
                assertThat(planner.plan(request, candidates)).isEqualTo(plan);
            }
        }
        Collections.sort(millis);
        LOG.info("{}: a plan takes {} ms, at most {}", name, millis.get(50), millis.get(99));
    }

    private static void assertKeepsLimits(String run, WalkPlan plan) {
        int stops = 0;
        for (Loop loop : plan.loops()) {
            int seconds = loop.legs().stream().mapToInt(FootLeg::seconds).sum()
                    + loop.stops().size() * 300;
            assertThat(seconds).as(run).isLessThanOrEqualTo(90 * 54);
            assertThat(loop.legs().stream().mapToInt(FootLeg::metres).sum())
                    .as(run)
                    .isLessThanOrEqualTo(2500);
            assertThat(loop.legs().stream().mapToInt(FootLeg::stepMetres).sum())
                    .as(run)
                    .isZero();
            stops += loop.stops().size();
        }
        assertThat(plan.loops()).as(run).hasSize(2);
        assertThat(plan.departure().dark()).as(run).isTrue();
        assertThat(stops + plan.leftOut().size()).as(run).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.9})
    void cutOffExtractIsRefused(double share, @TempDir Path directory) throws IOException {
        byte[] whole = Files.readAllBytes(DATA.resolve("malmo-2013.osm.pbf"));
        Path cut = Files.write(directory.resolve("cut.osm.pbf"), Arrays.copyOf(whole, (int) (whole.length * share)));

        assertThatThrownBy(() -> FootNetwork.open(cut, directory.resolve("graph")))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo("osm-file-unreadable"));
    }

    private static List<Candidate> around(LonLat centre, SplittableRandom random) {
        return IntStream.range(0, 40)
                .mapToObj(i -> new Candidate(
                        "h" + i,
                        new LonLat(
                                centre.lonDeg() + random.nextDouble(-0.012, 0.012),
                                centre.latDeg() + random.nextDouble(-0.007, 0.007)),
                        8 + random.nextInt(60),
                        new Name("plats", "place"),
                        new Name("rapporter", "reports")))
                .toList();
    }
}
