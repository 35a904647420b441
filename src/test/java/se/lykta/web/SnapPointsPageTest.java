package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The points at which the public sees reports, on the map of staff and of nobody else, with canned answers. */
class SnapPointsPageTest {

    private static final FixtureTown.SnapPoint STREET = FixtureTown.SNAP_POINTS.get(0);
    private static final FixtureTown.SnapPoint PLACE = FixtureTown.SNAP_POINTS.get(1);
    private static final FixtureTown.SnapPoint CENTRE = FixtureTown.SNAP_POINTS.get(2);
    private static final String DRAWN = ".leaflet-snap-pane .leaflet-tile-loaded";

    @RegisterExtension
    static final FixtureSite SITE = new FixtureSite();

    @Test
    void theyAreShownWithTheirLegendAndTakenOffAgain() {
        try (var page = open("#" + STREET.map(17))) {
            assertThat(page.the("#snap-legend")).hasCount(0);
            page.click("label:has(#show-snap)");

            page.the(DRAWN).first().waitFor();
            assertThat(page.the("#snap-legend li"))
                    .hasText(new String[] {"gata", "allmän plats", "mitten av ett område"});
            assertThat(page.the("#snap-legend")).containsText("minst 8 adresser");
            assertThat(page.the("#show-snap")).isFocused();
            assertThat(page.page()).hasURL(Pattern.compile("snap=1"));
            assertThat(drawnPixels(page)).isPositive();
            page.page().keyboard().press("Space");

            assertThat(page.the("#snap-legend")).hasCount(0);
            assertThat(page.the(".leaflet-snap-pane canvas")).hasCount(0);
            assertThat(page.page()).not().hasURL(Pattern.compile("snap="));
        }
    }

    @Test
    void eachSaysWhatItStandsForAndGivesTheFocusBack() {
        try (var page = shown(STREET, 17)) {
            page.page().keyboard().press("Enter");

            assertThat(page.the("[role=dialog]"))
                    .containsText(
                            "Rapporter här omkring visas för allmänheten i den här punkten. Den står för 23 adresser.");
            assertThat(page.the("[role=dialog] h3")).hasText("Väg 6");
            assertThat(page.the("[role=dialog] dd")).hasText(new String[] {"gata", "Centrum"});
            assertThat(page.the(".popup-close")).isFocused();
            page.page().keyboard().press("Escape");

            assertThat(page.the("[role=dialog]")).hasCount(0);
            assertThat(page.the("#map")).isFocused();
        }
    }

    @Test
    void theMiddleOfAnAreaSaysWhyItIsOne() {
        try (var page = shown(CENTRE, 17)) {
            page.page().keyboard().press("Enter");

            assertThat(page.the("[role=dialog]")).containsText("Rapporter i hela området visas");
            assertThat(page.the("[role=dialog]")).containsText("Den står för 1 adress:");
        }
    }

    @Test
    void whereTheyAreThinnedThePopupLeadsCloser() {
        try (var page = shown(PLACE, 15)) {
            assertThat(page.the("#snap-legend")).containsText("Zooma in för att se alla.");
            page.page().keyboard().press("Enter");
            assertThat(page.the("[role=dialog]")).containsText("2 punkter till ligger intill.");
            page.click("[role=dialog] >> text=Zooma in hit");

            assertThat(page.page()).hasURL(Pattern.compile("map=17/"));
            assertThat(page.the("#snap-legend")).not().containsText("Zooma in");
            page.the("#map").focus();
            page.page().keyboard().press("Enter");
            assertThat(page.the("[role=dialog]")).containsText("64 adresser");
            assertThat(page.the("[role=dialog]")).not().containsText("ligger intill");
        }
    }

    @Test
    void onAPhoneNothingLiesOverWhatAPopupSays() {
        for (FixtureTown.SnapPoint point : FixtureTown.SNAP_POINTS) {
            try (var page = SITE.open("#snap=1&" + point.map(15), 390, ColorScheme.LIGHT)) {
                page.the(DRAWN).first().waitFor();
                page.the("#map").focus();
                page.page().keyboard().press("Enter");
                page.the("[role=dialog]").waitFor();

                var search = page.the("#search-on-map").boundingBox();
                var map = page.the("#map").boundingBox();
                var popup = page.the("[role=dialog]").boundingBox();
                assertThat(popup.y).as(point.name()).isGreaterThan(search.y + search.height);
                assertThat(popup.y + popup.height).isLessThan(map.y + map.height);
            }
        }
    }

    /** All that a legend can hold, on a low screen. */
    @Test
    void theSearchFieldHidesNothingOfTheLegend() {
        try (var page = SITE.browsers()
                .open(SITE.server().address() + "/#snap=1&heat=1&" + STREET.map(16), 1280, 800, ColorScheme.LIGHT)) {
            page.the("#snap-legend").waitFor();

            var search = page.the("#search-on-map").boundingBox();
            var legend = page.the("#legend").boundingBox();
            assertThat(legend.y).isGreaterThan(search.y + search.height);
            assertThat(page.the("#legend-title")).isInViewport();
        }
    }

    @Test
    void beforeTheFirstZoomTheLegendSaysWhereTheyAre() {
        try (var page = open("#snap=1&map=10/60.00700/15.01400")) {
            assertThat(page.the("#snap-legend")).containsText("Zooma in för att se punkterna.");
            assertThat(page.the(".leaflet-snap-pane canvas")).hasCount(0);
        }
    }

    @Test
    void aLinkShowsThemAndThePublicViewDoesNot() throws IOException {
        try (var own = new FixtureServer(0);
                var page = SITE.browsers().open(own.address() + "/#snap=1&lang=en&" + STREET.map(17), 1280, 900)) {
            page.the(DRAWN).first().waitFor();
            assertThat(page.the("#show-snap")).isChecked();
            page.click("#view-switch-public");

            assertThat(page.the("#show-snap")).hasCount(0);
            assertThat(page.the(".leaflet-snap-pane canvas")).hasCount(0);
            page.click("#view-switch-staff");

            page.the(DRAWN).first().waitFor();
            assertThat(page.the("#show-snap")).isChecked();
        }
    }

    @Test
    void thePublicIsNeitherOfferedThemNorAsksForThem() throws IOException {
        try (var own = new FixtureServer(0).withoutDemo();
                var page = SITE.browsers().open(own.address() + "/#snap=1&panel=export&" + STREET.map(17), 1280, 900)) {
            page.the(".leaflet-reports-pane .leaflet-tile-loaded").first().waitFor();

            assertThat(page.the("#show-reports")).hasCount(1);
            assertThat(page.the("#show-snap")).hasCount(0);
            assertThat(page.the("#export-snap-points")).isHidden();
            assertThat(own.requests()).noneMatch(request -> request.contains("/tiles/snap-points"));
        }
    }

    @Test
    void staffDownloadThemAsAFile() {
        try (var page = SITE.open("#panel=export")) {
            assertThat(page.the("#export-snap-points")).isVisible();
            assertThat(page.the("#export-snap-points")).hasAttribute("href", "/export/snap-points.geojson");
            page.click("#view-switch-public");

            assertThat(page.the("#export-snap-points")).isHidden();
        }
    }

    @Test
    void aRefusalIsSaidAndCanBeTriedAgain() {
        try (var page = open("#" + STREET.map(17)).expecting("status of 401")) {
            page.page()
                    .route(
                            "**/tiles/snap-points.json",
                            route -> route.fulfill(
                                    new Route.FulfillOptions().setStatus(401).setBody("{}")));
            page.click("label:has(#show-snap)");
            assertThat(page.the("#notice")).containsText("Allmänhetens punkter kunde inte hämtas.");
            page.page().unroute("**/tiles/snap-points.json");
            page.click("label:has(#show-snap)");
            page.click("label:has(#show-snap)");

            page.the(DRAWN).first().waitFor();
        }
    }

    @Test
    void theShapesDifferWithoutColour() {
        try (var page = SITE.open("#snap=1")) {
            List<String> shapes = page.the("#snap-legend path").all().stream()
                    .map(path -> path.getAttribute("d"))
                    .toList();

            assertThat(shapes).hasSize(3).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource({"sv, LIGHT, 1280", "en, DARK, 1280", "sv, DARK, 390", "en, LIGHT, 320"})
    void axeFindsNothingAndNothingIsTooWide(String language, ColorScheme theme, int width) {
        try (var page = SITE.open("#snap=1&lang=" + language + "&" + PLACE.map(15), width, theme)) {
            page.the(DRAWN).first().waitFor();
            if (width < 960) {
                page.click("#legend summary");
            }
            page.the("#map").focus();
            page.page().keyboard().press("Enter");
            page.the("[role=dialog]").waitFor();

            assertThat(page.violations()).isEmpty();
            assertThat(page.overflow()).isZero();
        }
    }

    /** The page as soon as it shows reports: there may be no place in view. */
    private static WatchedPage open(String hash) {
        WatchedPage page = SITE.open(hash, 1280, ColorScheme.LIGHT);
        page.the(".leaflet-reports-pane .leaflet-tile-loaded").first().waitFor();
        return page;
    }

    /** The map with a point in its middle, nothing else there, and the focus on it. */
    private static WatchedPage shown(FixtureTown.SnapPoint point, int zoom) {
        WatchedPage page = open("#snap=1&" + point.map(zoom));
        page.the(DRAWN).first().waitFor();
        page.click("label:has(#show-reports)");
        assertThat(page.the(DRAWN + " canvas")).not().hasCount(0);
        page.the("#map").focus();
        return page;
    }

    private static int drawnPixels(WatchedPage page) {
        return (Integer) page.page()
                .evaluate("[...document.querySelectorAll('.leaflet-snap-pane canvas')].map((canvas) => {"
                        + " const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;"
                        + " return data.filter((value, i) => i % 4 === 3 && value > 0).length; })"
                        + ".reduce((a, b) => a + b, 0)");
    }
}
