package se.lykta.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the phone keeps is all that the page of participants loads, and the pages are served at the addresses of walks. */
class WalkPageRoutesTest {

    private static final Path WEB = Path.of("web");
    private static final Pattern IN_PAGE = Pattern.compile("(?:href|src)=\"(/[^\"#]+\\.[a-z0-9]+)\"");
    private static final Pattern IN_STYLE = Pattern.compile("url\\(\"(/[^\"]+)\"\\)");
    private static final Pattern IN_MODULE = Pattern.compile("^import (?:.*? from )?'(\\.[^']+)';", Pattern.MULTILINE);

    @Test
    void theListOfFilesIsWhatThePageLoads() throws IOException {
        Set<String> needed = new TreeSet<>(Set.of("/walking.html"));
        for (String file : all(IN_PAGE, "/walking.html")) {
            needed.add(file);
            if (file.endsWith(".css") && !file.startsWith("/vendor/")) {
                needed.addAll(all(IN_STYLE, file));
            }
        }
        addModules("/js/walking/main.js", needed);

        assertThat(WalkPageRoutes.files()).containsExactlyElementsOf(needed);
    }

    @Test
    void theVersionIsTheSameForTheSameFilesAndThePagesAreServed() {
        try (RunningService service = RunningService.empty()) {
            String shell = service.get("/walking-shell.js").body();

            assertThat(shell)
                    .matches("(?s)self\\.SHELL = \\{\"version\":\"[0-9a-f]{24}\",\"page\":\"/walking.html\".*};\n");
            assertThat(service.get("/walking-shell.js").body()).isEqualTo(shell);
            assertThat(service.get("/vandring/abc").body()).contains("/js/walking/main.js");
            assertThat(service.get("/vandring/").body()).contains("/js/walking/main.js");
            assertThat(service.get("/samordna/abc").body()).contains("/js/walk-staff/main.js");
            assertThat(service.get("/vandring/abc?token=x").statusCode()).isEqualTo(400);
            assertThat(service.get("/walking-worker.js")
                            .headers()
                            .firstValue("Content-Type")
                            .orElseThrow())
                    .contains("javascript");
        }
    }

    private static void addModules(String module, Set<String> found) throws IOException {
        found.add(module);
        for (String path : all(IN_MODULE, module)) {
            String file = Path.of(module).resolveSibling(path).normalize().toString();
            if (!found.contains(file)) {
                addModules(file, found);
            }
        }
    }

    private static Set<String> all(Pattern pattern, String file) throws IOException {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(Files.readString(WEB.resolve(file.substring(1))));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
