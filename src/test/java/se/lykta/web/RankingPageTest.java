package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.app.RunningService;

/** The order of the places, chosen on the page: the list, the map and the file are those of the service's answer. */
class RankingPageTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOTH_BY_GROUP = "by=group&weight=recency,severity&halfLife=90";

    private static RunningService town;
    private static Browsers browsers;

    @BeforeAll
    static void start() {
        browsers = new Browsers();
        town = RunningService.demo();
    }

    @AfterAll
    static void stop() {
        town.close();
        browsers.close();
    }

    @Test
    void choicesReorderListAndMapAndTheLinkRestoresThem() throws IOException {
        List<String> usual = told("", "name_sv");
        List<String> expected = told(BOTH_BY_GROUP, "name_sv");
        assertThat(expected).isNotEqualTo(usual).hasSizeGreaterThan(usual.size());
        try (var page = open("", 1280, ColorScheme.LIGHT)) {
            assertThat(page.the("#ranking > summary")).hasText("Ordning: flest rapporter först");
            assertThat(page.the("#hotspots .name")).hasText(usual.toArray(String[]::new));
            assertThat(page.the("#hotspots .in-group, #hotspots .weight")).hasCount(0);
            page.click("#ranking > summary");
            page.click("label:has(#ranking-group)");
            page.click("label:has(#ranking-both)");
            page.the("#ranking-half-life").selectOption("90");

            assertThat(page.the("#hotspots .name")).hasText(expected.toArray(String[]::new));
            assertThat(page.the("#hotspots .weight")).hasText(weights(BOTH_BY_GROUP));
            assertThat(page.the("#hotspots .in-group").first()).hasText(groupOfTheFirst());
            assertThat(page.the(".hotspot-marker")).hasCount(expected.size());
            assertThat(page.the(".hotspot-marker[aria-label='1. " + expected.get(0) + "']"))
                    .hasCount(1);
            assertThat(page.page()).hasURL(Pattern.compile("by=group&weight=recency,severity&halfLife=90"));
            page.page().reload();

            page.ready();
            assertThat(page.the("#hotspots .name")).hasText(expected.toArray(String[]::new));
            assertThat(page.the("#ranking > summary")).hasText("Ordning: per orsaksgrupp, efter allvar och färskhet");
            assertThat(page.the("#ranking-half-life")).hasValue("90");
        }
    }

    @Test
    void theFileHasTheOrderOfTheList() throws IOException {
        try (var page = open("#panel=export&" + BOTH_BY_GROUP, 1280, ColorScheme.LIGHT)) {
            assertThat(page.the("#export-reports")).not().hasAttribute("href", Pattern.compile("by="));
            Download file = page.page().waitForDownload(() -> page.click("#export-hotspots"));

            JsonNode written = JSON.readTree(Files.readString(file.path()));
            assertThat(values(written, "name_sv")).isEqualTo(told(BOTH_BY_GROUP, "name_sv"));
            assertThat(written.at("/method/weights/halfLife").asInt()).isEqualTo(90);
        }
    }

    @Test
    void chipsTakeOneChoiceOffAndOneButtonAllTogetherWithTheFilters() {
        try (var page = open("#cause=A,B&" + BOTH_BY_GROUP, 1280, ColorScheme.LIGHT)) {
            assertThat(page.the("#chips li")).hasText(new String[] {
                "Fysisk miljö",
                "Trafik",
                "Per orsaksgrupp",
                "Efter allvar",
                "Efter färskhet, hälften efter 3 månader",
                "Rensa filter och ordning"
            });
            page.click("#chips [aria-label='Ta bort ordningen: Efter allvar']");

            assertThat(page.the("#ranking > summary")).hasText("Ordning: per orsaksgrupp, efter färskhet");
            assertThat(page.page()).hasURL(Pattern.compile("by=group&weight=recency&halfLife=90"));
            page.click("#reset");

            assertThat(page.the("#chips li")).hasCount(0);
            assertThat(page.page()).not().hasURL(Pattern.compile("cause=|by=|weight=|halfLife="));
            assertThat(page.the("#ranking > summary")).hasText("Ordning: flest rapporter först");
            page.page().goBack();

            assertThat(page.the("#ranking > summary")).hasText("Ordning: per orsaksgrupp, efter färskhet");
        }
    }

    @Test
    void whatALinkHasWrongIsLeftOutAndAnyNumberOfDaysIsTaken() {
        try (var page = open("#by=street&weight=anger&halfLife=90", 1280, ColorScheme.LIGHT)) {
            assertThat(page.the("#ranking > summary")).hasText("Ordning: flest rapporter först");
            assertThat(page.the("#chips li")).hasCount(0);
            page.page().evaluate("location.hash = '#weight=recency&halfLife=100'");

            assertThat(page.the("#chips li").first()).hasText("Efter färskhet, hälften efter 100 dagar");
            assertThat(page.the("#ranking-half-life")).hasValue("100");
            assertThat(page.the("#ranking-half-life option")).hasText(new String[] {
                "1 månad (30 dagar)",
                "3 månader (90 dagar)",
                "100 dagar",
                "6 månader (180 dagar)",
                "12 månader (365 dagar)",
                "24 månader (730 dagar)"
            });
        }
    }

    @Test
    void everythingIsChosenByKeyAndTheFocusStays() throws IOException {
        try (var page = open("", 390, ColorScheme.DARK)) {
            var keyboard = page.page().keyboard();
            page.the("#ranking > summary").focus();
            keyboard.press("Enter");
            keyboard.press("Tab");
            assertThat(page.the("#ranking-all")).isFocused();
            keyboard.press("ArrowDown");

            assertThat(page.the("#hotspots .name"))
                    .hasText(told("by=group", "name_sv").toArray(String[]::new));
            assertThat(page.the("#ranking-group")).isFocused();
            keyboard.press("Tab");
            keyboard.press("ArrowDown");
            assertThat(page.the("#ranking-severity")).isFocused();
            keyboard.press("ArrowDown");

            assertThat(page.the("#ranking-recency")).isFocused();
            keyboard.press("Tab");
            assertThat(page.the("#ranking-half-life")).isFocused();
            keyboard.press("ArrowUp");

            assertThat(page.the("#ranking-half-life")).isFocused();
            assertThat(page.page()).hasURL(Pattern.compile("by=group&weight=recency&halfLife=90"));
            assertThat(page.the("#hotspots .name"))
                    .hasText(told("by=group&weight=recency&halfLife=90", "name_sv")
                            .toArray(String[]::new));
        }
    }

    @Test
    void aHotspotSaysItsGroupAndItsScore() {
        try (var page = open("#by=group&weight=recency", 1280, ColorScheme.LIGHT)) {
            page.click(".hotspot");

            assertThat(page.the("[role=dialog] dl")).containsText("Orsaksgrupp");
            assertThat(page.the("[role=dialog] dl"))
                    .containsText(Pattern.compile("Vägd poäng\\d+(,\\d)? för \\d+ rapporter"));
            page.click("[role=dialog] summary");
            assertThat(page.the("[role=dialog] .explanation"))
                    .containsText("Rangordnad efter färskhet (en rapport väger hälften efter 180 dagar).");
        }
    }

    /** Glass, disorder and litter on one square are three places then. */
    @Test
    void noMarkerHidesThatOfAnotherGroup() {
        try (var page = open("#by=group", 1280, ColorScheme.LIGHT)) {
            Object hidden = page.page()
                    .evaluate("() => { const boxes = [...document.querySelectorAll('.hotspot-marker')]"
                            + ".map((one) => one.getBoundingClientRect());"
                            + " return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) =>"
                            + " Math.abs(a.left - b.left) < a.width && Math.abs(a.top - b.top) < a.height)).length; }");

            assertThat(page.the(".hotspot-marker.is-aside")).not().hasCount(0);
            assertThat(hidden).isEqualTo(0);
            page.the(".hotspot-marker.is-aside").first().click();
            assertThat(page.the(".hotspot-marker.is-selected.is-aside")).hasCount(1);
        }
    }

    @Test
    void thePublicHearsThatItsDataDoNotTellSeverity() {
        try (var page = open("#view=public&weight=severity", 1280, ColorScheme.LIGHT)) {
            page.click("#ranking > summary");

            assertThat(page.the("#ranking-severity-help")).containsText("Allmänhetens uppgifter säger inte");
            assertThat(page.the("#ranking-severity")).isChecked();
        }
    }

    @ParameterizedTest
    @CsvSource({"sv, LIGHT, 1280", "en, DARK, 390"})
    void axeFindsNothingAndNothingIsTooWide(String language, ColorScheme theme, int width) {
        try (var page = open("#lang=%s&%s".formatted(language, BOTH_BY_GROUP), width, theme)) {
            page.click("#ranking > summary");
            page.the("#ranking-half-life").waitFor();

            assertThat(page.violations()).isEmpty();
            assertThat(page.overflow()).isZero();
            page.click("#ranking > summary");
            page.click(".hotspot");
            page.the("[role=dialog]").waitFor();

            assertThat(page.violations()).isEmpty();
            assertThat(page.overflow()).isZero();
        }
    }

    private static WatchedPage open(String hash, int width, ColorScheme theme) {
        return browsers.open(town.address() + hash, width, 900, theme).ready();
    }

    /** One value of each hotspot, as the service ranks them. */
    private static List<String> told(String query, String name) throws IOException {
        byte[] answer = town.get("/api/hotspots?" + query).body().getBytes(StandardCharsets.ISO_8859_1);
        return values(JSON.readTree(answer), name);
    }

    private static List<String> values(JsonNode collection, String name) {
        return StreamSupport.stream(collection.path("features").spliterator(), false)
                .map(feature -> feature.path("properties").path(name).asText())
                .toList();
    }

    private static String[] weights(String query) throws IOException {
        var format = new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.forLanguageTag("sv-SE")));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return told(query, "weight").stream()
                .map(weight -> "vägd poäng " + format.format(Double.parseDouble(weight)))
                .toArray(String[]::new);
    }

    private static String groupOfTheFirst() throws IOException {
        return switch (told(BOTH_BY_GROUP, "group").get(0)) {
            case "A" -> "Fysisk miljö";
            case "B" -> "Trafik";
            case "C" -> "Social miljö";
            case "D" -> "Skadegörelse och brott";
            default -> "Övrigt";
        };
    }
}
