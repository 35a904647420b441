package se.lykta.hotspot.density;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The real robberies of Memphis against scikit-learn, R dbscan and PostGIS, which agree but for border points that touch
 * several clusters; see the data's README.
 */
@Tag("reference")
final class DbscanReferenceTest {

    private static final double EPS = 500;

    private final ReferencePoints points = ReferencePoints.read("points_memphis_robberies_2019.csv");
    private final ReferenceColumns expected =
            ReferenceColumns.read("dbscan_memphis_robberies_2019_eps500_min15.csv", points);
    private final Clustering clustering = new Dbscan(EPS, 15).cluster(points.x(), points.y());

    @Test
    void coresNoiseAndAdjacentClustersEqualTheReference() {
        assertThat(points.size()).isGreaterThan(2000);
        for (int row = 0; row < points.size(); row++) {
            String id = "id " + points.id(row);
            assertThat(clustering.isCore(row) ? 1 : 0).as(id).isEqualTo(expected.integer("core", row));
            assertThat(clustering.label(row) == Clustering.NOISE)
                    .as(id)
                    .isEqualTo(expected.integer("label_sklearn", row) == Clustering.NOISE);
            assertThat(clustering.adjacentClusters(row)).as(id).isEqualTo(expected.integer("n_adjacent_clusters", row));
        }
    }

    @Test
    void thePartitionOfUnambiguousPointsEqualsAllThreePrograms() {
        int[] unambiguous = IntStream.range(0, points.size())
                .filter(row -> expected.integer("n_adjacent_clusters", row) <= 1)
                .toArray();

        for (String program : new String[] {"label_sklearn", "label_r", "label_postgis"}) {
            assertThat(RandIndex.adjusted(labels(clustering), expected.integers(program), unambiguous))
                    .as(program)
                    .isEqualTo(1);
        }
        assertThat(Arrays.stream(expected.integers("label_sklearn")).max().orElseThrow())
                .isEqualTo(clustering.clusters() - 1);
    }

    @Test
    void anAmbiguousBorderPointIsInOneOfItsAdjacentClusters() {
        int[] ambiguous = IntStream.range(0, points.size())
                .filter(row -> expected.integer("n_adjacent_clusters", row) > 1)
                .toArray();

        assertThat(ambiguous).isNotEmpty();
        for (int row : ambiguous) {
            assertThat(clustersNear(row)).as("id " + points.id(row)).contains(clustering.label(row));
        }
    }

    @Test
    void anotherOrderOfRowsAndAnotherOriginChangeNothing() {
        long seed = 17;
        var random = new Random(seed);
        int[] rows = IntStream.range(0, points.size()).toArray();
        for (int i = rows.length - 1; i > 0; i--) {
            int at = random.nextInt(i + 1);
            int swap = rows[i];
            rows[i] = rows[at];
            rows[at] = swap;
        }
        double[] x = Arrays.stream(rows)
                .mapToDouble(row -> points.x()[row] - 700_000)
                .toArray();
        double[] y = Arrays.stream(rows)
                .mapToDouble(row -> points.y()[row] + 2_000_000)
                .toArray();

        Clustering other = new Dbscan(EPS, 15).cluster(x, y);

        for (int i = 0; i < rows.length; i++) {
            assertThat(other.label(i)).as("seed " + seed).isEqualTo(clustering.label(rows[i]));
            assertThat(other.isCore(i)).isEqualTo(clustering.isCore(rows[i]));
        }
    }

    private Set<Integer> clustersNear(int row) {
        Set<Integer> found = new HashSet<>();
        for (int other = 0; other < points.size(); other++) {
            double dx = points.x()[other] - points.x()[row];
            double dy = points.y()[other] - points.y()[row];
            if (clustering.isCore(other) && Math.hypot(dx, dy) <= EPS) {
                found.add(clustering.label(other));
            }
        }
        return found;
    }

    private static int[] labels(Clustering clustering) {
        return IntStream.range(0, clustering.size()).map(clustering::label).toArray();
    }
}
