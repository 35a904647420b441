package se.lykta.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import se.lykta.app.Readings;
import se.lykta.app.Settings;
import se.lykta.app.Workspace;
import se.lykta.hotspot.analysis.Analyses;
import se.lykta.hotspot.analysis.Analysis;
import se.lykta.hotspot.analysis.Question;

/** Runs a method on the reports of the database: the same question gives the same answer as {@code /api/analyses}. */
final class DatabaseRun {

    private static final long TELL_MILLIS = 200;

    private DatabaseRun() {}

    /**
     * The analysis, ended.
     *
     * @param progress hears the share that is done, 0..1
     * @param method by its name
     * @param parameters of the method, by name
     * @param filters of the reports, by name as in the API
     */
    static Analysis of(
            Settings settings,
            String method,
            Map<String, String> parameters,
            Map<String, String> filters,
            DoubleConsumer progress) {
        Map<String, List<String>> given = new HashMap<>();
        parameters.forEach((name, value) -> given.put(name, List.of(value)));
        filters.forEach((name, value) -> given.put(name, List.of(value)));
        given.put(Question.METHOD, List.of(method));
        try (Workspace workspace = Workspace.open(settings)) {
            var readings = Readings.of(workspace);
            readings.load();
            try (Analyses analyses = readings.analyses()) {
                Analysis analysis = analyses.ask(Question.parse(given, readings.filters()));
                while (!analysis.hasEnded()) {
                    analysis.await(TELL_MILLIS);
                    progress.accept(analysis.progress());
                }
                analysis.result();
                return analysis;
            }
        }
    }
}
