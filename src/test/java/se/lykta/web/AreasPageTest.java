package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import se.lykta.place.Area;

/**
 * What coordinators do with areas, in a real browser on the real service with the demo municipality. The map is always at
 * zoom 14 around {@link #LON}, {@link #LAT}, in the middle of the town.
 */
class AreasPageTest extends PageOfAreas {

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
}
