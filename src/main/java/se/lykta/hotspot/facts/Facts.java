package se.lykta.hotspot.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import se.lykta.taxonomy.Source;

/**
 * What is known of a hotspot, in numbers.
 *
 * @param reports how many reports it is made of
 * @param reporters how many different voices: known reporters, and one a day for anonymous reports
 * @param sources who they come from, in the order of {@link Source}
 * @param causeCounts reports by cause code, the most frequent first, ties by code; a report may count for several
 * @param darkShare how many of the reports with known light happened in the dark, 0..1; absent if fewer than three are
 *     known
 * @param course the reports of the last years, see {@link Timeline}
 * @param newestMinute when the newest one happened, minutes since 1970-01-01T00:00Z
 */
public record Facts(
        int reports,
        int reporters,
        List<Source> sources,
        Map<String, Integer> causeCounts,
        OptionalDouble darkShare,
        Course course,
        int newestMinute) {

    /** With fewer reports than this the 95 % interval of a Poisson count is wider than ±50 %. */
    private static final int FEW = 15;

    /** Copies the collections, keeping the order of causes. */
    public Facts {
        sources = List.copyOf(sources);
        causeCounts = Collections.unmodifiableMap(new LinkedHashMap<>(causeCounts));
        if (reports < 1 || causeCounts.isEmpty()) {
            throw new IllegalArgumentException("a hotspot has at least one report and one cause");
        }
    }

    /** The code of the most frequent cause. */
    public String mainCause() {
        return causeCounts.keySet().iterator().next();
    }

    /** Says whether there are so few reports that chance may explain much. */
    public boolean isFew() {
        return reports < FEW;
    }
}
