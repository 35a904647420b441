package se.lykta.walk.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.lykta.taxonomy.Light;
import se.lykta.walk.ChecklistItem;

/**
 * What was found at one stop in daylight beside what was found in the dark, over all walks that went there.
 *
 * @param stop where
 * @param planned whether the newest plan of the walk still has it
 * @param light what was found in daylight
 * @param dark what was found in the dark
 * @param findings all of it, in the order of their times
 */
record StopComparison(ShownStop stop, boolean planned, Pass light, Pass dark, List<Finding> findings) {

    StopComparison {
        findings = List.copyOf(findings);
    }

    /**
     * Compares the findings of stops.
     *
     * @param stops in the order of the answer
     * @param planned ids of the hotspots that the newest plan has
     * @param findings of these stops' hotspots, in the order of their times
     */
    static List<StopComparison> of(List<ShownStop> stops, Set<String> planned, List<Finding> findings) {
        Map<String, List<Finding>> byHotspot = new HashMap<>();
        for (Finding finding : findings) {
            byHotspot
                    .computeIfAbsent(finding.stop().hotspot(), hotspot -> new ArrayList<>())
                    .add(finding);
        }
        return stops.stream()
                .map(stop -> {
                    List<Finding> here = byHotspot.getOrDefault(stop.hotspot(), List.of());
                    return new StopComparison(
                            stop,
                            planned.contains(stop.hotspot()),
                            Pass.of(here, Light.LIGHT),
                            Pass.of(here, Light.DARK),
                            here);
                })
                .toList();
    }

    /**
     * What was found in one light.
     *
     * @param walks how many walks went there
     * @param findings how many answers there are
     * @param items grades of each item that anybody graded
     */
    record Pass(int walks, int findings, Map<ChecklistItem, Tally> items) {

        private static Pass of(List<Finding> all, Light light) {
            Set<String> walks = new HashSet<>();
            EnumMap<ChecklistItem, int[]> counts = new EnumMap<>(ChecklistItem.class);
            int findings = 0;
            for (Finding finding : all) {
                if (finding.light() == light) {
                    findings++;
                    walks.add(finding.stop().walk());
                    finding.grades()
                            .byItem()
                            .forEach((item, grade) ->
                                    counts.computeIfAbsent(item, one -> new int[ChecklistItem.BEST])[grade - 1]++);
                }
            }
            EnumMap<ChecklistItem, Tally> items = new EnumMap<>(ChecklistItem.class);
            counts.forEach((item, count) ->
                    items.put(item, new Tally(Arrays.stream(count).boxed().toList())));
            return new Pass(walks.size(), findings, items);
        }

        /** The grades of an item, if anybody graded it. */
        Optional<Tally> of(ChecklistItem item) {
            return Optional.ofNullable(items.get(item));
        }
    }

    /**
     * How often each grade was given.
     *
     * @param counts of the grades 1, 2, 3 and 4
     */
    record Tally(List<Integer> counts) {

        /** How many graded. */
        int n() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }

        /** The mean grade; there is at least one. */
        double mean() {
            int sum = 0;
            for (int i = 0; i < counts.size(); i++) {
                sum += (i + 1) * counts.get(i);
            }
            return (double) sum / n();
        }
    }
}
