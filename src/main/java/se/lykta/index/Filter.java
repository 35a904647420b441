package se.lykta.index;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lykta.http.QueryParameters;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Taxonomy;

/**
 * Which reports are wanted: by cause, source, state, time, hour, weekday, light, severity, exclusion, area and box; all
 * conditions together.
 *
 * <p>Exists so that every tile, list, count and export takes the same query parameters and means the same. It is
 * evaluated on the columns of a snapshot, nothing is indexed for it. A report whose hour is not known (only its day or
 * month is, or it recurs) is never wanted by a condition on hours or weekdays. {@link Filters} reads it from a request.
 * Immutable; equal filters have equal keys.
 */
public final class Filter {

    /** The names of the query parameters. */
    public static final List<String> PARAMETERS = List.of(
            "cause",
            "cause_all",
            "source",
            "state",
            "from",
            "to",
            "hours",
            "weekday",
            "light",
            "severity",
            "excluded",
            "area",
            "bbox");

    /** The states of reports that count. */
    static final int COUNTING_STATES = Conditions.Values.COUNTING_STATES;

    /** The conditions of {@link #counting()}. */
    private static final Conditions COUNTING =
            Conditions.NONE.withValues(Conditions.NONE.values().counting());

    private final Conditions conditions;
    private final String key;
    private final boolean counting;
    private final long firstMorton;
    private final long endMorton;

    private final boolean caused;
    private final long anyCause;
    private final long[] eachCause;
    private final int sources;
    private final int states;
    private final int lights;
    private final int severities;
    private final int exclusions;
    private final int fromMinute;
    private final int endMinute;
    private final boolean @Nullable [] hours;
    private final boolean everywhere;
    private final Choice choice;

    /** A filter of some conditions. */
    Filter(Conditions conditions) {
        this.conditions = conditions;
        key = conditions.describe();
        counting = conditions.equals(COUNTING);
        firstMorton = conditions.place().firstMorton();
        endMorton = conditions.place().endMorton();
        Conditions.Causes causes = conditions.causes();
        caused = !causes.equals(Conditions.Causes.ANY);
        anyCause = causes.any() == 0 ? -1 : causes.any();
        eachCause = causes.each().stream().mapToLong(Long::longValue).toArray();
        Conditions.Values values = conditions.values();
        sources = values.sources();
        states = values.states();
        lights = values.lights();
        severities = values.severities();
        exclusions = values.exclusions();
        boolean timed = values.hours() != Conditions.Values.ALL.hours()
                || values.weekdays() != Conditions.Values.ALL.weekdays();
        hours = timed ? values.hoursOfWeek() : null;
        fromMinute = conditions.window().fromMinute();
        endMinute = conditions.window().endMinute();
        everywhere = conditions.place().isEverywhere();
        choice = new Choice(conditions);
    }

    /** All reports that count ({@link ReportState#counts()}, and not excluded): what no parameter at all means. */
    public static Filter counting() {
        return new Filter(COUNTING);
    }

    /** Every report, whatever its state. */
    public static Filter everything() {
        return new Filter(Conditions.NONE);
    }

    /** The filter of a request where no areas are known, see {@link Filters#parse}. */
    public static Filter parse(QueryParameters parameters, Taxonomy taxonomy, ZoneId zone) {
        return new Filters(taxonomy, zone, List::of).parse(parameters);
    }

    /** The names of the query parameters with the caller's own ones behind, as a request's parameters are named. */
    public static String[] parametersAnd(String... others) {
        return Stream.concat(PARAMETERS.stream(), Arrays.stream(others)).toArray(String[]::new);
    }

    /** Says whether the report in a row is wanted. */
    public boolean test(Snapshot snapshot, int row) {
        return snapshot.test(this, row);
    }

    /** Says whether it is {@link #counting()}, which snapshots answer without looking at rows. */
    public boolean isCounting() {
        return counting;
    }

    /** The same in the hot loops of this package: first what is cheap and turns most away. */
    boolean test(Columns columns, int row) {
        int minute = columns.minute[row];
        return minute >= fromMinute
                && minute < endMinute
                && (states >>> columns.state[row]
                                & sources >>> columns.source[row]
                                & lights >>> columns.light[row]
                                & severities >>> columns.severity[row]
                                & exclusions >>> columns.flags[row]
                                & 1)
                        != 0
                && (!caused || hasCauses(columns.causes[row]))
                && (hours == null || hours[columns.hourOfWeek[row] + 1])
                && (everywhere || conditions.place().contains(columns.morton[row]));
    }

    /** Says whether a row meets the conditions that no facet shows: exclusion, all of several causes, area and box. */
    boolean meetsHidden(Columns columns, int row) {
        return (exclusions >>> columns.flags[row] & 1) != 0
                && (eachCause.length == 0 || hasEachCause(columns.causes[row]))
                && (everywhere || conditions.place().contains(columns.morton[row]));
    }

    private boolean hasCauses(long causes) {
        return (causes & anyCause) != 0 && hasEachCause(causes);
    }

    private boolean hasEachCause(long causes) {
        boolean all = true;
        for (long each : eachCause) {
            all &= (causes & each) != 0;
        }
        return all;
    }

    /** The same for many rows at once. */
    Choice choice() {
        return choice;
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

    /** The least Morton code that may be wanted: rows before it need no look. */
    public long firstMorton() {
        return firstMorton;
    }

    /** A Morton code behind all that may be wanted: rows from it on need no look. */
    public long endMorton() {
        return endMorton;
    }

    /**
     * The part of a region in which reports may be wanted: what areas and box leave of it.
     *
     * @param region valid polygons in longitude and latitude
     * @return the same, empty if nothing is left
     */
    public Geometry within(Geometry region) {
        return conditions.place().within(region);
    }

    /** The first minute wanted, if there is a limit. */
    public OptionalInt fromMinute() {
        return fromMinute == Integer.MIN_VALUE ? OptionalInt.empty() : OptionalInt.of(fromMinute);
    }

    /** The first minute not wanted any more, if there is a limit. */
    public OptionalInt endMinute() {
        return endMinute == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(endMinute);
    }

    /** The same filter with another time window, {@code from} included, {@code end} not. */
    public Filter withWindow(int from, int end) {
        return new Filter(conditions.withWindow(new Conditions.Window(from, end)));
    }

    /** The same filter, but of the wanted reports only those that count; never more. */
    public Filter countingOnly() {
        return new Filter(conditions.withValues(conditions.values().counting()));
    }

    /**
     * The same filter, but of the wanted causes only those of a mask.
     *
     * @return empty if it wants none of them
     */
    public Optional<Filter> withCausesAmong(long mask) {
        long any = conditions.causes().any();
        long both = any == 0 ? mask : any & mask;
        return both == 0 ? Optional.empty() : Optional.of(new Filter(conditions.withAnyCause(both)));
    }

    /** What is wanted. */
    Conditions conditions() {
        return conditions;
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
}
