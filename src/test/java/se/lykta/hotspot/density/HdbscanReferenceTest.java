package se.lykta.hotspot.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real robberies of Memphis against R dbscan, whose rows stand in the order of their ids. */
@Tag("reference")
final class HdbscanReferenceTest {

    private final ReferencePoints points = ReferencePoints.read("points_memphis_robberies_2019.csv");
    private final ReferenceColumns expected = ReferenceColumns.read("hdbscan_memphis_robberies_2019_min10.csv", points);
    private final HdbscanClustering clustering = new Hdbscan(10).cluster(points.x(), points.y());

    @Test
    void clustersAndNoiseEqualRDbscan() {
        int[] labels = IntStream.range(0, points.size()).map(clustering::label).toArray();

        assertThat(clustering.clusters()).isEqualTo(45);
        assertThat(IntStream.of(labels)
                        .filter(label -> label == Clustering.NOISE)
                        .count())
                .isEqualTo(911);
        assertThat(RandIndex.adjusted(labels, expected.integers("label"))).isEqualTo(1);
        for (int row = 0; row < points.size(); row++) {
            assertThat(labels[row] == Clustering.NOISE)
                    .as("id " + points.id(row))
                    .isEqualTo(expected.integer("label", row) == Clustering.NOISE);
        }
    }

    @Test
    void theSpanningTreeIsAsHeavy() {
        assertThat(clustering.treeWeight()).isCloseTo(1_602_885.81, within(0.005));
    }

    @Test
    void coreDistancesMembershipAndOutlierScoresEqualRDbscan() {
        double[] core = expected.numbers("core_dist");
        double[] membership = expected.numbers("membership_prob");
        double[] outlier = expected.numbers("outlier_score_glosh");

        for (int row = 0; row < points.size(); row++) {
            String id = "id " + points.id(row);
            assertThat(clustering.coreDistance(row)).as(id).isCloseTo(core[row], within(1e-9));
            assertThat(clustering.membership(row)).as(id).isCloseTo(membership[row], within(1e-9));
            assertThat(clustering.outlierScore(row)).as(id).isCloseTo(outlier[row], within(1e-9));
        }
    }
}
