package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The density on the map with its legend, and the numbers beside the filters, with canned answers. */
class HeatAndFacetsTest {

    @RegisterExtension
    static final FixtureSite SITE = new FixtureSite();

    @Test
    void theDensityIsShownWithItsLegendAndTakenOffAgain() {
        try (var page = SITE.open("")) {
            page.click("label:has(#show-heat)");

            page.the(".leaflet-heat-pane .leaflet-tile-loaded").first().waitFor();
            assertThat(page.colouredPixels(".leaflet-heat-pane img")).isPositive();
            assertThat(page.the("#heat-legend")).containsText("rapporter per km², radie 1 km");
            assertThat(page.the("#heat-legend .ramp li")).hasCount(6);
            assertThat(page.the("#heat-legend .ramp li").last()).hasText("≥ 200");
            assertThat(page.the("#legend")).containsText("Kärntäthet med radien 1 km på marken.");
            assertThat(page.the("#show-heat")).isFocused();
            assertThat(page.page()).hasURL(Pattern.compile("heat=1"));
            page.click("label:has(#show-heat)");

            assertThat(page.the("#heat-legend")).hasCount(0);
            assertThat(page.the(".leaflet-heat-pane img")).hasCount(0);
        }
    }

    @Test
    void aLinkShowsTheDensityOfItsFilterInItsTheme() {
        try (var page =
                SITE.open("#cause=A53&heat=1&lang=en", 1280, ColorScheme.DARK).ready()) {
            page.the(".leaflet-heat-pane .leaflet-tile-loaded").first().waitFor();

            assertThat(page.the("#show-heat")).isChecked();
            assertThat(page.the("#heat-legend")).containsText("Only 21 reports selected");
            assertThat(SITE.server().requests())
                    .anyMatch(request -> request.matches("GET /tiles/heat/\\d+/.*cause=A53.*theme=dark"));
            assertThat(SITE.server().requests())
                    .anyMatch(request -> request.matches("GET /tiles/heat/legend.*cause=A53.*"));
        }
    }

    @Test
    void everyChoiceSaysHowManyReportsItHas() {
        try (var page = SITE.open("")) {
            page.click("#filters > summary");

            assertThat(page.the("#filter-total")).hasText("1 184 rapporter i urvalet");
            assertThat(page.the("#group-A > summary .count")).hasText("200");
            page.click("#group-A summary");
            // the second cause: 20 − 7
            assertThat(page.the("label:has(#cause-A11) .count")).hasText("13");
            assertThat(page.the("label:has(#light-dark) .count")).hasText("118");
            // six hours and eight, 240 reports in each
            assertThat(page.the("label:has(#hours-16-22) .count")).hasText("1 440");
            assertThat(page.the("label:has(#hours-22-6) .count")).hasText("1 920");
            page.click("label:has(#light-dark)");

            assertThat(page.the("#filter-total")).hasText("118 rapporter i urvalet");
            assertThat(page.the("label:has(#cause-A11) .count")).hasText("1");
            assertThat(page.the("#light-dark")).isFocused();
        }
    }

    @Test
    void numbersAreAskedForOnlyWhileTheFiltersAreOpen() throws IOException {
        try (var own = new FixtureServer(0);
                var page = SITE.browsers().open(own.address() + "/", 1280, 900).ready()) {
            assertThat(own.requests()).noneMatch(request -> request.contains("/api/facets"));
            page.click("#filters > summary");
            assertThat(page.the("#filter-total")).containsText("rapporter");
            page.click("#filters > summary");
            page.click("#filters > summary");

            assertThat(page.the("#filter-total")).containsText("rapporter");
            assertThat(own.requests().stream().filter(request -> request.contains("/api/facets")))
                    .hasSize(1);
        }
    }

    @Test
    void aPeriodIsDraggedOverTheMonths() {
        try (var page = SITE.open("")) {
            page.click("#filters > summary");
            assertThat(page.the(".histogram g")).hasCount(48);
            assertThat(page.the("#months-words")).containsText("juli 2022 till juni 2026");
            page.the(".histogram").scrollIntoViewIfNeeded();
            var box = page.the(".histogram").boundingBox();
            double month = box.width / 48;
            page.page().mouse().move(box.x + 12.5 * month, box.y + 30);
            page.page().mouse().down();
            page.page().mouse().move(box.x + 23.5 * month, box.y + 30);
            page.page().mouse().up();

            assertThat(page.the("#filter-from")).hasValue("2023-07-01");
            assertThat(page.the("#filter-to")).hasValue("2024-06-30");
            assertThat(page.the(".histogram .outside")).hasCount(36);
        }
    }

    @Test
    void everyFilterIsAChipAndOneButtonClearsThemAll() {
        String hash = "#cause=A11&source=police&state=published&light=dark&hours=22-6&weekday=fri,sat&severity=3&area=2"
                + "&from=2025-01-01&heat=1&lang=sv";
        try (var page = SITE.open(hash)) {
            assertThat(page.the("#chips .chip")).hasCount(10);
            assertThat(page.the("#chips")).containsText("klockan 22–6");
            assertThat(page.the("#chips")).containsText("Norra skogen");
            assertThat(page.the("#chips")).containsText("Mycket otryggt");
            assertThat(page.the("#filters > summary")).containsText("Filter (10)");
            assertThat(SITE.server().requests())
                    .anyMatch(request ->
                            request.matches("GET /api/hotspots\\?.*hours=22-6&weekday=fri%2Csat&severity=3&area=2"));
            page.click("#chips .chip:has-text('Norra skogen')");
            assertThat(page.the("#chips .chip")).hasCount(9);
            page.click("#reset");

            assertThat(page.the("#chips .chip")).hasCount(0);
            assertThat(page.page()).hasURL(Pattern.compile("heat=1"));
            assertThat(page.page()).not().hasURL(Pattern.compile("cause|source|hours|weekday|severity|area|from"));
        }
    }

    @Test
    void weekdaysAndHoursAreChosenByKeyboard() {
        try (var page = SITE.open("")) {
            page.click("#filters > summary");
            page.the("#weekday-sat").focus();
            page.page().keyboard().press("Space");
            assertThat(page.page()).hasURL(Pattern.compile("weekday=sat"));
            assertThat(page.the("#weekday-sat")).isFocused();
            page.the("#hours-all").focus();
            page.page().keyboard().press("ArrowRight");

            assertThat(page.page()).hasURL(Pattern.compile("hours=6-10"));
            assertThat(page.the("#hours-6-10")).isFocused();
        }
    }

    @Test
    void howUnsafeItFeelsIsSentOnlyIfTold() {
        try (var page = SITE.open("#panel=report&map=17/60.00840/15.01700")) {
            assertThat(page.the("#report-severity-none")).isChecked();
            page.click("#report-pick");
            page.click("text=Använd krysset");
            page.click("label:has(#report-cause-A11)");
            page.click("label:has(#report-when-often)");
            page.click("label:has(#report-severity-3)");
            var sent = page.page().waitForRequest("**/api/reports", () -> page.click("#report-send"));

            assertThat(sent.postData()).contains("\"severity\":3");
        }
    }

    @ParameterizedTest
    @CsvSource({"sv, LIGHT, 1280", "en, DARK, 1280", "sv, DARK, 390", "en, LIGHT, 320"})
    void axeFindsNothingAndNothingIsTooWide(String language, ColorScheme theme, int width) {
        String hash = "#heat=1&weekday=fri&hours=22-6&severity=2&area=1&lang=" + language;
        try (var page = SITE.open(hash, width, theme).ready()) {
            page.the("#heat-legend").waitFor();
            page.click("#filters > summary");
            page.click("#group-A summary");
            assertThat(page.the("#filter-total")).not().isEmpty();

            assertThat(page.violations()).isEmpty();
            assertThat(page.overflow()).isZero();
        }
    }
}
