package se.lykta.walk.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.Dijkstra;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.util.PMap;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's search from one node to one other is the oracle. */
class FootSearchTest {

    private static final Path DATA = Path.of("..", "shared", "data", "osm");

    private final Path directory;

    FootSearchTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @ValueSource(strings = {"everyone", "step_free", "everyone_lit", "step_free_lit"})
    void costOfEveryWayIsThatOfASearchForItAlone(String profile) {
        GraphHopper engine = FootGraphStore.open(GridTown.file(directory), directory.resolve("graph"));
        try {
            assertEqualsEngine(engine, profile, 54);
        } finally {
            engine.close();
        }
    }

    @Tag("reference")
    @ParameterizedTest
    @ValueSource(strings = {"stockholm-2020.osm.pbf", "malmo-2013.osm.pbf"})
    void costOfEveryWayInATownIsThatOfASearchForItAlone(String name) {
        GraphHopper engine = FootGraphStore.open(DATA.resolve(name), directory);
        try {
            for (FootProfile profile : FootProfile.ALL) {
                assertEqualsEngine(engine, profile.key(), 40);
            }
        } finally {
            engine.close();
        }
    }

    @Test
    void searchFromAnotherNodeForgetsTheFirst() {
        GraphHopper engine = FootGraphStore.open(GridTown.file(directory), directory.resolve("graph"));
        try {
            var weighting = engine.createWeighting(engine.getProfile("everyone"), new PMap());
            var search = new FootSearch(new FootArcs(engine.getBaseGraph(), weighting));
            BitSet all = new BitSet();
            all.set(0, engine.getBaseGraph().getNodes());

            search.run(0, all);
            search.run(5, all);

            assertThat(search.millis(5)).isZero();
            assertThat(search.edges(5)).isEmpty();
            assertThat(search.millis(0)).isPositive();
        } finally {
            engine.close();
        }
    }

    private static void assertEqualsEngine(GraphHopper engine, String profile, int count) {
        var graph = engine.getBaseGraph();
        var weighting = engine.createWeighting(engine.getProfile(profile), new PMap());
        var search = new FootSearch(new FootArcs(graph, weighting));
        List<Integer> nodes = new SplittableRandom(3)
                .ints(0, graph.getNodes())
                .distinct()
                .limit(count)
                .boxed()
                .toList();
        BitSet targets = new BitSet();
        nodes.forEach(targets::set);
        for (int from : nodes) {
            search.run(from, targets);
            for (int to : nodes) {
                var alone = new Dijkstra(graph, weighting, TraversalMode.NODE_BASED).calcPath(from, to);
                assertThat(search.isReached(to)).isEqualTo(alone.isFound());
                if (alone.isFound()) {
                    assertThat(search.cost(to) / 1000.0)
                            .as("seed 3, %s, from %d to %d", profile, from, to)
                            .isCloseTo(alone.getWeight(), within(0.001 * (1 + alone.getEdgeCount())));
                }
            }
        }
    }
}
