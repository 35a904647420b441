package se.lykta.hotspot.analysis;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.Selection;
import se.lykta.hotspot.facts.Window;
import se.lykta.hotspot.file.Points;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Taxonomy;

/**
 * Takes the reports of a snapshot as the points that methods work on: those that count, positive ones left out.
 *
 * <p>They have the columns {@code source} and {@code severity}, 1 to 3, the middle where nobody said. Immutable.
 */
final class ReportPoints {

    private static final int SECONDS_PER_MINUTE = 60;

    private final Taxonomy taxonomy;
    private final ZoneId zone;

    ReportPoints(Taxonomy taxonomy, ZoneId zone) {
        this.taxonomy = taxonomy;
        this.zone = zone;
    }

    /**
     * The days that are looked at: without dates the same as for hotspots, or, if times are compared, those of all reports.
     * Empty if there is no report at all.
     */
    Optional<Window> window(Snapshot snapshot, Filter filter, boolean allYears) {
        return Selection.span(snapshot, taxonomy.positiveMask())
                .map(span -> Window.of(allYears ? from(filter, span) : filter, span.newestMinute(), zone));
    }

    /** The filter with the day of the oldest report in the place of no day at all. */
    private static Filter from(Filter filter, Selection.Span span) {
        return filter.fromMinute().isPresent()
                ? filter
                : filter.withWindow(span.oldestMinute(), filter.endMinute().orElse(Integer.MAX_VALUE));
    }

    /** The points of the reports that the filter wants. */
    Points of(Snapshot snapshot, Filter filter, MetricCrs crs) {
        Selection selection = Selection.of(snapshot, filter, taxonomy.positiveMask(), crs);
        int[] rows = selection.rows();
        return new Points(
                texts(rows, row -> Long.toString(snapshot.id(row))),
                selection.x(),
                selection.y(),
                Arrays.stream(rows)
                        .mapToLong(row -> localSecond(snapshot.minute(row)))
                        .toArray(),
                Map.of(
                        "source", texts(rows, row -> snapshot.source(row).code()),
                        "severity", texts(rows, row -> severity(snapshot.severity(row)))));
    }

    private static String[] texts(int[] rows, IntFunction<String> text) {
        return Arrays.stream(rows).mapToObj(text).toArray(String[]::new);
    }

    private static String severity(Severity severity) {
        Severity known = severity == Severity.UNKNOWN ? Severity.UNSAFE : severity;
        return Integer.toString(known.code());
    }

    /** What the clock on the wall showed, as seconds since 1970. */
    private long localSecond(int minute) {
        long second = (long) minute * SECONDS_PER_MINUTE;
        return second + zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    }
}
