package se.lykta.app;

import io.javalin.config.RoutesConfig;
import java.util.Arrays;
import java.util.List;
import se.lykta.http.JsonAnswer;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.CauseGroup;
import se.lykta.taxonomy.PlaceKind;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/** The words of the service, for the page and other clients: {@code GET /api/taxonomy}. */
final class TaxonomyRoutes implements Routes {

    private final JsonAnswer answer;
    private final Body body;

    TaxonomyRoutes(JsonAnswer answer, Taxonomy taxonomy) {
        this.answer = answer;
        this.body = new Body(
                taxonomy.groups(),
                taxonomy.causes(),
                Arrays.stream(Source.values())
                        .map(it -> new Word(it.code(), it.sv(), it.en()))
                        .toList(),
                Arrays.stream(PlaceKind.values())
                        .map(it -> new Word(it.code(), it.sv(), it.en()))
                        .toList(),
                Arrays.stream(ReportState.values()).map(State::of).toList(),
                Severity.told().stream().map(Level::of).toList());
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/taxonomy", context -> {
            QueryParameters.of(context).check();
            answer.send(context, body, JsonAnswer.PUBLIC);
        });
    }

    private record Body(
            List<CauseGroup> groups,
            List<Cause> causes,
            List<Word> sources,
            List<Word> placeKinds,
            List<State> states,
            List<Level> severities) {}

    private record Word(String code, String sv, String en) {}

    private record Level(int code, String sv, String en, double weight) {
        static Level of(Severity severity) {
            return new Level(severity.code(), severity.sv(), severity.en(), severity.weight());
        }
    }

    private record State(String code, String sv, String en, boolean counts) {
        static State of(ReportState state) {
            return new State(state.code(), state.sv(), state.en(), state.counts());
        }
    }
}
