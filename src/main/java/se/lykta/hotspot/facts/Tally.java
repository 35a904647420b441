package se.lykta.hotspot.facts;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import se.lykta.index.Snapshot;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/** Counts what the reports of one cluster say. Used by one thread. */
public final class Tally {

    /** A share of one or two reports says nothing. */
    private static final int LEAST_KNOWN_LIGHT = 3;

    private final Taxonomy taxonomy;
    private final long counting;
    private final Map<String, Integer> causes = new TreeMap<>();
    private final Set<Source> sources = EnumSet.noneOf(Source.class);
    private final Set<Long> reporters = new HashSet<>();
    private int reports;
    private int dark;
    private int light;
    private int newestMinute = Integer.MIN_VALUE;

    /**
     * Nothing counted yet.
     *
     * @param causes mask of those that count
     */
    public Tally(Taxonomy taxonomy, long causes) {
        this.taxonomy = taxonomy;
        this.counting = causes;
    }

    /** Adds one report; of its causes only those that count. */
    public void add(Snapshot snapshot, int row) {
        reports++;
        sources.add(snapshot.source(row));
        reporters.add(snapshot.reporter(row));
        newestMinute = Math.max(newestMinute, snapshot.minute(row));
        dark += snapshot.light(row) == Light.DARK ? 1 : 0;
        light += snapshot.light(row) == Light.LIGHT ? 1 : 0;
        for (Cause cause : taxonomy.causesOf(snapshot.causes(row) & counting)) {
            causes.merge(cause.code(), 1, Integer::sum);
        }
    }

    /** How many reports were added. */
    public int reports() {
        return reports;
    }

    /** How many different voices there are, by reporter or by source, whichever tells more apart. */
    public int voices() {
        return Math.max(reporters.size(), sources.size());
    }

    /** When the newest one happened, minutes since 1970-01-01T00:00Z. */
    public int newestMinute() {
        return newestMinute;
    }

    /** The facts with the course that was counted elsewhere. */
    public Facts facts(Course course) {
        int known = dark + light;
        OptionalDouble darkShare =
                known < LEAST_KNOWN_LIGHT ? OptionalDouble.empty() : OptionalDouble.of((double) dark / known);
        return new Facts(
                reports, reporters.size(), List.copyOf(sources), causesByCount(), darkShare, course, newestMinute);
    }

    private Map<String, Integer> causesByCount() {
        Map<String, Integer> sorted = new LinkedHashMap<>();
        causes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
