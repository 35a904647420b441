package se.lykta.walk.orienteering;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lykta.walk.orienteering.OrienteeringProblem.Ends;
import se.lykta.walk.orienteering.OrienteeringProblem.Limits;

/** The classical instances of Tsiligirides and Chao against their best known values. */
@Tag("reference")
class ReferenceInstancesTest {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceInstancesTest.class);
    private static final Path DATA = Path.of("..", "shared", "data", "orienteering");
    private static final double UNIT = 1e6;
    /** Less than 0.2 s of a core. */
    private static final int ROUNDS = 15_000;

    @Test
    void classicalInstancesAreSolvedToTheirBestKnownValue() throws IOException, InfeasibleException {
        assertThat(DATA).as("reference instances").isDirectory();
        Map<String, Long> bestKnown = bestKnown();
        List<String> behind = new ArrayList<>();
        double gapSum = 0;
        List<Path> files = new ArrayList<>();
        for (String set : List.of("tsil1", "tsil2", "tsil3", "chao64", "chao66")) {
            try (Stream<Path> list = Files.list(DATA.resolve("instances").resolve(set))) {
                files.addAll(list.sorted().toList());
            }
        }
        for (Path file : files) {
            JsonNode instance = new JsonMapper().readTree(file.toFile());
            OrienteeringProblem problem = problem(instance);
            Solution tour = new OrienteeringSolver(() -> Effort.ofRounds(ROUNDS), 1).solve(problem);
            String name = instance.get("name").asText();
            long best = requireNonNull(bestKnown.get(name), name);
            assertThat(Instances.isAllowed(problem, tour)).isTrue();
            gapSum += best == 0 ? 0 : 100.0 * (best - tour.score()) / best;
            if (tour.score() < best) {
                behind.add("%s: %d of %d".formatted(name, tour.score(), best));
            }
        }

        LOG.info("{} classical instances, mean gap {} %, behind: {}", files.size(), gapSum / files.size(), behind);
        assertThat(files).hasSize(89);
        assertThat(behind).isEmpty();
    }

    private static Map<String, Long> bestKnown() throws IOException {
        Map<String, Long> values = new HashMap<>();
        List<String> lines = Files.readAllLines(DATA.resolve("best-known.csv"));
        List<String> header = List.of(lines.get(0).split(",", -1));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            values.put(
                    fields[header.indexOf("instance")], Math.round(Double.parseDouble(fields[header.indexOf("bks")])));
        }
        return values;
    }

    /** Unrounded distances in millionths; the budget gets the slack of a rounding for every arc. */
    private static OrienteeringProblem problem(JsonNode instance) {
        int size = instance.get("n").asInt();
        JsonNode coords = instance.get("coords");
        int[][] arcs = new int[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double dx =
                        coords.get(i).get(0).asDouble() - coords.get(j).get(0).asDouble();
                double dy =
                        coords.get(i).get(1).asDouble() - coords.get(j).get(1).asDouble();
                arcs[i][j] = (int) Math.round(Math.hypot(dx, dy) * UNIT);
            }
        }
        int[] scores = IntStream.range(0, size)
                .map(i -> instance.get("scores").get(i).asInt())
                .toArray();
        var ends = new Ends(instance.get("start").asInt(), instance.get("end").asInt());
        int budget = (int) Math.round(instance.get("budget").asDouble() * UNIT) + size;
        return new OrienteeringProblem(ends, scores, arcs, arcs, Limits.ofSeconds(budget));
    }
}
