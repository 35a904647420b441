package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finding a place by its name, with the keyboard, a mouse and a thumb, on the map and in the report form. */
class SearchBoxTest {

    @RegisterExtension
    static final FixtureSite SITE = new FixtureSite();

    @Test
    void theKeyboardAloneFindsAPlaceAndComesBack() {
        try (var page = SITE.open("")) {
            page.the("#search").focus();
            page.page().keyboard().type("idr");
            assertThat(page.the("#search-list [role=option]")).hasCount(2);
            assertThat(page.the("#search")).hasAttribute("aria-expanded", "true");
            page.page().keyboard().press("ArrowDown");
            page.page().keyboard().press("ArrowDown");
            assertThat(page.the("#search")).hasAttribute("aria-activedescendant", "search-1");
            page.page().keyboard().press("ArrowDown");
            assertThat(page.the("#search")).hasAttribute("aria-activedescendant", "search-0");
            assertThat(page.the("#search-0")).hasAttribute("aria-selected", "true");
            assertThat(page.the("#search")).isFocused();
            page.page().keyboard().press("Enter");

            assertThat(page.the(".popup")).containsText("Idrottshallen");
            assertThat(page.the(".popup")).containsText("Idrottshall i Centrum");
            assertThat(page.the("#search")).hasValue("Idrottshallen");
            assertThat(page.the("#search-list")).isHidden();
            // corner 8.5, 8.4 of the fixture town
            assertThat(page.page()).hasURL(Pattern.compile("map=17/60\\.00840/15\\.01"));
            page.page().keyboard().press("Escape");

            assertThat(page.the("#search")).isFocused();
        }
    }

    @Test
    void enterTakesTheFirstAndEscapeClosesTheList() {
        try (var page = SITE.open("")) {
            page.the("#search").fill("idr");
            assertThat(page.the("#search-list")).isVisible();
            page.page().keyboard().press("Escape");
            assertThat(page.the("#search-list")).isHidden();
            assertThat(page.the("#search")).hasAttribute("aria-expanded", "false");
            page.page().keyboard().press("Enter");

            assertThat(page.the(".popup")).containsText("Idrottshallen");
        }
    }

    @Test
    void theViewIsToldSoThatNearPlacesComeFirst() {
        try (var page = SITE.open("#map=15/60.00500/15.01000")) {
            page.the("#search").fill("stor");
            assertThat(page.the("#search-list [role=option]")).hasCount(1);

            assertThat(SITE.server().requests()).contains("GET /api/search?q=stor&lat=60.0050&lon=15.0100&zoom=15");
        }
    }

    @Test
    void nothingFoundAndAFailureAreSaid() {
        try (var page = SITE.open("").expecting("500")) {
            page.the("#search").fill("xyz");
            assertThat(page.the(".search-on-map [role=status]")).hasText("Inget på kartan heter så.");
            page.the("#search").fill("fel");
            assertThat(page.the(".search-on-map [role=status]")).hasText("Sökningen gick inte att göra. Försök igen.");
            page.the("#search").fill("");

            assertThat(page.the(".search-on-map [role=status]")).hasText("");
        }
    }

    @Test
    void aReportBeginsAtWhatWasFound() {
        try (var page = SITE.open("")) {
            page.the("#search").fill("stor");
            page.click("#search-list [role=option]");
            page.click("#search-report");

            assertThat(page.the("#report-place-text")).containsText("Storgatan 12 (60,0034");
            assertThat(page.the(".place-marker")).hasCount(1);
            assertThat(page.page()).hasURL(Pattern.compile("panel=report"));
        }
    }

    @Test
    void theFormFindsItsPlaceAndIsNotSentByEnter() {
        try (var page = SITE.open("#panel=report")) {
            page.the("#report-search").fill("stor");
            assertThat(page.the("#report-search-list [role=option]")).hasCount(1);
            page.page().keyboard().press("ArrowDown");
            page.page().keyboard().press("Enter");

            assertThat(page.the("#report-place-text")).containsText("Storgatan 12 (60,0034");
            assertThat(page.the(".place-marker")).hasCount(1);
            assertThat(page.the("#report-summary li")).hasCount(0);
            assertThat(page.the("#report-search")).isFocused();
            page.click("#language-switch-en");

            assertThat(page.the("#report-place-text")).containsText("Storgatan 12 (60.0034");
            assertThat(page.the("label[for=report-search]")).hasText("Find a place or address");
        }
    }

    @ParameterizedTest
    @CsvSource({"sv, LIGHT, 1280", "en, DARK, 1280", "sv, DARK, 390", "en, LIGHT, 320"})
    void axeFindsNothingOnTheOpenListAndItFits(String language, ColorScheme theme, int width) {
        try (var page = SITE.open("#lang=" + language, width, theme).ready()) {
            page.the("#search").fill("idr");
            assertThat(page.the("#search-list [role=option]")).hasCount(2);
            page.page().keyboard().press("ArrowDown");

            assertThat(page.violations()).isEmpty();
            assertThat(page.overflow()).isZero();
            page.the("#search-list [role=option]").nth(1).click();
            assertThat(page.the(".popup")).isVisible();
        }
    }
}
