package se.lykta.walk.findings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What staff see of the findings of a walk.
 *
 * @param walk id
 * @param stops in the order of the plan, then those that it has no more
 */
record ComparisonAnswer(String walk, List<Stop> stops) {

    static ComparisonAnswer of(String walk, List<StopComparison> comparisons) {
        return new ComparisonAnswer(walk, comparisons.stream().map(Stop::of).toList());
    }

    /** Two decimals: n is small. */
    static double rounded(double mean) {
        return Math.round(mean * 100) / 100.0;
    }

    /** A stop with its findings in both lights. */
    record Stop(
            String hotspot,
            String name_sv,
            String name_en,
            List<Double> position,
            boolean planned,
            Pass light,
            Pass dark,
            List<One> findings) {

        private static Stop of(StopComparison comparison) {
            ShownStop stop = comparison.stop();
            return new Stop(
                    stop.hotspot(),
                    stop.name().sv(),
                    stop.name().en(),
                    List.of(stop.place().lonDeg(), stop.place().latDeg()),
                    comparison.planned(),
                    Pass.of(comparison.light()),
                    Pass.of(comparison.dark()),
                    comparison.findings().stream().map(One::of).toList());
        }
    }

    /** What was found in one light. */
    record Pass(int walks, int findings, Map<String, Item> items) {

        private static Pass of(StopComparison.Pass pass) {
            Map<String, Item> items = new LinkedHashMap<>();
            pass.items().forEach((item, tally) -> items.put(item.code(), Item.of(tally)));
            return new Pass(pass.walks(), pass.findings(), items);
        }
    }

    /**
     * The grades of an item.
     *
     * @param grades how often 1, 2, 3 and 4 were given
     */
    record Item(int n, double mean, List<Integer> grades) {

        private static Item of(StopComparison.Tally tally) {
            return new Item(tally.n(), rounded(tally.mean()), tally.counts());
        }
    }

    /** One finding. */
    record One(
            String id,
            String walk,
            String answeredAt,
            String light,
            Map<String, Integer> grades,
            @Nullable String comment,
            @Nullable Long report,
            boolean changedSince,
            @Nullable String refusal,
            List<String> photos) {

        private static One of(Finding finding) {
            Map<String, Integer> grades = new LinkedHashMap<>();
            finding.grades().byItem().forEach((item, grade) -> grades.put(item.code(), grade));
            return new One(
                    finding.id().toString(),
                    finding.stop().walk(),
                    finding.answeredAt().toString(),
                    finding.light().name().toLowerCase(Locale.ROOT),
                    grades,
                    finding.comment().orElse(null),
                    finding.outcome().report().orElse(null),
                    finding.outcome().changedSince(),
                    finding.outcome().refusal().orElse(null),
                    finding.photos().stream().map(Object::toString).toList());
        }
    }
}
