package se.lykta.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WCAG 2.1 AA by axe in both languages, both themes, on every panel, and the keyboard alone. */
class AccessibilityTest {

    private static FixtureServer server;
    private static Browsers browsers;

    @BeforeAll
    static void start() throws IOException {
        browsers = new Browsers();
        server = new FixtureServer(0);
    }

    @AfterAll
    static void stop() {
        server.close();
        browsers.close();
    }

    @ParameterizedTest
    @CsvSource({"sv, LIGHT, 1280", "en, DARK, 1280", "sv, DARK, 390", "en, LIGHT, 390"})
    void axeFindsNothingOnTheMapAndItsPopup(String language, ColorScheme theme, int width) {
        try (var page =
                browsers.open(server.address() + "/#cause=A,B11&light=dark&lang=" + language, width, 900, theme)) {
            page.ready().click("#filters > summary");
            page.click("#filter-sources summary");
            assertThat(page.violations()).isEmpty();
            page.click("#filters > summary");
            page.click(".hotspot");

            assertThat(page.violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"sv, LIGHT", "en, DARK"})
    void axeFindsNothingOnTheOtherPanels(String language, ColorScheme theme) {
        try (var page = browsers.open(server.address() + "/#lang=" + language, 1280, 900, theme)
                .ready()) {
            page.click("#tab-walk");
            page.click("#walk-plan");
            page.the(".stops .stop").first().waitFor();
            assertThat(page.violations()).isEmpty();
            page.click("#tab-report");
            page.click("#report-send");
            assertThat(page.violations()).isEmpty();
            page.click("#tab-export");

            assertThat(page.violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280", "390"})
    void everythingIsReachedByTheTabKeyAndSeenWhenItIs(int width) {
        try (var page = browsers.open(server.address() + "/", width, 900).ready()) {
            var reached = new java.util.LinkedHashSet<String>();
            for (int i = 0; i < 60; i++) {
                page.page().keyboard().press("Tab");
                reached.add(page.focusedId());
                Object outlined = page.page()
                        .evaluate(
                                "parseFloat(getComputedStyle(document.activeElement).outlineWidth) > 0"
                                        + " || document.activeElement === document.body || document.activeElement.matches('[type=radio]')");
                assertThat(outlined).as(page.focusedId()).isEqualTo(true);
            }

            assertThat(reached)
                    .contains("skip", "language-switch-en", "theme", "leave", "tab-places", "hotspot", "map");
        }
    }
}
