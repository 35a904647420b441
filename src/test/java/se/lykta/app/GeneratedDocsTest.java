package se.lykta.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/**
 * The settings and API pages are made from the code and the API description.
 *
 * <p>To write them anew: {@code mvn test -Dtest=GeneratedDocsTest -Dlykta.bless=true}.
 */
class GeneratedDocsTest {

    private static final Path DOCS = Path.of("src", "docs");

    @Test
    void theSettingsPageIsTheOneTheCodeMakes() throws IOException {
        var page = new StringJoiner("\n", "", "\n");
        page.add("# Settings").add("");
        page.add("Made from `SettingKey`. A flag wins over the environment, the environment over the file that")
                .add("`LYKTA_SETTINGS` names (`key=value` lines), the file over the default. Unknown keys are refused.")
                .add("");
        page.add("| key in the file | variable | flag | default | what it is |").add("|---|---|---|---|---|");
        for (SettingKey key : SettingKey.values()) {
            String otherwise = key.otherwise().isEmpty() ? "" : "`" + key.otherwise() + "`";
            page.add("| `%s` | `%s` | `--%s` | %s | %s%s |"
                    .formatted(
                            key.key(),
                            key.variable(),
                            key.key(),
                            otherwise,
                            key.help(),
                            key.isSecret() ? " (secret)" : ""));
        }

        check("settings.md", page.toString());
    }

    @Test
    void theApiPageIsTheOneTheDescriptionMakes() throws IOException {
        JsonNode document =
                new ObjectMapper().readTree(GeneratedDocsTest.class.getResourceAsStream(OpenApiRoutes.RESOURCE));
        var page = new StringJoiner("\n", "", "\n");
        page.add("# API")
                .add("")
                .add("Made from the OpenAPI document that the service serves at `/api/openapi.json`.")
                .add("");
        page.add(document.path("info").path("description").asText()).add("");
        page.add("| method | path | what | parameters |").add("|---|---|---|---|");
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                page.add("| %s | `%s` | %s | %s |"
                        .formatted(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue().path("summary").asText(),
                                parameters(method.getValue())));
            }
        }
        page.add("").add("## Parameters").add("").add("| name | what |").add("|---|---|");
        for (JsonNode parameter : document.at("/components/parameters")) {
            page.add("| `%s` | %s |"
                    .formatted(
                            parameter.path("name").asText(),
                            parameter.path("description").asText()));
        }

        check("api.md", page.toString());
    }

    private static String parameters(JsonNode operation) {
        var names = new StringJoiner(", ");
        for (JsonNode parameter : operation.path("parameters")) {
            String reference = parameter.path("$ref").asText();
            names.add(
                    reference.isEmpty()
                            ? parameter.path("name").asText()
                            : reference.substring(reference.lastIndexOf('/') + 1));
        }
        return names.toString();
    }

    private static void check(String file, String expected) throws IOException {
        if (Boolean.getBoolean("lykta.bless")) {
            Files.writeString(DOCS.resolve(file), expected);
        }
        assertThat(DOCS.resolve(file)).content().isEqualTo(expected);
    }
}
