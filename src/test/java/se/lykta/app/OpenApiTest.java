package se.lykta.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The API description tells of every route, and of none that is not there. */
class OpenApiTest {

    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    @Test
    void everyRouteIsDescribedAndEveryDescriptionIsARoute() throws IOException {
        Set<String> described = new TreeSet<>();
        document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                described.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        described.remove("GET /");

        assertThat(registered()).containsExactlyElementsOf(described);
    }

    @Test
    void everyReferenceHasATarget() throws IOException {
        JsonNode document = document();
        List<JsonNode> references = document.findValues("$ref");

        assertThat(references).isNotEmpty();
        for (JsonNode reference : references) {
            assertThat(document.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
        }
    }

    @Test
    void everyPathParameterIsDescribed() throws IOException {
        JsonNode document = document();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().forEach(method -> {
                    List<String> names = new ArrayList<>();
                    for (JsonNode parameter : method.path("parameters")) {
                        JsonNode resolved = parameter.has("$ref")
                                ? document.at(parameter.path("$ref").asText().substring(1))
                                : parameter;
                        if (resolved.path("in").asText().equals("path")) {
                            names.add("{" + resolved.path("name").asText() + "}");
                        }
                    }
                    assertThat(names).as(path.getKey()).allMatch(path.getKey()::contains);
                    assertThat(names.size()).as(path.getKey()).isEqualTo((int)
                            path.getKey().chars().filter(c -> c == '{').count());
                }));
    }

    private static Set<String> registered() {
        try (RunningService service = RunningService.empty()) {
            return service.routes().stream()
                    .filter(route -> VERBS.contains(route.split(" ", 2)[0]))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static JsonNode document() throws IOException {
        try (InputStream in = OpenApiTest.class.getResourceAsStream(OpenApiRoutes.RESOURCE)) {
            return new JsonMapper().readTree(in);
        }
    }
}
