package se.lykta.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;

/** The town that the demonstration shows can be walked. */
class DemoTownTest {

    private static final Path DEMO = Path.of("data", "demo");

    @Test
    void ninetyMinutesFromTheStartReachSeveralPlacesAroundIt(@TempDir Path directory) throws IOException {
        LonLat start = start();
        try (var network = FootNetwork.open(DEMO.resolve("ljusbro.osm"), directory)) {

            Loop walk = new WalkPlanner(network, ZoneId.of("Europe/Stockholm")).plan(Requests.usual(start), around(start)).loops().get(0);

            assertThat(walk.stops()).hasSizeBetween(4, 8);
            assertThat(walk.totals().seconds()).isLessThanOrEqualTo(90 * 54);
            assertThat(walk.totals().metres()).isLessThanOrEqualTo(2500);
        }
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

    private static List<Candidate> around(LonLat start) {
        var random = new SplittableRandom(11);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            var place = new LonLat(
                    start.lonDeg() + random.nextDouble(-0.01, 0.01), start.latDeg() + random.nextDouble(-0.005, 0.005));
            candidates.add(new Candidate("h" + i, place, 10, new Name("plats", "place"), new Name("?", "?")));
        }
        return candidates;
    }
}
