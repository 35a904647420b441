package se.lykta.hotspot.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.lykta.http.ApiException;

/** An analysis as its routes tell it. Holds no state. */
final class AnalysisAnswer {

    private AnalysisAnswer() {}

    /** Where an analysis is. */
    static String path(Analysis analysis) {
        return "/api/analyses/" + analysis.id();
    }

    /** Everything but the rows; what is not known yet is left out. */
    static Map<String, @Nullable Object> of(Analysis analysis) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        Analysis.State state = analysis.state();
        answer.put("id", analysis.id());
        answer.put("state", state.name().toLowerCase(Locale.ROOT));
        answer.put("progress", analysis.progress());
        answer.put("method", analysis.question().method().name());
        answer.put("parameters", new TreeMap<>(analysis.question().parameters()));
        answer.put("filter", new TreeMap<>(analysis.question().filterAsGiven()));
        answer.put("snapshotVersion", analysis.snapshotVersion());
        answer.put("createdAt", analysis.createdAt());
        if (state == Analysis.State.DONE) {
            addResult(answer, analysis);
        }
        if (state == Analysis.State.FAILED) {
            answer.put("problem", problem(analysis));
        }
        return answer;
    }

    private static void addResult(Map<String, @Nullable Object> answer, Analysis analysis) {
        Result result = analysis.result();
        answer.put("total", result.reports());
        result.window().ifPresent(window -> {
            answer.put("from", window.from().toString());
            answer.put("to", window.to().toString());
        });
        answer.put("crs", result.crs().name());
        answer.put("computedAt", result.computedAt());
        answer.put("facts", result.table().facts());
        answer.put("columns", result.table().columns());
        answer.put("rows", result.table().rows());
        answer.put("files", files(analysis, result));
    }

    private static Map<String, String> files(Analysis analysis, Result result) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("geojson", path(analysis) + ".geojson");
        files.put("csv", path(analysis) + ".csv");
        if (result.table().isSurface()) {
            files.put("tif", path(analysis) + ".tif");
        }
        return files;
    }

    private static Map<String, Object> problem(Analysis analysis) {
        Optional<ApiException> fault = analysis.fault();
        return fault.isPresent()
                ? Map.of(
                        "code", fault.get().code(),
                        "detail", String.valueOf(fault.get().getMessage()),
                        "errors", fault.get().faults())
                : Map.of("code", "internal-error", "detail", "incident " + analysis.id(), "errors", List.of());
    }
}
