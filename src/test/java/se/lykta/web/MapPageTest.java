package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The map, the list, the filters and the address, with canned answers. */
class MapPageTest {

    @RegisterExtension
    static final FixtureSite SITE = new FixtureSite();

    @Test
    void listAndMarkersShowTheSamePlacesInTheSameOrder() {
        try (var page = SITE.open("")) {
            assertThat(page.the("#hotspots .hotspot")).hasCount(7);
            assertThat(page.the("#hotspots .name").first()).hasText("Bristande belysning vid Idrottshallen");
            assertThat(page.the("#list-status")).containsText("7 av 7 platser i vyn");
            assertThat(page.the("#list-status")).containsText("1 184 rapporter från 1 juli 2024 till 30 juni 2026");
            assertThat(page.the(".hotspot-marker")).hasCount(7);
            assertThat(page.the(".hotspot-marker[aria-label='1. Bristande belysning vid Idrottshallen']"))
                    .hasText("1");
        }
    }

    @Test
    void aFictionalMunicipalitySaysSo() {
        try (var page = SITE.open("")) {
            assertThat(page.the("#fictional")).hasText("Ljusbro är en påhittad kommun. Alla rapporter är påhittade.");
            assertThat(page.the("h1")).hasText("Otrygga platser i Ljusbro");
        }
    }

    @Test
    void popupTakesTheFocusAndGivesItBackToTheList() {
        try (var page = SITE.open("")) {
            page.the(".hotspot").nth(1).focus();
            page.page().keyboard().press("Enter");

            assertThat(page.the("[role=dialog]")).containsText("61 från 31 rapportörer");
            assertThat(page.the(".popup-close")).isFocused();
            assertThat(page.the(".hotspot-marker.is-selected")).hasText("2");
            page.page().keyboard().press("Escape");

            assertThat(page.the("[role=dialog]")).hasCount(0);
            assertThat(page.the("[data-hotspot=hB11]")).isFocused();
        }
    }

    @Test
    void markerIsPressedByKeyAndGetsTheFocusBack() {
        try (var page = SITE.open("")) {
            page.the(".hotspot-marker[aria-label^='3.']").focus();
            page.page().keyboard().press("Enter");

            assertThat(page.the("[role=dialog]")).containsText("Skymmande växtlighet vid Ljusåstigen");
            assertThat(page.the("[data-hotspot=hA31]")).hasAttribute("aria-current", "true");
            page.page().keyboard().press("Enter");

            assertThat(page.the(".hotspot-marker[aria-label^='3.']")).isFocused();
        }
    }

    @Test
    void onAPhoneTheWholePopupIsSeenAfterAChoiceInTheList() {
        try (var page = SITE.open("", 390, ColorScheme.LIGHT).ready()) {
            page.the(".hotspot").nth(5).click();
            page.the(".popup-close").waitFor();

            assertThat(page.the(".popup-close")).isInViewport();
            assertThat(page.the(".hotspot-marker.is-selected")).isInViewport();
        }
    }

    @Test
    void onlyPlacesInViewAreListed() {
        try (var page = SITE.open("#map=17/60.00840/15.01700")) {
            assertThat(page.the("#list-status")).containsText("av 7 platser i vyn");
            int seen = page.the("#hotspots .hotspot").count();

            assertThat(seen).isBetween(1, 6);
            assertThat(page.the(".hotspot-marker")).hasCount(seen);
            page.click("text=Visa alla platser");

            assertThat(page.the("#hotspots .hotspot")).hasCount(7);
        }
    }

    @Test
    void filterNarrowsAndTheBackButtonWidens() {
        try (var page = SITE.open("")) {
            page.click("#filters > summary");
            page.click("#group-B summary");
            page.click("label:has(#cause-B11)");

            assertThat(page.the("#hotspots .hotspot")).hasCount(1);
            assertThat(page.page()).hasURL(Pattern.compile("cause=B11"));
            assertThat(page.the("#chips")).containsText("Fortkörning");
            assertThat(page.the("#cause-B11")).isFocused();
            page.page().goBack();

            assertThat(page.the("#hotspots .hotspot")).hasCount(7);
            assertThat(page.the("#chips li")).hasCount(0);
        }
    }

    @Test
    void aLinkRestoresFilterAndView() {
        try (var page =
                SITE.open("#map=15/60.00700/15.01400&cause=A11&light=dark&from=2025-07-01&to=2026-06-30&lang=sv")) {
            assertThat(page.the("#hotspots .hotspot")).hasCount(1);
            assertThat(page.the("#chips li")).hasCount(5);
            assertThat(page.the("#filter-from")).hasValue("2025-07-01");
            assertThat(page.the("#preset-12")).hasAttribute("aria-pressed", "true");
            assertThat(page.page()).hasURL(Pattern.compile("#map=15/60\\.00700/15\\.01400"));
            page.the(".leaflet-reports-pane .leaflet-tile-loaded").first().waitFor();
            assertThat(SITE.server().requests())
                    .anyMatch(request -> request.matches("GET /tiles/reports/.*cause=A11&from=2025-07-01.*light=dark"));
        }
    }

    @Test
    void oneButtonClearsAllFilters() {
        try (var page = SITE.open("#cause=A11&light=dark")) {
            page.click("#reset");

            assertThat(page.the("#hotspots .hotspot")).hasCount(7);
            assertThat(page.page()).not().hasURL(Pattern.compile("cause=|light="));
        }
    }

    @Test
    void anAddressTypedByHandIsObeyed() {
        try (var page = SITE.open("")) {
            page.page().evaluate("location.hash = '#map=15/60.00700/15.01400&cause=B&lang=en'");

            assertThat(page.the("#hotspots .hotspot")).hasCount(2);
            assertThat(page.the("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void languageSwitchesTheWholePage() {
        try (var page = SITE.open("")) {
            page.click("#language-switch-en");

            assertThat(page.the("html")).hasAttribute("lang", "en");
            assertThat(page.the("#hotspots .name").first()).hasText("Poor lighting at Idrottshallen");
            assertThat(page.the("#leave")).hasText("Leave this page quickly");
            assertThat(page.the("#language-switch-en")).isFocused();
            assertThat(page.page()).hasURL(Pattern.compile("lang=en"));
            assertThat(page.the("body")).not().containsText(Pattern.compile("[åäöÅÄÖ](?!n egna)\\w* (av|och|från)"));
        }
    }

    @Test
    void thePublicViewIsAskedForAsAnAudience() {
        try (var page = SITE.open("")) {
            page.page()
                    .waitForResponse(
                            Pattern.compile("/api/hotspots\\?.*audience=public"),
                            () -> page.click("#view-switch-public"));

            assertThat(page.page()).hasURL(Pattern.compile("view=public"));
            assertThat(page.the("#legend")).containsText("Allmänhetens lägen är ungefärliga");
            assertThat(SITE.server().requests())
                    .anyMatch(request -> request.matches("GET /api/hotspots\\?.*audience=public"));
        }
    }

    @Test
    void themeButtonDarkensThePageAndIsRemembered() {
        try (var page = SITE.open("")) {
            page.click("#theme");

            assertThat(page.the("html")).hasAttribute("data-theme", "dark");
            page.page().reload();

            assertThat(page.ready().the("html")).hasAttribute("data-theme", "dark");
        }
    }

    @Test
    void theReportInTheMiddleOpensWithTheKeyboard() {
        var report = new FixtureTown().reports().get(0);
        String middle = String.format(Locale.ROOT, "#map=19/%.5f/%.5f", report.y, report.x);
        try (var page = SITE.open(middle, 1280, ColorScheme.LIGHT)) {
            page.the(".leaflet-reports-pane .leaflet-tile-loaded").first().waitFor();
            assertThat(page.the(".leaflet-reports-pane .leaflet-tile:not(.leaflet-tile-loaded)"))
                    .hasCount(0);
            page.the("#map").focus();
            page.page().keyboard().press("Enter");

            assertThat(page.the("[role=dialog]")).containsText("Bristande belysning och skymmande växtlighet");
            page.page().keyboard().press("Escape");

            assertThat(page.the("#map")).isFocused();
        }
    }

    @Test
    void aFailingBaseMapIsSaidAndStopsNothing() throws IOException {
        try (var failing = new FixtureServer(0).withoutBaseMap();
                var page =
                        SITE.browsers().open(failing.address() + "/", 1280, 800).ready()) {
            page.expecting("503");

            assertThat(page.the("#notice")).containsText("Bakgrundskartan kunde inte visas");
            assertThat(page.the("#hotspots .hotspot")).hasCount(7);
        }
    }

    @Test
    void whereNothingIsADemonstrationStaffSignIn() throws IOException {
        try (var real = new FixtureServer(0).withoutDemo();
                var page = SITE.browsers().open(real.address() + "/", 1280, 800).ready()) {
            page.expecting("401");
            assertThat(page.the("#view-switch")).isHidden();
            page.click("#sign-in");
            page.the("#token").fill("fel");
            page.page().keyboard().press("Enter");

            assertThat(page.the("#token-error")).hasText("Nyckeln stämmer inte.");
            page.page().keyboard().press("Escape");

            assertThat(page.the("#sign-in")).isFocused();
        }
    }

    @Test
    void anotherOrderAsksForNothingButThePlaces() throws IOException {
        try (var own = new FixtureServer(0);
                var page = SITE.browsers().open(own.address() + "/", 1280, 900).ready()) {
            page.the(".leaflet-reports-pane .leaflet-tile-loaded").first().waitFor();
            assertThat(page.the(".leaflet-reports-pane .leaflet-tile:not(.leaflet-tile-loaded)"))
                    .hasCount(0);
            long before = reportTiles(own);
            page.click("#ranking > summary");
            page.page().waitForResponse(Pattern.compile("/api/hotspots"), () -> page.click("#ranking-group"));
            page.click("#filters > summary");
            page.page().waitForResponse(Pattern.compile("/tiles/reports/"), () -> page.click("label:has(#light-dark)"));

            assertThat(own.requests())
                    .filteredOn(request -> request.contains("by=group"))
                    .isNotEmpty()
                    .allMatch(request -> request.startsWith("GET /api/hotspots?"));
            assertThat(own.requests().stream()
                            .filter(request -> request.contains("/tiles/reports/"))
                            .filter(request -> !request.contains("light=dark")))
                    .hasSize((int) before);
        }
    }

    private static long reportTiles(FixtureServer server) {
        return server.requests().stream()
                .filter(request -> request.contains("/tiles/reports/"))
                .count();
    }

    @Test
    void exportLinksCarryTheFilter() {
        try (var page = SITE.open("#cause=A11&panel=export")) {
            assertThat(page.the("#export-hotspots"))
                    .hasAttribute("href", Pattern.compile("^/export/hotspots.geojson\\?cause=A11"));
            assertThat(page.the("#export-reports"))
                    .hasAttribute("href", Pattern.compile("^/export/reports.geojson\\?cause=A11"));
            page.click("#list-reports");

            assertThat(page.the("#report-list"))
                    .containsText("Bristande belysning och skymmande växtlighet 4 maj 2026");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 768, 1280})
    void nothingIsWiderThanTheWindow(int width) {
        try (var page = SITE.open("#cause=A11,B11", width, ColorScheme.LIGHT).ready()) {
            page.click("#filters > summary");
            assertThat(page.overflow()).isZero();
            for (String tab : new String[] {"walk", "report", "export"}) {
                page.click("#tab-" + tab);

                assertThat(page.overflow()).as(tab).isZero();
            }
        }
    }
}
