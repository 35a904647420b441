package se.lykta.index;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * binary search ({@link #firstAtOrAfter}), and any filter is one linear pass. Two snapshots of the same reports are the same
 * byte for byte, in whatever order the reports came. Immutable, safe for any number of threads.
 *
 * <p>Places are held as cells of {@link WebMercator}, so they are exact to 1 cm.
 */
public final class Snapshot {

    private static final Source[] SOURCES = Source.values();
    private static final ReportState[] STATES = ReportState.values();
    private static final Light[] LIGHTS = Light.values();

    private final long version;
    private final Columns columns;

    Snapshot(long version, Columns columns) {
        this.version = version;
        this.columns = columns;
    }

    /** A snapshot without reports. */
    public static Snapshot empty(long version) {
        return new Snapshot(version, new Columns(0));
    }

    /** The number of the last change it contains; the same in every process for the same reports. */
    public long version() {
        return version;
    }

    /** How many reports there are, whatever their state. */
    public int size() {
        return columns.size();
    }

    /** The first row whose Morton code is at least the given one; {@link #size()} if there is none. */
    public int firstAtOrAfter(long morton) {
        int low = 0;
        int high = columns.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (columns.morton[middle] < morton) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The Morton code of the place, see {@link Morton}. */
    public long morton(int row) {
        return columns.morton[row];
    }

    /** Longitude in degrees. */
    public double lonDeg(int row) {
        return WebMercator.lonDeg(Morton.x(columns.morton[row]) + 0.5);
    }

    /** Latitude in degrees. */
    public double latDeg(int row) {
        return WebMercator.latDeg(Morton.y(columns.morton[row]) + 0.5);
    }

    /** The mask of causes. */
    public long causes(int row) {
        return columns.causes[row];
    }

    /** When it happened, minutes since 1970-01-01T00:00Z. */
    public int minute(int row) {
        return columns.minute[row];
    }

    /** Who it comes from. */
    public Source source(int row) {
        return SOURCES[columns.source[row]];
    }

    /** Where it stands. */
    public ReportState state(int row) {
        return STATES[columns.state[row]];
    }

    /** Whether it was dark. */
    public Light light(int row) {
        return LIGHTS[columns.light[row]];
    }

    /** How unsafe it felt. */
    public Severity severity(int row) {
        return Severity.of(columns.severity[row]);
    }

    /** The local hour of the week, 0..167 from Monday 00; {@link ReportPoint.When#NO_HOUR} if it is not known. */
    public int hourOfWeek(int row) {
        return columns.hourOfWeek[row];
    }

    /** The keyed hash of the reporter. */
    public long reporter(int row) {
        return columns.reporter[row];
    }

    /** The report's number. */
    public long id(int row) {
        return columns.id[row];
    }

    /**
     * A new snapshot with some reports replaced, added or taken away, the same as one built from scratch.
     *
     * <p>A merge of two sorted lists: O(n + m log m) for n reports and m changes, unchanged stretches are copied as
     * blocks.
     *
     * @param changed reports as they are now; of several with the same id the last one holds
     * @param removed ids of reports that are no more
     */
    public Snapshot with(long newVersion, List<ReportPoint> changed, long[] removed) {
        if (changed.isEmpty() && removed.length == 0) {
            return new Snapshot(newVersion, columns);
        }
        Map<Long, ReportPoint> latest = new LinkedHashMap<>();
        changed.forEach(point -> latest.put(point.id(), point));
        Arrays.stream(removed).forEach(latest::remove);
        var builder = new SnapshotBuilder();
        latest.values().forEach(builder::add);
        long[] stale = Arrays.copyOf(removed, removed.length + changed.size());
        for (int i = 0; i < changed.size(); i++) {
            stale[removed.length + i] = changed.get(i).id();
        }
        Arrays.sort(stale);
        return new Snapshot(newVersion, Merge.of(columns, stale, builder.build(newVersion).columns));
    }

    /** A number that is the same for the same reports, in any process; for looking whether two indexes agree. */
    public long checksum() {
        return Checksums.of(this).values().stream().reduce(0L, (sum, column) -> 31 * sum + column);
    }

    /** The raw columns, for loops inside the package that are hot enough to need them. */
    Columns columns() {
        return columns;
    }
}
