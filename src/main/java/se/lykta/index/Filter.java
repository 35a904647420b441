package se.lykta.index;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import se.lykta.http.QueryParameters;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/**
 * Which reports are wanted: by cause, source, state, time, light and box; all conditions together.
 *
 * <p>Exists so that every tile, list, count and export takes the same query parameters and means the same. It is
 * evaluated on the columns of a snapshot, nothing is indexed for it. Immutable; equal filters have equal keys.
 */
public final class Filter {

    /** The names of the query parameters. */
    public static final List<String> PARAMETERS = List.of("cause", "source", "state", "from", "to", "light", "bbox");

    static final int ALL_SOURCES = (1 << Source.values().length) - 1;
    static final int ALL_LIGHTS = (1 << Light.values().length) - 1;
    static final int ALL_STATES = (1 << ReportState.values().length) - 1;
    static final int COUNTING_STATES = Arrays.stream(ReportState.values())
            .filter(ReportState::counts)
            .mapToInt(Columns::bit)
            .reduce(0, (a, b) -> a | b);

    /** What {@link #describe()} says of {@link #counting()}. */
    private static final String COUNTING_KEY = "f.s" + Integer.toHexString(COUNTING_STATES);

    private static final Window ALWAYS = new Window(Integer.MIN_VALUE, Integer.MAX_VALUE);

    private final long causes;
    private final int sources;
    private final int states;
    private final int lights;
    private final Window window;
    private final CellBox box;
    private final boolean bounded;
    private final String key;
    private final boolean isCounting;

    /**
     * A filter by masks.
     *
     * @param causes any of these; 0 for all
     */
    Filter(long causes, int sources, int states, int lights, Window window, CellBox box) {
        this.causes = causes;
        this.sources = sources;
        this.states = states;
        this.lights = lights;
        this.window = window;
        this.box = box;
        this.bounded = !box.equals(CellBox.WORLD);
        this.key = describe();
        this.isCounting = key.equals(COUNTING_KEY);
    }

    /** All reports that count ({@link ReportState#counts()}): what no parameter at all means. */
    public static Filter counting() {
        return new Filter(0, ALL_SOURCES, COUNTING_STATES, ALL_LIGHTS, ALWAYS, CellBox.WORLD);
    }

    /** Every report, whatever its state. */
    public static Filter everything() {
        return new Filter(0, ALL_SOURCES, ALL_STATES, ALL_LIGHTS, ALWAYS, CellBox.WORLD);
    }

    /**
     * The filter of a request; faults are noted in the parameters, so the caller ends with {@link QueryParameters#check()}.
     *
     * @param zone whose days {@code from} and {@code to} are
     */
    public static Filter parse(QueryParameters parameters, Taxonomy taxonomy, ZoneId zone) {
        return new FilterParser(parameters, taxonomy, zone).parse();
    }

    /** The names of the query parameters with the caller's own ones behind, as {@link QueryParameters#of} takes them. */
    public static String[] parametersAnd(String... others) {
        return Stream.concat(PARAMETERS.stream(), Arrays.stream(others)).toArray(String[]::new);
    }

    /** Says whether the report in a row is wanted. */
    public boolean test(Snapshot snapshot, int row) {
        return snapshot.test(this, row);
    }

    /** Says whether it is {@link #counting()}, which snapshots answer without looking at rows. */
    public boolean isCounting() {
        return isCounting;
    }

    boolean test(Columns columns, int row) {
        int minute = columns.minute[row];
        return (causes == 0 || (columns.causes[row] & causes) != 0)
                && (1 << columns.state[row] & states) != 0
                && (1 << columns.source[row] & sources) != 0
                && (1 << columns.light[row] & lights) != 0
                && minute >= window.fromMinute
                && minute < window.endMinute
                && (!bounded || box.contains(columns.morton[row]));
    }

    /** How many reports of the Morton range {@code first..end-1} are wanted; O(log n + rows in the range). */
    public int count(Snapshot snapshot, long first, long end) {
        var mass = new Mass();
        snapshot.summarise(this, first, end, mass);
        return mass.count();
    }

    /** How many reports are wanted. */
    public int count(Snapshot snapshot) {
        return count(snapshot, 0, Long.MAX_VALUE);
    }

    /** The first minute wanted, if there is a limit. */
    public OptionalInt fromMinute() {
        return window.fromMinute == Integer.MIN_VALUE ? OptionalInt.empty() : OptionalInt.of(window.fromMinute);
    }

    /** The first minute not wanted any more, if there is a limit. */
    public OptionalInt endMinute() {
        return window.endMinute == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(window.endMinute);
    }

    /** The same filter with another time window, {@code fromMinute} included, {@code endMinute} not. */
    public Filter withWindow(int fromMinute, int endMinute) {
        return new Filter(causes, sources, states, lights, new Window(fromMinute, endMinute), box);
    }

    /** The same filter, but of the wanted states only those that count; never more. */
    public Filter countingOnly() {
        return new Filter(causes, sources, states & COUNTING_STATES, lights, window, box);
    }

    /** Canonical text, visible ASCII without quotes: equal for filters that want the same; for entity tags and caches. */
    public String key() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Filter filter && filter.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key;
    }

    /** One letter and the value for each part; a part that wants everything is left out. */
    private String describe() {
        var text = new StringBuilder("f");
        if (causes != 0) {
            text.append(".c").append(Long.toHexString(causes));
        }
        if (sources != ALL_SOURCES) {
            text.append(".o").append(Integer.toHexString(sources));
        }
        if (states != ALL_STATES) {
            text.append(".s").append(Integer.toHexString(states));
        }
        if (lights != ALL_LIGHTS) {
            text.append(".l").append(lights);
        }
        fromMinute().ifPresent(minute -> text.append(".a").append(minute));
        endMinute().ifPresent(minute -> text.append(".z").append(minute));
        if (bounded) {
            text.append(".b%x_%x_%x_%x".formatted(box.minX(), box.minY(), box.maxX(), box.maxY()));
        }
        return text.toString();
    }

    /** Minutes since 1970-01-01T00:00Z, the first included, the end not. */
    record Window(int fromMinute, int endMinute) {}
}
