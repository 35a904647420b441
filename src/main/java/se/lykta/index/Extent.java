package se.lykta.index;

import java.util.Arrays;
import java.util.Optional;
import se.lykta.geo.Bbox;
import se.lykta.geo.LonLat;

/**
 * Where and when the counting reports of a snapshot are.
 *
 * <p>The box leaves out the outermost hundredth on each side, and the middle is the median, so that one stray point on
 * another continent moves neither. O(n log n): compute it once per snapshot. Immutable.
 *
 * @param reports how many counting reports there are, at least 1
 * @param box the 1st to 99th percentile of longitude and latitude
 * @param middle the medians of longitude and latitude
 * @param firstMinute the oldest, minutes since 1970-01-01T00:00Z
 * @param lastMinute the newest
 */
public record Extent(int reports, Bbox box, LonLat middle, int firstMinute, int lastMinute) {

    private static final double MARGIN = 0.01;

    /** The extent of a snapshot; empty if no report counts. */
    public static Optional<Extent> of(Snapshot snapshot) {
        Filter counting = Filter.counting();
        int[] rows = new int[snapshot.size()];
        int reports = 0;
        for (int row = 0; row < rows.length; row++) {
            if (counting.test(snapshot, row)) {
                rows[reports++] = row;
            }
        }
        return reports == 0 ? Optional.empty() : Optional.of(of(snapshot, Arrays.copyOf(rows, reports)));
    }

    private static Extent of(Snapshot snapshot, int[] rows) {
        double[] lonDeg =
                Arrays.stream(rows).mapToDouble(snapshot::lonDeg).sorted().toArray();
        double[] latDeg =
                Arrays.stream(rows).mapToDouble(snapshot::latDeg).sorted().toArray();
        int low = (int) (MARGIN * (rows.length - 1));
        int high = rows.length - 1 - low;
        int median = rows.length / 2;
        return new Extent(
                rows.length,
                new Bbox(lonDeg[low], latDeg[low], lonDeg[high], latDeg[high]),
                new LonLat(lonDeg[median], latDeg[median]),
                Arrays.stream(rows).map(snapshot::minute).min().orElseThrow(),
                Arrays.stream(rows).map(snapshot::minute).max().orElseThrow());
    }
}
