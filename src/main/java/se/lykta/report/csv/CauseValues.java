package se.lykta.report.csv;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.lykta.report.ReportRules;

/** Reads the cause field of imported lines: mapped values, codes, or the default. Remembers what it has read. */
final class CauseValues {

    private static final int REMEMBERED = 10_000;

    private final ReportRules rules;
    private final Map<String, String> mapped;
    private final Optional<String> otherwise;
    private final Map<String, List<String>> known = new HashMap<>();

    CauseValues(ReportRules rules, ImportOptions options) {
        this.rules = rules;
        this.mapped = options.causes();
        this.otherwise = options.defaultCause();
    }

    /** The codes of a value, each once, main one first; empty if it is none. */
    List<String> of(String value) {
        List<String> codes = known.get(value);
        if (codes == null) {
            codes = read(value);
            if (known.size() < REMEMBERED) {
                known.put(value, codes);
            }
        }
        return codes;
    }

    private List<String> read(String value) {
        String list = mapped.getOrDefault(value, value);
        List<String> codes =
                Arrays.stream(list.strip().split("[\\s,;]+", -1)).distinct().toList();
        boolean fits = codes.size() <= ReportRules.MOST_CAUSES && codes.stream().allMatch(rules::isReportable);
        return fits ? codes : otherwise.map(List::of).orElse(List.of());
    }
}
