package se.lykta.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code docker-compose.yml} by the rules of the Compose specification that our file touches.
 *
 * <p>The Docker client itself is asked where it has the compose command; a machine without an engine may lack it, so the
 * rules are also checked here: known keys, references that exist, health checks that are waited for, no secret with a
 * default, nothing published beyond this machine unless asked for.
 */
class ComposeFileTest {

    private static final Path FILE = Path.of("docker-compose.yml");
    private static final Set<String> TOP = Set.of("name", "services", "volumes");
    private static final Set<String> SERVICE =
            Set.of("image", "build", "restart", "init", "environment", "volumes", "healthcheck", "depends_on", "ports");
    private static final Set<String> HEALTHCHECK = Set.of("test", "interval", "timeout", "retries", "start_period");
    private static final Pattern DURATION = Pattern.compile("(\\d+(h|m|s|ms|us))+");

    /** {@code $NAME}, {@code ${NAME}}, and with a default or an error behind {@code :-} or {@code :?}. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?:(:[-?])([^}]*))?}");

    private final String text = read(FILE);
    private final Map<String, Object> root = parse(text);
    private final Map<String, Object> services = map(root.get("services"));

    @Test
    void theClientAcceptsTheFileWhereItCan() throws Exception {
        Assumptions.assumeTrue(exitCode("docker", "compose", "version") == 0, "no docker compose here");

        assertThat(exitCode("docker", "compose", "-f", FILE.toString(), "config", "--quiet"))
                .isZero();
    }

    @Test
    void onlyKeysOfTheSpecificationAreUsed() {
        assertThat(TOP).containsAll(root.keySet());
        services.values().forEach(service -> {
            assertThat(SERVICE).containsAll(map(service).keySet());
            assertThat(HEALTHCHECK)
                    .containsAll(map(map(service).get("healthcheck")).keySet());
        });
    }

    @Test
    void imagesArePinnedToAVersionUnlessBuiltHere() {
        services.values().stream().map(ComposeFileTest::map).forEach(service -> {
            String image = string(service.get("image"));
            assertThat(service.containsKey("build") || image.matches("[a-z/]+:\\d+.*"))
                    .as(image)
                    .isTrue();
        });
    }

    @Test
    void everyServiceHasAWellFormedHealthCheck() {
        services.forEach((name, service) -> {
            Map<String, Object> check = map(map(service).get("healthcheck"));
            assertThat(list(check.get("test")).get(0)).as(name).isIn("CMD", "CMD-SHELL");
            for (String key : List.of("interval", "timeout", "start_period")) {
                assertThat(string(check.get(key))).matches(DURATION);
            }
            assertThat(check.get("retries")).isInstanceOf(Integer.class);
        });
    }

    @Test
    void theServiceWaitsForAHealthyDatabase() {
        Map<String, Object> needs = map(map(services.get("lykta")).get("depends_on"));

        assertThat(services.keySet()).containsAll(needs.keySet());
        needs.values().forEach(need -> assertThat(map(need)).containsEntry("condition", "service_healthy"));
        assertThat(environment("lykta").get("LYKTA_DATABASE_URL"))
                .startsWith("postgresql://" + environment("database").get("POSTGRES_USER") + ":")
                .endsWith("@database:5432/" + environment("database").get("POSTGRES_DB"));
    }

    @Test
    void namedVolumesAreDeclaredAndAllAreUsed() {
        Set<String> used = new HashSet<>();
        services.values()
                .forEach(service -> list(map(service).get("volumes"))
                        .forEach(volume -> used.add(volume.substring(0, volume.indexOf(':')))));

        assertThat(used).isEqualTo(map(root.get("volumes")).keySet());
    }

    @Test
    void thePasswordMustBeGivenAndNoSecretHasADefault() {
        Matcher variables = VARIABLE.matcher(text);
        int passwords = 0;
        while (variables.find()) {
            if (variables.group(1).contains("PASSWORD")) {
                passwords++;
                assertThat(variables.group(2)).as(variables.group()).isEqualTo(":?");
            } else if (variables.group(1).contains("TOKEN")) {
                assertThat(variables.group(3)).as(variables.group()).isEmpty();
            }
        }

        assertThat(passwords).isEqualTo(2);
    }

    @Test
    void portsAreQuotedAndBoundToThisMachineUnlessAskedOtherwise() {
        services.values().stream()
                .map(service -> map(service).get("ports"))
                .filter(Objects::nonNull)
                .flatMap(ports -> list(ports).stream())
                .forEach(port ->
                        assertThat(VARIABLE.matcher(port).replaceAll("$3")).matches("127\\.0\\.0\\.1:\\d+:\\d+"));
    }

    @Test
    void everySettingOfTheContainersExists() {
        Set<String> known = new HashSet<>();
        Arrays.stream(SettingKey.values()).map(SettingKey::variable).forEach(known::add);
        Matcher inDockerfile = Pattern.compile("(LYKTA_[A-Z_]+)=").matcher(read(Path.of("Dockerfile")));

        assertThat(known).containsAll(environment("lykta").keySet());
        assertThat(known)
                .containsAll(inDockerfile.results().map(m -> m.group(1)).toList());
    }

    @Test
    void theImageRunsTheLibraryFolderWithoutRoot() {
        String dockerfile = read(Path.of("Dockerfile"));

        assertThat(dockerfile)
                .contains("COPY --from=build /src/target/lib ", "COPY --from=build /src/target/lykta.jar ")
                .contains("/health/ready")
                .containsPattern("(?m)^USER (?!root)");
        assertThat(dockerfile.indexOf("\nUSER ")).isLessThan(dockerfile.indexOf("\nENTRYPOINT "));
    }

    private Map<String, String> environment(String service) {
        Map<String, String> result = new LinkedHashMap<>();
        map(map(services.get(service)).get("environment")).forEach((key, value) -> result.put(key, string(value)));
        return result;
    }

    private static int exitCode(String... command) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("LYKTA_DATABASE_PASSWORD", "planted");
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    private static Map<String, Object> parse(String yaml) {
        Object root = new Yaml(new SafeConstructor(strict())).load(yaml);
        return map(root);
    }

    private static LoaderOptions strict() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return options;
    }

    private static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> result = new LinkedHashMap<>();
        Map<?, ?> entries = cast(Map.class, value);
        entries.forEach((key, element) -> result.put(string(key), element == null ? "" : element));
        return result;
    }

    private static List<String> list(@Nullable Object value) {
        List<?> elements = cast(List.class, value);
        return elements.stream().map(ComposeFileTest::string).toList();
    }

    private static String string(@Nullable Object value) {
        return cast(String.class, value);
    }

    private static <T> T cast(Class<T> type, @Nullable Object value) {
        return Optional.ofNullable(value)
                .filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(() -> new AssertionError("not a " + type.getSimpleName() + ": " + value));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
