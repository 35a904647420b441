package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is to be seen of the base map at which zoom, told by colours that nothing else on the map has. */
class BaseMapTest {

    @RegisterExtension
    static final FixtureSite SITE = new FixtureSite();

    private static final String TILES = ".leaflet-tile-pane canvas";
    private static final String NAMES = "canvas.labels";
    private static final String LAMP = "#f3ae12";
    private static final String UNLIT = "#6a4a92";
    private static final String HOUSE_NUMBER = "#5f564b";
    private static final String CULTURE = "#75491f";
    private static final String LIGHT_PAPER = "#f3f0e9";
    private static final String LIGHT_WATER = "#b3d3e2";
    private static final String DARK_WATER = "#163a4b";
    private static final String DARK_PAPER = "#161c22";

    /** Counts pixels of just one colour; on a copy, for a canvas that is read often is no longer painted fast. */
    private static final String COUNT = "([selector, colour]) => { let sum = 0;"
            + " const wanted = Number.parseInt(colour.slice(1), 16);"
            + " for (const canvas of document.querySelectorAll(selector)) {"
            + "  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });"
            + "  copy.drawImage(canvas, 0, 0);"
            + "  const data = copy.getImageData(0, 0, canvas.width, canvas.height).data;"
            + "  for (let i = 0; i < data.length; i += 4) {"
            + "   const seen = data[i] << 16 | data[i + 1] << 8 | data[i + 2];"
            + "   sum += seen === wanted && data[i + 3] === 255 ? 1 : 0; } }"
            + " return sum; }";

    /** The middle of the fixture town's park, where a lit path with lamps crosses an unlit one. */
    private static WatchedPage park(int zoom) {
        var middle = FixtureTown.corner(6, 7);
        return open("#map=%d/%s/%s".formatted(zoom, middle.y, middle.x), ColorScheme.LIGHT);
    }

    private static WatchedPage open(String hash, ColorScheme theme) {
        var page = SITE.open(hash, 1280, theme);
        await(
                page,
                "() => document.querySelector('.leaflet-tile-pane .leaflet-tile-loaded')"
                        + " && !document.querySelector('.leaflet-tile-pane .leaflet-tile:not(.leaflet-tile-loaded)')"
                        + " && document.querySelector('canvas.labels')?.width > 300");
        return page;
    }

    /** Waits frame by frame; the page's own rules forbid Playwright's way of doing so. */
    private static void await(WatchedPage page, String condition) {
        Object met = page.page()
                .evaluate("async () => { const met = " + condition + ";"
                        + " const end = performance.now() + 20000;"
                        + " while (!met() && performance.now() < end) await new Promise(requestAnimationFrame);"
                        + " return Boolean(met()); }");
        assertThat(met).as(condition).isEqualTo(true);
    }

    private static int pixels(WatchedPage page, String selector, String colour) {
        return (Integer) page.page().evaluate(COUNT, List.of(selector, colour));
    }

    private static void awaitColour(WatchedPage page, String selector, String colour) {
        await(page, "() => (%s)(['%s', '%s']) > 0".formatted(COUNT, selector, colour));
    }

    @Test
    void seaIsDrawnAsWaterIs() {
        var middle = FixtureTown.corner(-2.5, -2.5);
        String sea = "#map=17/%s/%s".formatted(middle.y, middle.x);
        try (var light = open(sea, ColorScheme.LIGHT);
                var dark = open(sea, ColorScheme.DARK)) {
            awaitColour(light, TILES, LIGHT_WATER);
            awaitColour(dark, TILES, DARK_WATER);
            // 333 m by 333 m, and no other water is in view
            double pixels = Math.pow(333 / (156_543.03 * Math.cos(Math.toRadians(60)) / (1 << 17)), 2);
            assertThat((double) pixels(light, TILES, LIGHT_WATER)).isCloseTo(pixels, withinPercentage(5));
            assertThat((double) pixels(dark, TILES, DARK_WATER)).isCloseTo(pixels, withinPercentage(5));
        }
    }

    @Test
    void lampsAndUnlitWaysAreSeenFromZoomSixteenOn() {
        try (var far = park(15);
                var near = park(16);
                var nearest = park(19)) {
            assertThat(pixels(far, TILES, LAMP)).isZero();
            assertThat(pixels(far, TILES, UNLIT)).isZero();
            assertThat(pixels(near, TILES, LAMP)).isPositive();
            assertThat(pixels(near, TILES, UNLIT)).isPositive();
            assertThat(pixels(nearest, TILES, LAMP)).isGreaterThan(pixels(near, TILES, LAMP) / 4);
        }
    }

    @Test
    void theLegendExplainsThemWhereTheyAreSeen() {
        try (var page = park(16)) {
            assertThat(page.the("#legend .way")).hasCount(6);
            assertThat(page.the("#legend")).containsText("gatlykta");
            assertThat(page.the("#legend")).containsText("obelyst");
        }
        try (var far = park(15)) {
            assertThat(far.the("#legend .groups")).hasCount(1);
            assertThat(far.the("#legend .way")).hasCount(0);
        }
    }

    @Test
    void houseNumbersComeWhenHousesAreLarge() {
        var street = FixtureTown.corner(4.6, 7.8);
        String place = "/" + street.y + "/" + street.x;
        try (var far = open("#map=17" + place, ColorScheme.LIGHT);
                var near = open("#map=18" + place, ColorScheme.LIGHT)) {
            awaitColour(near, NAMES, HOUSE_NUMBER);

            assertThat(pixels(far, NAMES, HOUSE_NUMBER)).isZero();
        }
    }

    @Test
    void aPlaceHasItsIconAndName() {
        var library = FixtureTown.corner(1.5, 12.5);
        try (var page = open("#map=16/" + library.y + "/" + library.x, ColorScheme.LIGHT)) {
            awaitColour(page, NAMES, CULTURE);
        }
    }

    @Test
    void closerThanTheDataNoDeeperTileIsAskedFor() {
        try (var page = park(19)) {
            assertThat(pixels(page, TILES, LIGHT_PAPER)).isPositive();
            assertThat(SITE.server().requests())
                    .noneMatch(request -> request.matches("GET /tiles/base/1[789]/.*"))
                    .anyMatch(request -> request.matches("GET /tiles/base/16/.*"));
        }
    }

    @Test
    void itIsDarkInTheDarkAndPrintedOnWhitePaper() {
        try (var page = open("", ColorScheme.DARK)) {
            assertThat(pixels(page, TILES, DARK_PAPER)).isPositive();
            page.page().evaluate("dispatchEvent(new Event('beforeprint'))");

            assertThat(page.the("html")).hasAttribute("data-theme", "light");
            assertThat(pixels(page, TILES, DARK_PAPER)).isZero();
            assertThat(pixels(page, TILES, LIGHT_PAPER)).isPositive();
            page.page().evaluate("dispatchEvent(new Event('afterprint'))");

            assertThat(page.the("html")).hasAttribute("data-theme", "dark");
            assertThat(pixels(page, TILES, LIGHT_PAPER)).isZero();
        }
    }

    @Test
    void anEmptyBaseMapIsSaidAndStopsNothing() throws IOException {
        try (var empty = new FixtureServer(0).withEmptyBaseMap();
                var page =
                        SITE.browsers().open(empty.address() + "/", 1280, 800).ready()) {
            assertThat(page.the("#notice")).containsText("Här finns ingen bakgrundskarta");
            assertThat(page.the("#hotspots .hotspot")).hasCount(7);
        }
    }

    @Test
    void noNoticeWhereThereIsAMap() {
        try (var page = open("", ColorScheme.LIGHT)) {
            assertThat(page.the("#notice")).isHidden();
            assertThat(page.page()).hasURL(Pattern.compile("map="));
        }
    }
}
