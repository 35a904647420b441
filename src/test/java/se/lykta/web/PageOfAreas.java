package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.locationtech.jts.geom.Coordinate;
import se.lykta.app.RunningService;
import se.lykta.place.Area;
import se.lykta.place.PlaceStore;

/** A page of areas on a service of its own, and what tests do on it. */
abstract class PageOfAreas {

    static final double LON = 15.05;
    static final double LAT = 58.95;
    static final int ZOOM = 14;
    static final String VIEW = "#map=14/58.95000/15.05000&panel=areas";

    /** Pixels east and south of the middle of the map: clear of all that lies on it, also on a phone. */
    static final int[][] SQUARE = {{-95, -60}, {55, -50}, {35, 70}, {-85, 50}};

    static final double PIXEL_DEG = 360 / (256 * Math.pow(2, ZOOM));

    static RunningService service;
    static Browsers browsers;

    @BeforeAll
    static void start() {
        browsers = new Browsers();
        service = RunningService.demo();
    }

    @AfterAll
    static void stop() {
        service.close();
        browsers.close();
    }

    static WatchedPage open(String hash, int width) {
        WatchedPage page = browsers.open(service.address() + hash, width, 900);
        page.the(hash.contains("panel=areas") && !hash.contains("view=public") ? ".area-list" : ".hotspot-marker")
                .first()
                .waitFor();
        return page;
    }

    /** Adds an area as another coordinator would. */
    static int make(String name, double west, double south, double east, double north) {
        String ring = String.format(
                Locale.ROOT, "[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]", west, south, east, north);
        HttpResponse<String> made = service.post(
                "/api/areas",
                "{\"type\":\"Feature\",\"properties\":{\"name\":\"" + name
                        + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return stored(name).id();
    }

    static Area stored(String name) {
        return new PlaceStore(service.database().jdbi())
                .listAreas().stream()
                        .filter(area -> area.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no area is called " + name));
    }

    static String change(String name) {
        return "#areas .button[aria-label='Ändra " + name + "']";
    }

    static void tap(WatchedPage page, int[] pixel) {
        BoundingBox map = page.the("#map").boundingBox();
        page.the("#map")
                .click(new Locator.ClickOptions().setPosition(map.width / 2 + pixel[0], map.height / 2 + pixel[1]));
    }

    static void paste(WatchedPage page, String text) {
        if (page.the("#area-coordinates[open]").count() == 0) {
            page.click("#area-coordinates summary");
        }
        page.the("#area-text").fill(text);
        page.click("#area-use");
    }

    /** Moves the map by a key and waits until it stands still. */
    static void pan(WatchedPage page, String key) {
        String before = page.page().url();
        page.page().keyboard().press(key);
        page.page().waitForURL(url -> !url.equals(before));
    }

    static void tabTo(WatchedPage page, String id) {
        for (int i = 0; i < 30 && !page.focusedId().equals(id); i++) {
            page.page().keyboard().press("Tab");
        }
        assertThat(page.focusedId()).isEqualTo(id);
    }

    static void drag(WatchedPage page, Locator handle, int x, int y) {
        BoundingBox box = handle.boundingBox();
        double middleX = box.x + box.width / 2;
        double middleY = box.y + box.height / 2;
        Mouse mouse = page.page().mouse();
        mouse.move(middleX, middleY);
        mouse.down();
        mouse.move(middleX + x / 2.0, middleY + y / 2.0);
        mouse.move(middleX + x, middleY + y);
        mouse.up();
    }

    /** Choosing an area shows it as large as it goes; the tests count pixels at one zoom. */
    static void resetView(WatchedPage page) {
        page.page().evaluate("location.hash = '" + VIEW + "'");
        page.page().waitForURL(Pattern.compile("map=14/58.95000/15.05000"));
    }

    /** The handle whose middle is at a pixel of the map. */
    static Locator handleAt(WatchedPage page, int x, int y) {
        BoundingBox map = page.the("#map").boundingBox();
        for (Locator handle : page.the(".corner-handle").all()) {
            BoundingBox box = handle.boundingBox();
            double apart = Math.hypot(
                    box.x + box.width / 2 - map.x - map.width / 2 - x,
                    box.y + box.height / 2 - map.y - map.height / 2 - y);
            if (apart < 2) {
                return handle;
            }
        }
        throw new AssertionError("no handle at %d, %d".formatted(x, y));
    }

    /** The corners in any order and direction, to a pixel. */
    static void assertCorners(Area area, int[][] pixels) {
        Coordinate[] ring = area.geometry().getCoordinates();
        assertThat(ring).hasSize(pixels.length + 1);
        for (int[] pixel : pixels) {
            double[] wanted = at(pixel[0], pixel[1]);
            assertThat(ring)
                    .as(Arrays.toString(pixel))
                    .anyMatch(corner -> Math.abs(corner.x - wanted[0]) < 1.1 * PIXEL_DEG
                            && Math.abs(corner.y - wanted[1]) < 1.1 * PIXEL_DEG);
        }
    }

    /** Longitude and latitude of so many pixels east and south of the middle, by the formulas of Web Mercator. */
    static double[] at(int x, int y) {
        double world = 256 * Math.pow(2, ZOOM);
        double middleY = (1 - asinh(Math.tan(Math.toRadians(LAT))) / Math.PI) / 2 * world;
        double northing = Math.PI * (1 - 2 * (middleY + y) / world);
        return new double[] {LON + x * 360 / world, Math.toDegrees(Math.atan(Math.sinh(northing)))};
    }

    static double asinh(double x) {
        return Math.log(x + Math.sqrt(x * x + 1));
    }
}
