package se.lykta.web;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.CauseGroup;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/** The canned numbers beside the filters: plain arithmetic, a tenth of it in the dark. */
final class FixtureFacets {

    private static final int TOTAL = 1184;

    private FixtureFacets() {}

    static Map<String, Object> of(String query) {
        int share = query.contains("light=dark") ? 10 : 1;
        var taxonomy = Taxonomy.load();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("cause", numbers(taxonomy.causes().stream().map(Cause::code).toList(), 20, share));
        answer.put(
                "group",
                numbers(taxonomy.groups().stream().map(CauseGroup::code).toList(), 200, share));
        answer.put(
                "source",
                numbers(List.of(Source.values()).stream().map(Source::code).toList(), 300, share));
        answer.put(
                "state",
                numbers(
                        List.of(ReportState.values()).stream()
                                .map(ReportState::code)
                                .toList(),
                        100,
                        share));
        answer.put("month", months(share));
        answer.put(
                "hour", IntStream.range(0, 24).map(hour -> 240 / share).boxed().toList());
        answer.put("weekday", numbers(List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 170, share));
        answer.put("light", Map.of("dark", TOTAL / 10, "light", TOTAL / 2));
        answer.put("severity", numbers(List.of("1", "2", "3"), 100, share));
        return Map.of("total", TOTAL / share, "facets", answer, "snapshotVersion", 7, "audience", "staff");
    }

    private static Map<String, Integer> numbers(List<String> codes, int first, int share) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            numbers.put(codes.get(i), Math.max(0, first - 7 * i) / share);
        }
        return numbers;
    }

    private static Map<String, Integer> months(int share) {
        Map<String, Integer> months = new LinkedHashMap<>();
        for (int i = 0; i < 48; i++) {
            months.put(
                    YearMonth.of(2022, 7).plusMonths(i).toString(), (20 + i + 15 * ((i + 8) % 12 < 5 ? 1 : 0)) / share);
        }
        return months;
    }
}
