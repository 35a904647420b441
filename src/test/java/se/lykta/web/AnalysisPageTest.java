package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.app.RunningService;

/** What analysts do with methods on the page, in a real browser on the demo municipality. */
class AnalysisPageTest {

    /** Another test may keep the machine busy. */
    private static final LocatorAssertions.IsVisibleOptions SLOWLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

    private static RunningService town;
    private static Browsers browsers;

    @BeforeAll
    static void start() {
        browsers = new Browsers();
        town = RunningService.demo();
    }

    @AfterAll
    static void stop() {
        town.close();
        browsers.close();
    }

    @Test
    void hotCellsAreSaidDrawnAndListed() throws IOException {
        JsonNode facts = ask("method=gi").path("facts");
        try (var page = open("", 1280)) {
            page.the("#analysis > summary").click();
            page.the("#analysis-run").click();

            assertThat(page.the("#analysis-result strong"))
                    .hasText("%d av %d rutor har, tillsammans med grannrutorna, fler rapporter än slumpen förklarar."
                            .formatted(
                                    facts.path("hot").asInt(),
                                    facts.path("cells").asInt()));
            assertThat(page.the("#analysis-result tbody tr")).hasCount(8);
            assertThat(page.the("#analysis-result .hint").last()).containsText("EPSG:3006");
        }
    }

    @Test
    void theKeyboardIsEnoughAndARowShowsItsPlace() {
        try (var page = open("", 1280)) {
            page.the("#analysis > summary").focus();
            page.the("#analysis > summary").press("Enter");
            page.the("#analysis-method").focus();
            page.the("#analysis-method").selectOption("concentration");
            page.the("#analysis-run").press("Enter");
            page.the("#analysis-result tbody button").first().press("Enter");

            assertThat(page.the("#analysis-result strong")).containsText("bär hälften av rapporterna");
        }
    }

    @Test
    void anotherFilterIsToldAndFilesAreThere() throws IOException {
        try (var page = open("", 1280)) {
            page.the("#analysis > summary").click();
            page.the("#analysis-method").selectOption("density");
            page.the("#analysis-run").click();
            assertThat(page.the("#analysis-result strong")).containsText("ryms på");

            Download csv = page.page().waitForDownload(() -> page.click("#analysis-result a[href$='.csv']"));
            page.page().evaluate("location.hash = 'cause=B'");

            assertThat(Files.readString(csv.path())).startsWith("from,to,share,km2");
            assertThat(page.the("#analysis .status")).hasText(Pattern.compile("annat urval"));
        }
    }

    @Test
    void thePublicHasNoSuchPanel() {
        try (var page = open("#view=public", 1280)) {
            assertThat(page.the("#analysis")).isHidden();
        }
    }

    @ParameterizedTest
    @CsvSource({"sv, 1280, LIGHT", "en, 390, DARK"})
    void everyQuestionIsAnsweredWithinTheWidth(String language, int width, ColorScheme scheme) {
        try (var page = browsers.open(town.address() + "#lang=" + language, width, 900, scheme)
                .ready()) {
            page.the("#analysis > summary").click();
            for (String method : new String[] {"hot", "density", "concentration", "change", "repeat"}) {
                page.the("#analysis-method").selectOption(method);
                page.the("#analysis-run").click();
                assertThat(page.the("#analysis-clear")).isVisible(SLOWLY);
                assertThat(page.the("#analysis-result strong")).not().isEmpty();
                assertThat(page.overflow()).isZero();
                assertThat(page.violations()).isEmpty();
                page.the("#analysis-clear").click();
                assertThat(page.the("#analysis-result strong")).hasCount(0);
            }
        }
    }

    private static WatchedPage open(String hash, int width) {
        return browsers.open(town.address() + hash, width, 900).ready();
    }

    private static JsonNode ask(String question) throws IOException {
        return new JsonMapper()
                .readTree(town.send(town.request("/api/analyses?" + question).POST(HttpRequest.BodyPublishers.noBody()))
                        .body());
    }
}
