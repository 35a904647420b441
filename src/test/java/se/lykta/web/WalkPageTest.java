package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
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

/** Planning walks on the real service with the demo municipality: groups, hours, and changes by buttons. */
class WalkPageTest {

    private static final String NAMES = ".stops .stop .name";

    @TempDir
    static Path directory;

    private static TestDatabase database;
    private static Service service;
    private static Browsers browsers;

    @BeforeAll
    static void start() throws Exception {
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
        try (var page = open(1280, ColorScheme.LIGHT)) {
            page.page().waitForCondition(() -> walksAreReady());
        }
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
        browsers.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK"})
    void twoGroupsAtDuskAreSaidAndDrawnWithoutAFinding(int width, ColorScheme theme) {
        try (var page = open(width, theme)) {
            page.the("#walk-groups").fill("2");
            page.the("#walk-date").fill("2026-12-03");
            page.click("label:has(#walk-light-dark)");
            page.click("#walk-plan");

            assertThat(page.the("#walk-departure"))
                    .hasText(Pattern.compile("3 december 2026, start 16:0\\d\\. Det är mörkt från 16:0\\d\\."));
            assertThat(page.the("#walk-result .totals"))
                    .hasText(Pattern.compile("2 grupper, \\d+ stopp, \\d+ minuter"));
            assertThat(page.the(".group-head")).hasCount(2);
            assertThat(page.the(".line-sample line").first()).hasAttribute("stroke-dasharray", "none");
            assertThat(page.the(".line-sample line").last())
                    .hasAttribute("stroke-dasharray", Pattern.compile("\\d+ \\d+"));
            assertThat(page.the(".stop-marker.group-1").first()).hasText("1A");
            assertThat(page.the(".stop-marker.group-2").first()).hasText("2A");
            page.the(".directions summary").first().click();
            page.the("summary:has-text('Platser som inte kom med')").click();
            assertThat(page.violations()).isEmpty();
            assertThat(page.overflow()).isZero();
        }
    }

    @Test
    void stopsAreKeptMovedAndLeftOutByTheKeyboardAlone() {
        try (var page = planned()) {
            List<String> before = page.the(NAMES).allTextContents();

            press(page, page.the(".stops .tool[data-edit^='pin:']").first());
            assertThat(page.the(".stops .tool[aria-pressed='true']")).hasCount(1);
            assertThat(page.the(".stops .tool[aria-pressed='true']")).isFocused();

            press(page, page.the(".stops .tool[data-edit^='down:']").first());
            assertThat(page.the(NAMES).nth(1)).hasText(before.get(0));
            assertThat(page.the(NAMES).nth(0)).hasText(before.get(1));
            assertThat(page.the(":focus")).hasAttribute("aria-label", Pattern.compile("Ner: Stopp B: .*"));

            press(page, page.the(".stops .tool[data-edit^='ban:']").first());
            assertThat(page.the(".left-out")).containsText(before.get(1) + ": valdes bort");
            assertThat(page.the("#walk-result > h3").first()).isFocused();

            press(page, page.the(".left-out .tool:has-text('Tillåt igen')"));
            assertThat(page.the("#walk-versions summary")).hasText("Versioner (5)");
        }
    }

    @Test
    void earlierVersionIsLookedAtAndMadeTheNewest() {
        try (var page = planned()) {
            int stops = page.the(NAMES).count();
            page.click(".stops .tool[data-edit^='ban:']");
            assertThat(page.the("#walk-versions summary")).hasText("Versioner (2)");
            page.click("#walk-versions summary");
            assertThat(page.the("#walk-versions")).containsText("Ändrat: platser som valts bort");

            page.click(".versions .tool[data-edit='version:1']");
            assertThat(page.the("#walk-old")).containsText("Detta är version 1, inte den senaste.");
            assertThat(page.the(".stops .tool")).hasCount(0);
            page.click("#walk-old .button");

            assertThat(page.the("#walk-versions summary")).hasText("Versioner (3)");
            assertThat(page.the(NAMES)).hasCount(stops);
            assertThat(page.the("#walk-old")).hasCount(0);
        }
    }

    @Test
    void changeOfSomebodyElseIsShownInsteadOfOverwritten() throws Exception {
        try (var page = planned().expecting("412")) {
            String id = page.page().url().replaceAll(".*walk=([0-9a-f]+).*", "$1");
            HttpRequest change = HttpRequest.newBuilder(URI.create(service.address() + "api/walks/" + id + "/versions"))
                    .header("Content-Type", "application/json")
                    .header("If-Match", "\"1\"")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"maxStops\": 2}"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(change, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(201);

            page.click(".stops .tool[data-edit^='pin:']");

            assertThat(page.the("#walk-message")).containsText("Någon annan har planerat om vandringen.");
            assertThat(page.the(NAMES)).hasCount(2);
        }
    }

    @Test
    void formShowsWhatTheWalkOfALinkWasAskedFor() {
        try (var page = open(1280, ColorScheme.LIGHT)) {
            page.the("#walk-minutes").fill("480");
            page.the("#walk-maxKilometres").fill("30");
            page.the("#walk-groups").fill("2");
            page.the("#walk-step-free").check();
            page.click("label:has(#walk-light-dark)");
            page.click("#walk-plan");
            assertThat(page.the(".group-head")).hasCount(2);

            page.page().reload();

            assertThat(page.the(".group-head")).hasCount(2);
            assertThat(page.the("#walk-minutes")).hasValue("480");
            assertThat(page.the("#walk-maxKilometres")).hasValue("30");
            assertThat(page.the("#walk-groups")).hasValue("2");
            assertThat(page.the("#walk-step-free")).isChecked();
            assertThat(page.the("#walk-light-dark")).isChecked();
            assertThat(page.the("#walk-start-text")).hasText("Kommunens vanliga startplats");
            page.click("#walk-replan");
            assertThat(page.the("#walk-versions summary")).hasText("Versioner (2)");
            assertThat(page.the(".group-head")).hasCount(2);
        }
    }

    @Test
    void refusalIsInSightFarDownThePanelToo() {
        try (var page = planned().expecting("422")) {
            page.the("summary:has-text('Platser som inte kom med')").click();
            page.the(".left-out .tool:has-text('Ta med')").last().click();

            assertThat(page.the("#walk-message")).containsText("ryms inte");
            assertThat(page.the("#walk-message")).isInViewport();
        }
    }

    @Test
    void wayMayBeLongerThanUsual() {
        try (var page = planned()) {
            page.the("summary:has-text('Platser som inte kom med')").click();
            assertThat(page.the(".left-out")).containsText("då blir vägen längre än 2,5 km");

            page.the("#walk-maxKilometres").fill("6");
            page.click("#walk-replan");

            assertThat(page.the("#walk-versions summary")).hasText("Versioner (2)");
            assertThat(page.the(".left-out")).not().containsText("då blir vägen längre än");
        }
    }

    @Test
    void noStopIsBelowTheLegend() {
        try (var page = open(1280, ColorScheme.LIGHT)) {
            page.the("#walk-groups").fill("2");
            page.click("#walk-plan");
            assertThat(page.the(".stop-marker.group-2").first()).isVisible();

            double legend =
                    page.the(".legend").boundingBox().x + page.the(".legend").boundingBox().width;
            assertThat(page.the(".stop-marker").all())
                    .allSatisfy(stop -> assertThat(stop.boundingBox().x).isGreaterThan(legend));
        }
    }

    @Test
    void impossibleHourIsAnsweredWithTheHoursThereAre() {
        try (var page = open(1280, ColorScheme.LIGHT).expecting("422")) {
            page.click("label:has(#walk-light-dark)");
            page.the("#walk-date").fill("2026-10-14");
            page.the("#walk-time").fill("12:00");
            page.click("#walk-plan");

            assertThat(page.the("#walk-message"))
                    .hasText(Pattern.compile("Det är inte mörkt hela vandringen med den starttiden\\."
                            + " Start mellan 18:3\\d och 05:2\\d går bra\\."));
        }
    }

    @Test
    void textOfTheWalkIsDownloadedInTheLanguageOfThePage() throws IOException {
        try (var page = planned()) {
            Download text = page.page().waitForDownload(() -> page.click("#walk-text"));

            assertThat(Files.readString(text.path()))
                    .startsWith("Trygghetsvandring\n")
                    .contains("\n1. ", "Framme kl. ", "Tillbaka vid starten kl. ");
        }
    }

    private static void press(WatchedPage page, Locator button) {
        button.focus();
        page.page().keyboard().press("Enter");
        assertThat(page.the("#walk-result")).not().hasAttribute("aria-busy", "true");
    }

    private static WatchedPage planned() {
        WatchedPage page = open(1280, ColorScheme.LIGHT);
        page.click("#walk-plan");
        page.the(".stops .stop").first().waitFor();
        return page;
    }

    private static WatchedPage open(int width, ColorScheme theme) {
        return browsers.open(service.address() + "#panel=walk", width, 900, theme)
                .ready();
    }

    private static boolean walksAreReady() {
        try {
            var request = HttpRequest.newBuilder(URI.create(service.address() + "api/municipality"))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("\"walks\":true");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
