package se.lykta.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WCAG 2.1 AA by axe in both languages, both themes, on every panel, and the keyboard alone. */
class AccessibilityTest {

    @RegisterExtension
    static final FixtureSite SITE = new FixtureSite();

    @ParameterizedTest
    @CsvSource({"sv, LIGHT, 1280", "en, DARK, 1280", "sv, DARK, 390", "en, LIGHT, 390"})
    void axeFindsNothingOnTheMapAndItsPopup(String language, ColorScheme theme, int width) {
        try (var page = SITE.open("#cause=A,B11&light=dark&lang=" + language, width, theme)) {
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
        try (var page = SITE.open("#lang=" + language, 1280, theme).ready()) {
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
        try (var page = SITE.open("", width, ColorScheme.LIGHT).ready()) {
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
