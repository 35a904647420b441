package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.place.PlaceStore;

/** What the page of areas tells when something is missing, wrong or changed by somebody else. */
class AreasPageFaultsTest extends PageOfAreas {

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
}
