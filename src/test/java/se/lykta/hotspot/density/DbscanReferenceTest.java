package se.lykta.hotspot.density;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real robberies of Memphis against scikit-learn, R dbscan and PostGIS, which agree; see the data's README. */
@Tag("reference")
final class DbscanReferenceTest {

    private static final Path EXPECTED = Path.of("..", "shared", "data", "hotspots", "expected");

    @Test
    void coresNoiseAndPartitionEqualScikitLearnRAndPostgis() throws IOException {
        List<String[]> points = rows("points_memphis_robberies_2019.csv");
        List<String[]> expected = rows("dbscan_memphis_robberies_2019_eps500_min15.csv");
        double[] x =
                points.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray();
        double[] y =
                points.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray();

        Clustering clustering = new Dbscan(500, 15).cluster(x, y);

        assertThat(expected).hasSameSizeAs(points).hasSizeGreaterThan(2000);
        Map<String, Integer> oursOf = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            String[] row = expected.get(i);
            assertThat(row[0]).isEqualTo(points.get(i)[0]);
            boolean core = row[1].equals("1");
            boolean noise = row[2].equals("-1");
            assertThat(clustering.isCore(i)).as("core of id " + row[0]).isEqualTo(core);
            assertThat(clustering.label(i) == Clustering.NOISE)
                    .as("noise of id " + row[0])
                    .isEqualTo(noise);
            if (core) {
                int known = oursOf.computeIfAbsent(row[2], label -> clustering.label(row(points, row[0])));
                assertThat(clustering.label(i)).as("cluster of id " + row[0]).isEqualTo(known);
            }
        }
        assertThat(new HashSet<>(oursOf.values())).hasSize(oursOf.size()).hasSize(clustering.clusters());
        assertBorders(clustering, expected, oursOf, x, y);
    }

    /** A border point with one adjacent cluster is in it; with several in the one of its nearest core. */
    private static void assertBorders(
            Clustering clustering, List<String[]> expected, Map<String, Integer> oursOf, double[] x, double[] y) {
        int ambiguous = 0;
        for (int i = 0; i < expected.size(); i++) {
            String[] row = expected.get(i);
            int adjacent = Integer.parseInt(row[3]);
            if (row[1].equals("0") && adjacent == 1) {
                assertThat(clustering.label(i)).as("border " + row[0]).isEqualTo(oursOf.get(row[2]));
            } else if (row[1].equals("0") && adjacent > 1) {
                ambiguous++;
                assertThat(clustersWithin(500, i, clustering, x, y))
                        .as("border " + row[0])
                        .hasSize(adjacent)
                        .contains(clustering.label(i));
            }
        }
        assertThat(ambiguous).isPositive();
    }

    private static Set<Integer> clustersWithin(double eps, int row, Clustering clustering, double[] x, double[] y) {
        Set<Integer> found = new HashSet<>();
        for (int j = 0; j < x.length; j++) {
            if (clustering.isCore(j) && Math.hypot(x[j] - x[row], y[j] - y[row]) <= eps) {
                found.add(clustering.label(j));
            }
        }
        return found;
    }

    private static int row(List<String[]> points, String id) {
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i)[0].equals(id)) {
                return i;
            }
        }
        throw new AssertionError("no point has the id " + id);
    }

    private static List<String[]> rows(String file) throws IOException {
        Path path = EXPECTED.resolve(file);
        assertThat(path).as("reference data beside the working directory").exists();
        return Files.readAllLines(path).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }
}
