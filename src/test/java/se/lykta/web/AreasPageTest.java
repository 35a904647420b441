package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import se.lykta.app.RunningService;
import se.lykta.place.Area;
import se.lykta.place.PlaceStore;

/**
 * What coordinators do with areas, in a real browser on the real service with the demo municipality. The map is always at
 * zoom 14 around {@link #LON}, {@link #LAT}, in the middle of the town.
 */
class AreasPageTest {

    private static final double LON = 15.05;
    private static final double LAT = 58.95;
    private static final int ZOOM = 14;
    private static final String VIEW = "#map=14/58.95000/15.05000&panel=areas";

    /** Pixels east and south of the middle of the map: clear of all that lies on it, also on a phone. */
    private static final int[][] SQUARE = {{-95, -60}, {55, -50}, {35, 70}, {-85, 50}};

    private static final double PIXEL_DEG = 360 / (256 * Math.pow(2, ZOOM));

    private static RunningService service;
    private static Browsers browsers;

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

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void anAreaIsDrawnCornerByCornerAndChosenInTheFilter(int width) {
        String name = "Hamnen " + width;
        try (var page = open("#map=14/58.95000/15.05000", width)) {
            page.click("#filters > summary");
            page.click("#filter-areas summary");
            page.click("#area-entry");
            assertThat(page.the("#areas-title")).isFocused();
            page.click("#area-new");
            for (int[] corner : SQUARE) {
                tap(page, corner);
            }
            assertThat(page.the("#draw-status")).containsText("4 hörn");
            tap(page, SQUARE[0]);
            assertThat(page.the("#area-name")).isFocused();
            page.the("#area-name").fill(name);
            page.the("#area-population").fill("1 250");
            page.click("#area-save");

            assertThat(page.the("#area-message")).containsText(name + " är sparat.");
            Area made = stored(name);
            assertThat(made.population()).isEqualTo(OptionalInt.of(1250));
            assertCorners(made, SQUARE);
            page.click("#areas-back");
            page.click("label:has(#area-" + made.id() + ")");

            assertThat(page.page()).hasURL(Pattern.compile("area=" + made.id()));
            assertThat(page.the("#chips")).containsText(name);
            assertThat(page.the("#filter-total")).containsText(Pattern.compile("\\d rapporter i urvalet"));
            page.page().reload();
            assertThat(page.the("#chips")).containsText(name);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void anAreaIsDrawnWithTheKeyboardAlone(int width) {
        String name = "Tangentby " + width;
        try (var page = open(VIEW, width)) {
            Keyboard keys = page.page().keyboard();
            page.the("#area-new").focus();
            keys.press("Enter");
            assertThat(page.the("#map")).isFocused();
            keys.press("Enter");
            pan(page, "ArrowRight");
            keys.press("Enter");
            pan(page, "ArrowUp");
            keys.press("Enter");
            assertThat(page.the("#draw-status")).containsText("3 hörn");
            keys.press("Backspace");
            assertThat(page.the("#draw-status")).containsText("2 hörn");
            keys.press("Enter");
            tabTo(page, "draw-finish");
            keys.press("Enter");
            assertThat(page.the("#area-name")).isFocused();
            keys.type(name);
            keys.press("Enter");

            assertThat(page.the("#area-message")).containsText(name + " är sparat.");
            assertThat(page.the("#areas-title")).isFocused();
            Coordinate[] ring = stored(name).geometry().getCoordinates();
            assertThat(ring).hasSize(4);
            assertThat(ring[0].x).isCloseTo(LON, within(PIXEL_DEG));
            assertThat(ring[0].y).isCloseTo(LAT, within(PIXEL_DEG));
            // Leaflet pans by 80 pixels
            assertThat(ring[1].x - ring[0].x).isCloseTo(80 * PIXEL_DEG, within(1e-6));
            assertThat(ring[2].x).isCloseTo(ring[1].x, within(1e-6));
            assertThat(ring[2].y).isGreaterThan(ring[1].y);
        }
    }

    @Test
    void escapeEndsDrawingAndLeavesTheBorderAsItWas() {
        make("Udden", 15.04, 58.945, 15.05, 58.95);
        try (var page = open(VIEW, 1280)) {
            page.click(change("Udden"));
            page.click("#area-draw");
            tap(page, SQUARE[0]);
            tap(page, SQUARE[1]);
            page.page().keyboard().press("Escape");

            assertThat(page.the("#pick")).isHidden();
            assertThat(page.the("#area-draw")).isFocused();
            assertThat(page.the("#area-corners")).hasText("4 hörn");
            assertThat(page.the(".corner-handle")).hasCount(4);
        }
    }

    @Test
    void aDoubleClickEndsTheBorderWithoutZooming() {
        try (var page = open(VIEW, 1280)) {
            page.click("#area-new");
            tap(page, SQUARE[0]);
            tap(page, SQUARE[1]);
            BoundingBox map = page.the("#map").boundingBox();
            page.the("#map")
                    .dblclick(new Locator.DblclickOptions()
                            .setPosition(map.width / 2 + SQUARE[2][0], map.height / 2 + SQUARE[2][1]));

            assertThat(page.the("#area-corners")).hasText("3 hörn");
            assertThat(page.page()).hasURL(Pattern.compile("map=14/"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void aBorderIsChangedByTheMouse(int width) {
        String name = "Musby " + width;
        try (var page = open(VIEW, width)) {
            double[] northWest = at(-70, -50);
            double[] southEast = at(70, 60);
            make(name, northWest[0], southEast[1], southEast[0], northWest[1]);
            page.page().reload();
            page.the(change(name)).click();
            page.the("#map").scrollIntoViewIfNeeded();
            resetView(page);
            Locator corner = handleAt(page, -70, -50);
            drag(page, corner, 40, 30);
            tap(page, new int[] {70, 5}); // the middle of the eastern edge
            assertThat(page.the("#area-corners")).hasText("5 hörn");
            assertThat(page.the(".corner-handle")).hasCount(5);
            page.click("#area-undo");
            assertThat(page.the("#area-corners")).hasText("4 hörn");
            page.click("#area-save");

            assertThat(page.the("#area-message")).containsText(name + " är sparat.");
            assertCorners(stored(name), new int[][] {{-30, -20}, {70, -50}, {70, 60}, {-70, 60}});
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void aBorderIsChangedWithTheKeyboardAlone(int width) {
        String name = "Pilby " + width;
        try (var page = open(VIEW, width)) {
            double[] northWest = at(-70, -50);
            double[] southEast = at(70, 60);
            make(name, northWest[0], southEast[1], southEast[0], northWest[1]);
            page.page().reload();
            page.the(change(name)).focus();
            Keyboard keys = page.page().keyboard();
            keys.press("Enter");
            assertThat(page.the("#areas-title")).isFocused();
            resetView(page);
            Locator corner = handleAt(page, 70, -50);
            assertThat(corner).hasAttribute("aria-label", Pattern.compile("Hörn \\d av 4"));
            corner.focus();
            keys.press("ArrowRight");
            keys.press("ArrowRight");
            keys.press("Shift+ArrowUp");
            assertThat(handleAt(page, 78, -74)).isFocused();
            keys.press("Insert");
            assertThat(page.the("#area-corners")).hasText("5 hörn");
            keys.press("Delete");
            assertThat(page.the("#area-corners")).hasText("4 hörn");
            keys.press("Escape");
            assertThat(page.the("#area-save")).isFocused();
            keys.press("Enter");

            assertThat(page.the("#area-message")).containsText(name + " är sparat.");
            assertCorners(stored(name), new int[][] {{-70, -50}, {78, -74}, {70, 60}, {-70, 60}});
        }
    }

    @Test
    void aBorderKeepsThreeCorners() {
        make("Trekanten", 15.04, 58.945, 15.05, 58.95);
        try (var page = open(VIEW, 1280)) {
            page.click(change("Trekanten"));
            page.the(".corner-handle").first().focus();
            page.page().keyboard().press("Delete");
            page.page().keyboard().press("Delete");

            assertThat(page.the("#area-corners")).hasText("3 hörn");
            assertThat(page.the("#announce")).hasText("En gräns har minst tre hörn.");
        }
    }

    @Test
    void aRemovedAreaLeavesListFilterAndLink() {
        int id = make("Borta", 15.04, 58.945, 15.05, 58.95);
        try (var page = open(VIEW + "&area=" + id, 1280)) {
            page.click(change("Borta"));
            page.click("#area-remove");
            assertThat(page.the("#area-remove-no")).isFocused();
            page.page().keyboard().press("Escape");
            assertThat(page.the("#area-remove")).isFocused();
            page.click("#area-remove");
            page.click("#area-remove-yes");

            assertThat(page.the("#area-message")).containsText("Borta är borttaget.");
            assertThat(page.the(change("Borta"))).hasCount(0);
            assertThat(page.page()).not().hasURL(Pattern.compile("area="));
            assertThat(new PlaceStore(service.database().jdbi()).listAreas()).noneMatch(area -> area.id() == id);
        }
    }

    @Test
    void aLinkToAnAreaThatIsGoneStillShowsTheMap() {
        try (var page = open("#area=987654", 1280)) {
            assertThat(page.the("#hotspots .hotspot")).not().hasCount(0);
            assertThat(page.page()).not().hasURL(Pattern.compile("area="));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void aBorderThatCrossesItselfIsShownWithTheFaultBesideTheFormAndOnTheMap(int width) {
        try (var page = open(VIEW, width).expecting("status of 400")) {
            page.click("#area-new");
            for (int i : new int[] {0, 2, 1, 3}) {
                tap(page, SQUARE[i]);
            }
            page.click("#draw-finish");
            page.the("#area-name").fill("Fluga");
            page.click("#area-save");

            assertThat(page.the("#area-draw-error")).containsText("Gränsen korsar eller rör vid sig själv här");
            assertThat(page.the(".fault-marker")).hasCount(1);
            assertThat(page.the(".fault-marker")).isInViewport();
            assertThat(page.violations()).isEmpty();
            page.click("#area-undo");
            assertThat(page.the(".fault-marker")).hasCount(0);
        }
    }

    @Test
    void allThatAnEmptyFormLacksIsTold() {
        try (var page = open(VIEW, 1280)) {
            page.click("#area-new");
            page.click("#draw-cancel");
            page.the("#area-population").fill("många");
            page.click("#area-save");

            assertThat(page.the("#area-summary li")).hasCount(3);
            assertThat(page.the("#area-name-error")).hasText("Ange ett namn med högst 100 tecken.");
            assertThat(page.the("#area-population")).hasAttribute("aria-invalid", "true");
            assertThat(page.the("#area-draw-error")).containsText("Rita en gräns");
            assertThat(page.the("#area-name")).isFocused();
        }
    }

    @Test
    void aNameThatIsTakenIsToldAtItsField() {
        try (var page = open(VIEW, 1280).expecting("status of 409")) {
            page.click("#area-new");
            Arrays.stream(SQUARE).forEach(corner -> tap(page, corner));
            page.click("#draw-finish");
            page.the("#area-name").fill("centrum");
            page.click("#area-save");

            assertThat(page.the("#area-name-error")).containsText("Ett annat delområde heter så");
            assertThat(page.the("#area-name")).isFocused();
        }
    }

    @Test
    void whatLiesOutsideIsToldAndWhatCrossesTheBorderIsCut() {
        try (var page = open(VIEW, 1280).expecting("status of 422")) {
            page.click("#area-new");
            page.click("#draw-cancel");
            page.the("#area-name").fill("Gränsby");
            paste(page, "58.93, 15.04\n58.93, 15.06\n58.942, 15.06\n58.942, 15.04");
            page.click("#area-save");
            assertThat(page.the("#area-draw-error")).containsText("Mer än hälften ligger utanför kommunen");
            assertThat(page.the(".fault-marker")).hasCount(1);

            paste(page, "15,04 58,94\n15,06 58,94\n15,06 58,95\n15,04 58,95");
            page.click("#area-save");

            assertThat(page.the("#area-message")).containsText("låg utanför kommunen och klipptes bort.");
            assertThat(page.the("#area-message")).containsText("En del av ytan ligger också i");
            assertThat(page.the("#area-message")).containsText("Idrottsparken");
        }
    }

    @Test
    void coordinatesAreShownAndPastedAsText() {
        make("Textby", 15.04, 58.945, 15.05, 58.95);
        try (var page = open(VIEW, 1280)) {
            page.click(change("Textby"));
            page.click("#area-coordinates summary");
            assertThat(page.the("#area-text")).hasValue(Pattern.compile("^58\\.9\\d{5}, 15\\.0\\d{5}\\n"));
            page.the("#area-text").fill("hej");
            page.click("#area-use");
            assertThat(page.the("#area-text-error")).containsText("går inte att läsa");
            assertThat(page.the("#area-text")).isFocused();
            page.the("#area-text")
                    .fill("{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                            + "[[[15.04,58.945],[15.05,58.945],[15.05,58.95],[15.04,58.945]]]}}");
            page.click("#area-use");

            assertThat(page.the("#area-corners")).hasText("3 hörn");
            assertThat(page.the("#area-text-error")).isEmpty();
            assertThat(page.the(".corner-handle")).hasCount(3);
        }
    }

    @Test
    void theSecondOfTwoCoordinatorsSeesWhatTheFirstDidAndCanSaveAgain() {
        make("Delad", 15.04, 58.945, 15.05, 58.95);
        try (var page = open(VIEW, 1280).expecting("status of 412")) {
            page.click(change("Delad"));
            page.the("#area-name").fill("Delad igen");
            make("Kollegans", 15.05, 58.945, 15.055, 58.95);
            page.click("#area-save");
            assertThat(page.the("#area-summary")).containsText("Någon annan har ändrat delområdena");
            assertThat(page.the(".area-name")).containsText(new String[] {"Kollegans"});
            assertThat(page.the("#area-name")).hasValue("Delad igen");
            page.click("#area-save");

            assertThat(page.the("#area-message")).containsText("Delad igen är sparat.");
        }
    }

    @Test
    void anAreaThatSomebodyElseRemovedCanBeSavedAnew() {
        int id = make("Återfödd", 15.04, 58.945, 15.05, 58.95);
        try (var page = open(VIEW, 1280).expecting("status of 412")) {
            page.click(change("Återfödd"));
            HttpResponse<String> removed = service.send(
                    service.request("/api/areas/" + id).header("If-Match", "*").DELETE());
            assertThat(removed.statusCode()).isEqualTo(204);
            page.click("#area-save");
            assertThat(page.the("#area-summary")).containsText("Någon annan har tagit bort området");
            assertThat(page.the("#areas-title")).hasText("Nytt delområde");
            page.click("#area-save");

            assertThat(page.the("#area-message")).containsText("Återfödd är sparat.");
            assertThat(stored("Återfödd").id()).isNotEqualTo(id);
        }
    }

    @Test
    void thePublicHasNoWayIn() {
        try (var page = open(VIEW + "&view=public", 1280)) {
            assertThat(page.the("#areas")).isHidden();
            assertThat(page.the("#hotspots")).isVisible();
            page.click("#filters > summary");
            page.click("#filter-areas summary");

            assertThat(page.the("#filter-areas .check").first()).isVisible();
            assertThat(page.the("#area-entry")).hasCount(0);
        }
    }

    @Test
    void anotherTabLeavesTheMapAndWhatWasDrawnStays() {
        try (var page = open(VIEW, 1280)) {
            page.click("#area-new");
            Arrays.stream(SQUARE).forEach(corner -> tap(page, corner));
            page.click("#draw-finish");
            page.the("#area-name").fill("Halvfärdig");
            page.click("#tab-walk");
            assertThat(page.the(".corner-handle")).hasCount(0);
            assertThat(page.the(".hotspot-marker").first()).isVisible();
            page.page().goBack();

            assertThat(page.the("#area-name")).hasValue("Halvfärdig");
            assertThat(page.the(".corner-handle")).hasCount(4);
            page.click("#language-switch-en");
            assertThat(page.the("#areas-title")).hasText("New area");
            assertThat(page.the("#area-name")).hasValue("Halvfärdig");
        }
    }

    @Test
    void aBorderOfManyCornersAsksToZoomIn() {
        StringBuilder corners = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            double angle = 2 * Math.PI * i / 400;
            corners.append(String.format(
                    Locale.ROOT, "%.6f %.6f%n", 58.95 + 0.004 * Math.sin(angle), 15.05 + 0.008 * Math.cos(angle)));
        }
        try (var page = open(VIEW, 1280)) {
            page.click("#area-new");
            page.click("#draw-cancel");
            paste(page, corners.toString());
            assertThat(page.the("#area-help")).containsText("Zooma in");
            assertThat(page.the(".corner-handle")).hasCount(0);
            page.page().evaluate("location.hash = '#map=18/58.95400/15.05000&panel=areas'");

            assertThat(page.the("#area-help")).containsText("Dra i hörnen");
            assertThat(page.the(".corner-handle")).not().hasCount(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT, sv", "390, DARK, en", "320, LIGHT, sv"})
    void axeFindsNothingAndNothingIsTooWide(int width, ColorScheme theme, String language) {
        try (var page = browsers.open(service.address() + VIEW + "&lang=" + language, width, 900, theme)) {
            page.the(".area-list").waitFor();
            assertThat(page.violations()).as("list").isEmpty();
            page.click("#area-new");
            Arrays.stream(SQUARE).forEach(corner -> tap(page, corner));
            assertThat(page.violations()).as("drawing").isEmpty();
            assertThat(page.overflow()).isZero();
            page.click("#draw-finish");
            page.click("#area-coordinates summary");
            assertThat(page.violations()).as("form").isEmpty();
            assertThat(page.overflow()).isZero();
            page.click("#area-cancel");
            page.the(".area-list .button").first().click();
            page.click("#area-remove");
            assertThat(page.violations()).as("question").isEmpty();
        }
    }

    private static WatchedPage open(String hash, int width) {
        WatchedPage page = browsers.open(service.address() + hash, width, 900);
        page.the(hash.contains("panel=areas") && !hash.contains("view=public") ? ".area-list" : ".hotspot-marker")
                .first()
                .waitFor();
        return page;
    }

    /** Adds an area as another coordinator would. */
    private static int make(String name, double west, double south, double east, double north) {
        String ring = String.format(
                Locale.ROOT, "[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]", west, south, east, north);
        HttpResponse<String> made = service.post(
                "/api/areas",
                "{\"type\":\"Feature\",\"properties\":{\"name\":\"" + name
                        + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return stored(name).id();
    }

    private static Area stored(String name) {
        return new PlaceStore(service.database().jdbi())
                .listAreas().stream()
                        .filter(area -> area.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no area is called " + name));
    }

    private static String change(String name) {
        return "#areas .button[aria-label='Ändra " + name + "']";
    }

    private static void tap(WatchedPage page, int[] pixel) {
        BoundingBox map = page.the("#map").boundingBox();
        page.the("#map")
                .click(new Locator.ClickOptions().setPosition(map.width / 2 + pixel[0], map.height / 2 + pixel[1]));
    }

    private static void paste(WatchedPage page, String text) {
        if (page.the("#area-coordinates[open]").count() == 0) {
            page.click("#area-coordinates summary");
        }
        page.the("#area-text").fill(text);
        page.click("#area-use");
    }

    /** Moves the map by a key and waits until it stands still. */
    private static void pan(WatchedPage page, String key) {
        String before = page.page().url();
        page.page().keyboard().press(key);
        page.page().waitForURL(url -> !url.equals(before));
    }

    private static void tabTo(WatchedPage page, String id) {
        for (int i = 0; i < 30 && !page.focusedId().equals(id); i++) {
            page.page().keyboard().press("Tab");
        }
        assertThat(page.focusedId()).isEqualTo(id);
    }

    private static void drag(WatchedPage page, Locator handle, int x, int y) {
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
    private static void resetView(WatchedPage page) {
        page.page().evaluate("location.hash = '" + VIEW + "'");
        page.page().waitForURL(Pattern.compile("map=14/58.95000/15.05000"));
    }

    /** The handle whose middle is at a pixel of the map. */
    private static Locator handleAt(WatchedPage page, int x, int y) {
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
    private static void assertCorners(Area area, int[][] pixels) {
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
    private static double[] at(int x, int y) {
        double world = 256 * Math.pow(2, ZOOM);
        double middleY = (1 - asinh(Math.tan(Math.toRadians(LAT))) / Math.PI) / 2 * world;
        double northing = Math.PI * (1 - 2 * (middleY + y) / world);
        return new double[] {LON + x * 360 / world, Math.toDegrees(Math.atan(Math.sinh(northing)))};
    }

    private static double asinh(double x) {
        return Math.log(x + Math.sqrt(x * x + 1));
    }
}
