package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.app.Service;
import se.lykta.app.Settings;
import se.lykta.db.TestDatabase;

/** What people do, in a real browser, on the real service with the demo municipality in a real PostGIS. */
class DemoPageTest {

    @TempDir
    static Path directory;

    private static TestDatabase database;
    private static Service service;
    private static Browsers browsers;

    @BeforeAll
    static void start() {
        browsers = new Browsers();
        database = TestDatabase.create();
        var settings = new Settings(
                Optional.of(database.settings()),
                directory,
                new Settings.ServerSettings("127.0.0.1", 0),
                Optional.empty(),
                ZoneId.of("Europe/Stockholm"),
                Optional.empty(),
                new Settings.LimitSettings(1000, 1000));
        service = Service.start(settings, true, sentence -> {});
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
        browsers.close();
    }

    private static WatchedPage open(String hash, int width) {
        return browsers.open(service.address() + hash, width, 900).ready();
    }

    @Test
    void theDarkSportsHallIsAmongTheFirstFivePlaces() {
        try (var page = open("", 1280)) {
            assertThat(page.the("#hotspots .name").allTextContents().subList(0, 5))
                    .anyMatch(name -> name.contains("Idrottshallen"));
            assertThat(page.the("#hotspots .hotspot .rank").first()).hasText("1");
            int all = page.the("#hotspots .hotspot").count();

            assertThat(page.the(".hotspot-marker")).hasCount(all);
        }
    }

    @Test
    void theBaseMapAndTheReportsAreDrawn() {
        try (var page = open("", 1280)) {
            page.the(".leaflet-reports-pane .leaflet-tile-loaded").first().waitFor();
            assertThat(page.the(".leaflet-tile-pane .leaflet-tile:not(.leaflet-tile-loaded)"))
                    .hasCount(0);
            Object colours = page.page()
                    .evaluate("[...document.querySelectorAll('.leaflet-tile-pane canvas')].map((canvas) => {"
                            + " const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;"
                            + " const seen = new Set();"
                            + " for (let i = 0; i < data.length; i += 4) seen.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);"
                            + " return seen.size; }).reduce((a, b) => Math.max(a, b), 0)");

            assertThat((Integer) colours).isGreaterThan(20);
            assertThat(page.the("#notice")).isHidden();
        }
    }

    @Test
    void aFilterNarrowsTheListAndItsLinkRestoresIt() {
        try (var page = open("", 1280)) {
            int all = page.the("#hotspots .hotspot").count();
            page.click("#filters > summary");
            page.click("#group-B summary");
            page.click("label:has(#cause-B11)");
            assertThat(page.the("#chips")).containsText("Fortkörning");
            assertThat(page.the("#hotspots .name").first()).containsText("Fortkörning");
            int some = page.the("#hotspots .hotspot").count();
            assertThat(some).isBetween(1, all - 1);
            page.page().reload();
            page.ready();

            assertThat(page.the("#hotspots .hotspot")).hasCount(some);
        }
    }

    @Test
    void theDensityIsColouredWhereReportsAreAndItsLegendSaysHow() {
        try (var page = open("#heat=1", 1280)) {
            page.the(".leaflet-heat-pane .leaflet-tile-loaded").first().waitFor();
            assertThat(page.the(".leaflet-heat-pane .leaflet-tile:not(.leaflet-tile-loaded)"))
                    .hasCount(0); // the first to come may be an empty one

            assertThat(page.colouredPixels(".leaflet-heat-pane .leaflet-tile-loaded"))
                    .isGreaterThan(1000);
            assertThat(page.the("#heat-legend")).containsText("rapporter per km²");
            assertThat(page.the("#heat-legend .ramp li")).hasCount(6);
            assertThat(page.the("#legend")).containsText("Kärntäthet");
        }
    }

    @Test
    void staffSeeTheSnapPointsOfTheTownAndThePublicViewDoesNot() {
        try (var page = open("#map=15/58.95000/15.05000", 1280)) {
            page.click("label:has(#show-snap)");
            page.the(".leaflet-snap-pane .leaflet-tile-loaded").first().waitFor();
            assertThat(page.the(".leaflet-snap-pane .leaflet-tile:not(.leaflet-tile-loaded)"))
                    .hasCount(0);
            Object shapes = page.page()
                    .evaluate("[...document.querySelectorAll('.leaflet-snap-pane canvas')].reduce((sum, canvas) => sum"
                            + " + canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data"
                            + ".filter((value, i) => i % 4 === 3 && value > 0).length, 0)");

            // a diamond of 14 pixels covers about a hundred, and there are dozens in view
            assertThat((Integer) shapes).isGreaterThan(3000);
            page.click("#view-switch-public");

            assertThat(page.the("#show-snap")).hasCount(0);
            assertThat(page.the(".leaflet-snap-pane canvas")).hasCount(0);
        }
    }

    @Test
    void theNumbersBesideTheFiltersFollowTheOtherFiltersAndAreRestoredByTheLink() {
        try (var page = open("", 1280)) {
            page.click("#filters > summary");
            assertThat(page.the("#filter-total")).containsText(Pattern.compile("\\d rapporter i urvalet"));
            String all = page.the("#group-A > summary .count").textContent();
            assertThat(page.the(".histogram g")).not().hasCount(0);
            var tiles = page.page()
                    .waitForRequest(
                            url -> url.url().contains("/tiles/reports/")
                                    && url.url().contains("hours=22-6"),
                            () -> page.click("label:has(#hours-22-6)"));
            assertThat(tiles.url()).contains("hours=22-6");
            assertThat(page.the("#group-A > summary .count")).not().hasText(all);
            String atNight = page.the("#group-A > summary .count").textContent();
            page.page().reload();
            page.ready().click("#filters > summary");

            assertThat(page.the("#hours-22-6")).isChecked();
            assertThat(page.the("#group-A > summary .count")).hasText(atNight);
        }
    }

    @Test
    void aWalkIsPlannedAndTakenAlong() throws IOException {
        try (var page = open("#panel=walk", 1280)) {
            page.click("#walk-plan");
            assertThat(page.the("#walk-result .totals"))
                    .containsText(Pattern.compile("\\d km, \\d+ minuter, \\d stopp"));
            int stops = page.the(".stops .stop").count();
            assertThat(stops).isBetween(2, 8);
            assertThat(page.the(".stop-marker")).hasCount(stops);
            Download gpx = page.page().waitForDownload(() -> page.click("#walk-gpx"));

            assertThat(Files.readString(gpx.path())).contains("<gpx").contains("</gpx>");
            page.page().reload();

            assertThat(page.the(".stop-marker")).hasCount(stops);
        }
    }

    @Test
    void placesAreDownloadedAsGeoJson() throws IOException {
        try (var page = open("#panel=export", 1280)) {
            Download file = page.page().waitForDownload(() -> page.click("#export-hotspots"));

            assertThat(Files.readString(file.path()))
                    .contains("\"FeatureCollection\"")
                    .contains("Idrottshallen");
            page.click("#list-reports");

            assertThat(page.the("#report-list li").first()).isVisible();
        }
    }

    @Test
    void aReportIsTakenInAndFollowed() {
        try (var page = open("#panel=report", 1280)) {
            page.click("#report-pick");
            page.the("#map").click(new Locator.ClickOptions().setPosition(560, 420));
            page.click("label:has(#report-cause-A11)");
            page.click("label:has(#report-when-often)");
            page.the("#report-text").fill("Lampan vid gångvägen lyser inte.");
            page.click("#report-send");

            page.the("#receipt-code").waitFor();
            page.the("#follow-code").fill(page.the("#receipt-code").textContent());
            page.page().keyboard().press("Enter");

            assertThat(page.the("#follow-answer")).containsText("Status: Mottagen");
        }
    }

    @Test
    void theServiceNamesFaultsThatThePageShowsAtTheirFields() {
        try (var page = browsers.open(service.address() + "#panel=report&map=15/58.90000/15.05000", 1280, 900)
                .expecting("status of 400")) {
            page.click("#report-pick");
            page.the("#map").click(new Locator.ClickOptions().setPosition(560, 420));
            page.click("label:has(#report-cause-A11)");
            page.click("label:has(#report-when-often)");
            page.click("#report-contact summary");
            page.the("#report-email").fill("ingen adress");
            page.click("#report-send");

            assertThat(page.the("#report-pick-error")).hasText("Välj en plats i kommunen.");
            assertThat(page.the("#report-email-error")).hasText("E-postadressen ser inte rätt ut.");
            assertThat(page.the("#report-pick")).isFocused();
        }
    }

    @Test
    void thePublicSeesApproximatePlacesOnly() {
        try (var page = open("#view=public", 1280)) {
            assertThat(page.the("#legend")).containsText("Allmänhetens lägen är ungefärliga");
            assertThat(page.the("#hotspots .trend")).hasCount(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"sv, LIGHT, 1280", "en, DARK, 390"})
    void axeFindsNothingAndNothingIsTooWide(String language, ColorScheme theme, int width) {
        try (var page = browsers.open(service.address() + "#lang=" + language, width, 900, theme)
                .ready()) {
            page.click(".hotspot");
            page.the("[role=dialog]").waitFor();

            assertThat(page.violations()).isEmpty();
            assertThat(page.overflow()).isZero();
        }
    }
}
