package se.lykta.index;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.CauseGroup;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/**
 * How many reports there are for each value that a filter could choose.
 *
 * <p>Every facet follows all conditions of the filter but its own: with {@code source=police} the sources still tell how
 * many residents report, while the months are those of the police. The facets of causes and groups leave out the wish
 * for any of some causes, that of months the first and last day; all of several causes, area and box hold for all. A report counts once for each of its causes, and once for each of their groups. Immutable.
 *
 * @param total reports that the filter wants
 * @param causes by code, all of the taxonomy
 * @param groups by letter, all of the taxonomy
 * @param sources by code, all
 * @param states by code, all
 * @param months by {@code yyyy-MM} in the zone, from the first to the last with a report, none left out
 * @param hours by local hour, 24 numbers and behind them those without a known hour
 * @param weekdays by {@code mon}..{@code sun}, and {@code unknown} for those without a known hour
 * @param lights by the names of {@link Light} in lower case
 * @param severities by {@code unknown}, {@code 1}, {@code 2}, {@code 3}
 */
public record Facets(
        int total,
        Map<String, Integer> causes,
        Map<String, Integer> groups,
        Map<String, Integer> sources,
        Map<String, Integer> states,
        Map<String, Integer> months,
        List<Integer> hours,
        Map<String, Integer> weekdays,
        Map<String, Integer> lights,
        Map<String, Integer> severities) {

    private static final String UNKNOWN = "unknown";

    /** Counts them: one pass over the rows of the filter's area and box. */
    public static Facets of(Snapshot snapshot, Filter filter, Taxonomy taxonomy, ZoneId zone) {
        int first = snapshot.firstAtOrAfter(filter.firstMorton());
        int end = snapshot.firstAtOrAfter(filter.endMorton());
        var months = months(snapshot, first, end, zone);
        var count = new FacetCount(filter, taxonomy, months);
        snapshot.forEachLeaf(first, end, count);
        count.finish();
        return new Facets(
                count.total,
                causes(count, taxonomy),
                numbered(taxonomy.groups().stream().map(CauseGroup::code).toList(), count.groups),
                numbered(Arrays.stream(Source.values()).map(Source::code).toList(), count.sources),
                numbered(
                        Arrays.stream(ReportState.values())
                                .map(ReportState::code)
                                .toList(),
                        count.states),
                filled(count.months, months),
                Arrays.stream(count.hours).boxed().toList(),
                weekdays(count),
                numbered(
                        Arrays.stream(Light.values())
                                .map(light -> light.name().toLowerCase(Locale.ROOT))
                                .toList(),
                        count.lights),
                numbered(
                        Arrays.stream(Severity.values())
                                .map(it -> it == Severity.UNKNOWN ? UNKNOWN : Integer.toString(it.code()))
                                .toList(),
                        count.severities));
    }

    private static MonthTable months(Snapshot snapshot, int first, int end, ZoneId zone) {
        int[] bounds = {Integer.MAX_VALUE, Integer.MIN_VALUE};
        snapshot.forEachLeaf(first, end, (columns, from, to, row) -> {
            int least = bounds[0];
            int most = bounds[1];
            for (int i = from; i < to; i++) {
                least = Math.min(least, columns.minute[i]);
                most = Math.max(most, columns.minute[i]);
            }
            bounds[0] = least;
            bounds[1] = most;
        });
        return bounds[0] <= bounds[1] ? new MonthTable(zone, bounds[0], bounds[1]) : new MonthTable(zone, 0, 0);
    }

    private static Map<String, Integer> causes(FacetCount count, Taxonomy taxonomy) {
        Map<String, Integer> causes = new LinkedHashMap<>();
        for (Cause cause : taxonomy.causes()) {
            causes.put(cause.code(), count.causes[Long.numberOfTrailingZeros(cause.mask())]);
        }
        return causes;
    }

    private static Map<String, Integer> weekdays(FacetCount count) {
        Map<String, Integer> weekdays = numbered(FilterParser.WEEKDAYS, count.weekdays);
        weekdays.put(UNKNOWN, count.weekdays[FilterParser.WEEKDAYS.size()]);
        return weekdays;
    }

    private static Map<String, Integer> filled(int[] counts, MonthTable months) {
        Map<String, Integer> filled = new LinkedHashMap<>();
        int first = 0;
        int end = counts.length;
        while (first < end && counts[first] == 0) {
            first++;
        }
        while (first < end && counts[end - 1] == 0) {
            end--;
        }
        for (int i = first; i < end; i++) {
            filled.put(months.month(i).toString(), counts[i]);
        }
        return filled;
    }

    private static Map<String, Integer> numbered(List<String> names, int[] counts) {
        Map<String, Integer> numbered = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            numbered.put(names.get(i), counts[i]);
        }
        return numbered;
    }
}
