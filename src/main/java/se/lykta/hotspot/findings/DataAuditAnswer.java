package se.lykta.hotspot.findings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.audit.Finding;
import se.lykta.report.exclusion.Exclusion;
import se.lykta.report.exclusion.Reason;

/** The audit and exclusions as their routes tell them. Holds no state. */
final class DataAuditAnswer {

    private DataAuditAnswer() {}

    /** All; without a run there are no findings. */
    static Map<String, Object> of(Optional<AuditRun> run, List<Exclusion> exclusions) {
        Map<String, Long> active = exclusions.stream()
                .filter(Exclusion::isActive)
                .collect(Collectors.toMap(one -> one.reason().finding(), Exclusion::id, Math::max));
        Map<String, Object> answer = new LinkedHashMap<>();
        run.ifPresent(known -> {
            answer.put("runAt", known.at());
            answer.put("snapshotVersion", known.snapshotVersion());
            answer.put("reports", known.reports());
            answer.put("excluded", known.excluded());
        });
        answer.put(
                "findings",
                run.stream()
                        .flatMap(known -> known.findings().stream()
                                .map(finding ->
                                        of(finding, known.reports(), Optional.ofNullable(active.get(finding.id())))))
                        .toList());
        answer.put("exclusions", exclusions.stream().map(DataAuditAnswer::of).toList());
        return answer;
    }

    private static Map<String, Object> of(FoundReports finding, int all, Optional<Long> exclusion) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", finding.id());
        answer.put("code", finding.code().id());
        answer.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        answer.put("reports", finding.reports());
        answer.put("share", (double) finding.reports() / all);
        finding.place().ifPresent(place -> answer.put("position", position(place)));
        answer.put("sentence", sentence(finding.sentence()));
        exclusion.ifPresent(id -> answer.put("exclusion", id));
        return answer;
    }

    /** One exclusion. */
    static Map<String, Object> of(Exclusion exclusion) {
        Reason reason = exclusion.reason();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", exclusion.id());
        answer.put("finding", reason.finding());
        answer.put("code", reason.code());
        answer.put("sentence", sentence(new Finding.Sentence(reason.sv(), reason.en())));
        reason.place().ifPresent(place -> answer.put("position", position(place)));
        answer.put("laterReports", reason.positionRule());
        answer.put("snapshotVersion", reason.snapshotVersion());
        answer.put("reports", exclusion.reports());
        answer.put("reportsNow", exclusion.now());
        answer.put("madeAt", exclusion.made().at());
        answer.put("madeBy", exclusion.made().by());
        exclusion.undone().ifPresent(undone -> {
            answer.put("undoneAt", undone.at());
            answer.put("undoneBy", undone.by());
        });
        return answer;
    }

    private static double[] position(LonLat place) {
        return new double[] {place.lonDeg(), place.latDeg()};
    }

    private static Map<String, String> sentence(Finding.Sentence sentence) {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("sv", sentence.sv());
        both.put("en", sentence.en());
        return both;
    }
}
