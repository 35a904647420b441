package se.lykta.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;
import se.lykta.http.ApiException;

/** Real towns: Östermalm in Stockholm, eastern Malmö. */
@Tag("reference")
class RealExtractsTest {

    private static final Path DATA = Path.of("..", "shared", "data", "osm");

    @ParameterizedTest
    @CsvSource({"stockholm-2020.osm.pbf, 18.072, 59.338", "malmo-2013.osm.pbf, 13.028, 55.601"})
    void walksPastFortyPlacesKeepTimeAndLength(String name, double lonDeg, double latDeg, @TempDir Path directory) {
        assertThat(DATA).as("reference extracts").isDirectory();
        var start = new LonLat(lonDeg, latDeg);
        var random = new SplittableRandom(6);
        try (var network = FootNetwork.open(DATA.resolve(name), directory)) {
            var planner = new WalkPlanner(network, ZoneId.of("Europe/Stockholm"));
            for (int run = 0; run < 20; run++) {
                WalkRequest usual = Requests.usual(start);
                WalkRequest request = run % 2 == 0 ? Requests.stepFree(usual) : usual;

                WalkPlan plan = planner.plan(request, around(start, random));
                Loop walk = plan.loops().get(0);

                assertThat(walk.totals().seconds()).as("seed 6 run %d", run).isLessThanOrEqualTo(90 * 54);
                assertThat(walk.totals().metres()).isLessThanOrEqualTo(2500);
                assertThat(walk.stops().size() + plan.leftOut().size()).isEqualTo(40);
            }
        }
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
