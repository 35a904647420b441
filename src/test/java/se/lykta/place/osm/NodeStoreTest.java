package se.lykta.place.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeStoreTest {

    private static final long SEED = 20261122;

    /** Around the borders of pages, which have 32 768 nodes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 32_767, 32_768, 32_769, 65_536, 200_000})
    void everyNodeIsFoundAndNoOther(int count) {
        var nodes = new NodeStore();
        LongStream.range(0, count).forEach(i -> nodes.add(3 * i + 1, lon(i), 56));

        assertThat(nodes.size()).isEqualTo(count);
        for (long i = 0; i < count; i++) {
            int index = nodes.indexOf(3 * i + 1);
            assertThat(nodes.position(index).x).isEqualTo(lon(i));
        }
        assertThat(nodes.indexOf(0)).isEqualTo(NodeStore.MISSING);
        assertThat(nodes.indexOf(3L * (count / 2) + 2)).isEqualTo(NodeStore.MISSING);
        assertThat(nodes.indexOf(3L * count + 1)).isEqualTo(NodeStore.MISSING);
    }

    @Test
    void orderOfTheFileDoesNotMatter() {
        List<Long> ids = new ArrayList<>(
                LongStream.range(-70_000, 70_000).map(i -> i * 5).boxed().toList());
        Collections.shuffle(ids, new Random(SEED));
        var nodes = new NodeStore();
        ids.forEach(id -> nodes.add(id, lon(id + 350_000), 56));

        for (long id : ids) {
            assertThat(nodes.position(nodes.indexOf(id)).x).as("seed " + SEED).isEqualTo(lon(id + 350_000));
        }
        assertThat(nodes.indexOf(1)).isEqualTo(NodeStore.MISSING);
    }

    @Test
    void positionsAreExactToTheLastDigitOfTheFile() {
        var nodes = new NodeStore();
        nodes.add(1, 13.0000001, -56.7654321);
        nodes.add(2, -180, 90);

        assertThat(nodes.position(0).x).isEqualTo(13.0000001);
        assertThat(nodes.position(0).y).isEqualTo(-56.7654321);
        assertThat(nodes.position(1).x).isEqualTo(-180);
    }

    private static double lon(long i) {
        return i % 1_000_000 / 1e7;
    }
}
