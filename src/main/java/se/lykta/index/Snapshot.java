package se.lykta.index;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import se.lykta.geo.Morton;
import se.lykta.geo.WebMercator;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;

/**
 * All reports at one moment: primitive columns sorted by Morton code of the place, ties by id.
 *
 * <p>Exists so that reading the map never touches the database: any tile is one contiguous range of rows, found by
 * binary search ({@link #firstAtOrAfter}), and any filter is one linear pass. The rows lie in immutable leaves of some
 * thousands; a change makes the leaves it touches anew and shares all others, so there is nothing to merge in the background
 * and no second place to look. Two snapshots of the same reports answer the same, byte for byte, in whatever order and by
 * whatever changes the reports came. Immutable, safe for any number of threads.
 *
 * <p>Places are held as cells of {@link WebMercator}, so they are exact to 1 cm.
 */
public final class Snapshot {

    private static final Source[] SOURCES = Source.values();
    private static final ReportState[] STATES = ReportState.values();
    private static final Light[] LIGHTS = Light.values();

    private final long version;
    private final Leaves leaves;
    private final Places places;
    private final Touches touches;

    Snapshot(long version, Leaves leaves, Places places, Touches touches) {
        this.version = version;
        this.leaves = leaves;
        this.places = places;
        this.touches = touches;
    }

    /** A snapshot without reports. */
    public static Snapshot empty(long version) {
        return new SnapshotBuilder().build(version);
    }

    /** The number of the last change it contains; the same in every process for the same reports. */
    public long version() {
        return version;
    }

    /** How many reports there are, whatever their state. */
    public int size() {
        return leaves.size();
    }

    /** The first row whose Morton code is at least the given one; {@link #size()} if there is none. O(log n). */
    public int firstAtOrAfter(long morton) {
        return leaves.firstAtOrAfter(morton);
    }

    /**
     * The version at which a report in the Morton range {@code first..end-1} last came, went or changed, or a later one that is
     * known to this snapshot. So what is drawn from the range is the same for all snapshots that answer the same number.
     */
    public long touchedAt(long firstMorton, long endMorton) {
        return touches.touchedAt(firstMorton, endMorton);
    }

    /**
     * Adds the reports of the Morton range {@code first..end-1} that the filter wants.
     *
     * <p>O(log n) for {@link Filter#counting()}, which is told by sums made beforehand; for any other one pass over the range.
     */
    public void summarise(Filter filter, long firstMorton, long endMorton, Aggregate into) {
        long first = Math.max(firstMorton, filter.firstMorton());
        long end = Math.min(endMorton, filter.endMorton());
        summariseRows(filter, firstAtOrAfter(first), firstAtOrAfter(end), into);
    }

    /** The same for the rows {@code first..end-1}. */
    public void summariseRows(Filter filter, int firstRow, int endRow, Aggregate into) {
        if (filter.isCounting()) {
            leaves.addTo(into, firstRow, endRow);
            return;
        }
        leaves.addTo(into, filter.choice(), firstRow, endRow);
    }

    /** Hands over the rows of the Morton range {@code first..end-1} that the filter wants, ascending. */
    public void forEach(Filter filter, long firstMorton, long endMorton, IntConsumer consumer) {
        int firstRow = firstAtOrAfter(Math.max(firstMorton, filter.firstMorton()));
        int endRow = firstAtOrAfter(Math.min(endMorton, filter.endMorton()));
        forEachWord(filter, firstRow, endRow, (row, bits) -> {
            for (long rest = bits; rest != 0; rest &= rest - 1) {
                consumer.accept(row + Long.numberOfTrailingZeros(rest));
            }
        });
    }

    /** Hands over those of the rows {@code first..end-1} that the filter wants, ascending, as words that are not 0. */
    public void forEachWord(Filter filter, int firstRow, int endRow, Words consumer) {
        leaves.forEachWord(filter.choice(), firstRow, endRow, consumer);
    }

    /** Takes rows as bits: bit i stands for row {@code row + i}. */
    public interface Words {

        /** Takes a word; its row may be before the first one that was asked for. */
        void accept(int row, long bits);
    }

    /** Hands over all rows that the filter wants, ascending. */
    public void forEach(Filter filter, IntConsumer consumer) {
        forEach(filter, 0, Long.MAX_VALUE, consumer);
    }

    /** Hands over the leaves with the rows {@code first..end-1}, for loops over whole columns. */
    void forEachLeaf(int firstRow, int endRow, Stretch consumer) {
        leaves.forEachLeaf(firstRow, endRow, (leaf, first, end, row) -> consumer.accept(leaf.columns, first, end, row));
    }

    /** Takes rows {@code first..end-1} of some columns; the first of them is the snapshot's row {@code row}. */
    interface Stretch {
        void accept(Columns columns, int first, int end, int row);
    }

    /** Reads many values of many rows. */
    public RowCursor cursor() {
        return new RowCursor(leaves);
    }

    /** The Morton code of the place, see {@link Morton}. */
    public long morton(int row) {
        int leaf = leaves.leafOf(row);
        return leaves.leaves[leaf].columns.morton[row - leaves.startRow[leaf]];
    }

    /** Longitude in degrees. */
    public double lonDeg(int row) {
        return WebMercator.lonDeg(Morton.x(morton(row)) + 0.5);
    }

    /** Latitude in degrees. */
    public double latDeg(int row) {
        return WebMercator.latDeg(Morton.y(morton(row)) + 0.5);
    }

    /** The mask of causes. */
    public long causes(int row) {
        int leaf = leaves.leafOf(row);
        return leaves.leaves[leaf].columns.causes[row - leaves.startRow[leaf]];
    }

    /** When it happened, minutes since 1970-01-01T00:00Z. */
    public int minute(int row) {
        int leaf = leaves.leafOf(row);
        return leaves.leaves[leaf].columns.minute[row - leaves.startRow[leaf]];
    }

    /** Who it comes from. */
    public Source source(int row) {
        int leaf = leaves.leafOf(row);
        return SOURCES[leaves.leaves[leaf].columns.source[row - leaves.startRow[leaf]]];
    }

    /** Where it stands. */
    public ReportState state(int row) {
        int leaf = leaves.leafOf(row);
        return STATES[leaves.leaves[leaf].columns.state[row - leaves.startRow[leaf]]];
    }

    /** Whether it was dark. */
    public Light light(int row) {
        int leaf = leaves.leafOf(row);
        return LIGHTS[leaves.leaves[leaf].columns.light[row - leaves.startRow[leaf]]];
    }

    /** How unsafe it felt. */
    public Severity severity(int row) {
        int leaf = leaves.leafOf(row);
        return Severity.of(leaves.leaves[leaf].columns.severity[row - leaves.startRow[leaf]]);
    }

    /** The local hour of the week, 0..167 from Monday 00; {@link ReportPoint.When#NO_HOUR} if it is not known. */
    public int hourOfWeek(int row) {
        int leaf = leaves.leafOf(row);
        return leaves.leaves[leaf].columns.hourOfWeek[row - leaves.startRow[leaf]];
    }

    /** Whether staff left it out of all analysis. */
    public boolean excluded(int row) {
        int leaf = leaves.leafOf(row);
        return (leaves.leaves[leaf].columns.flags[row - leaves.startRow[leaf]] & Columns.EXCLUDED) != 0;
    }

    /** The keyed hash of the reporter. */
    public long reporter(int row) {
        int leaf = leaves.leafOf(row);
        return leaves.leaves[leaf].columns.reporter[row - leaves.startRow[leaf]];
    }

    /** The report's number. */
    public long id(int row) {
        int leaf = leaves.leafOf(row);
        return leaves.leaves[leaf].columns.id[row - leaves.startRow[leaf]];
    }

    /** Says whether the report of a row is wanted. */
    boolean test(Filter filter, int row) {
        int leaf = leaves.leafOf(row);
        return filter.test(leaves.leaves[leaf].columns, row - leaves.startRow[leaf]);
    }

    /**
     * A new snapshot with some reports replaced, added or taken away, the same as one built from scratch.
     *
     * <p>Shares all leaves but those in which a report was or is: O(m log n + touched leaves) for m changes, and a few
     * words for every leaf.
     *
     * @param newVersion not less than this one's
     * @param changed reports as they are now; of several with the same id the last one holds
     * @param removed ids of reports that are no more
     */
    public Snapshot with(long newVersion, List<ReportPoint> changed, long[] removed) {
        NavigableMap<Long, ReportPoint> latest = new TreeMap<>();
        changed.forEach(point -> latest.put(point.id(), point));
        long[] ids = LongStream.concat(
                        Arrays.stream(removed), latest.keySet().stream().mapToLong(Long::longValue))
                .sorted()
                .distinct()
                .toArray();
        Arrays.stream(removed).forEach(latest::remove);
        var builder = new SnapshotBuilder();
        latest.values().forEach(builder::add);
        Columns fresh = builder.sorted();
        RowKeys gone = RowKeys.of(places, ids);
        if (gone.size() == 0 && fresh.size() == 0) {
            return new Snapshot(newVersion, leaves, places, touches);
        }
        long[] touched = LongStream.concat(Arrays.stream(gone.morton), Arrays.stream(fresh.morton))
                .toArray();
        return new Snapshot(
                newVersion,
                leaves.with(gone, fresh),
                places.with(IdPage.of(ids, latest)),
                touches.with(newVersion, touched));
    }

    /** A number that is the same for the same reports, in any process; for looking whether two indexes agree. */
    public long checksum() {
        return Checksums.of(this).values().stream().reduce(0L, (sum, column) -> 31 * sum + column);
    }
}
