package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.app.RunningService;
import se.lykta.walk.StoredWalks;
import se.lykta.walk.WalkStore;
import se.lykta.walk.findings.SampleWalk;

/** The staff's page of a walk in a real browser on the real service: sign in, invite, read what was found. */
class WalkStaffPageTest {

    private static RunningService service;
    private static Browsers browsers;

    private String walk = "";
    private String hotspot = "";

    @BeforeAll
    static void start() {
        service = RunningService.empty();
        browsers = new Browsers();
        setDefaultAssertionTimeout(20_000);
    }

    @AfterAll
    static void stop() {
        browsers.close();
        service.close();
    }

    @BeforeEach
    void plan() {
        var store = new WalkStore(service.database().jdbi(), Clock.systemUTC(), new SecureRandom());
        hotspot = "h" + UUID.randomUUID();
        walk = StoredWalks.add(store, SampleWalk.past(hotspot, "h2")).id();
    }

    @Test
    void aLinkIsMadeOpenedOnAPhoneAndTakenBack() {
        try (var page = signedIn(1280, ColorScheme.LIGHT)) {
            assertThat(page.the("#which-walk")).hasText(Pattern.compile("Vandring .* \\d{4} .*, 2 stopp .* kartan"));
            assertThat(page.the("#which-walk a")).hasAttribute("href", Pattern.compile("/#panel=walk&walk=" + walk));
            assertThat(page.the("#invitations")).hasText("Ingen länk är gjord ännu.");
            page.the("#days").fill("3");
            page.click("#invite");
            assertThat(page.the("#made-title")).isFocused();
            assertThat(page.the(".qr path")).hasCount(1);
            String link = page.the("#link").inputValue();
            try (var phone = browsers.open(link, 390, 844)) {
                assertThat(phone.the("#stops .choice")).hasCount(2);
            }
            page.click("#invitations tbody button");

            assertThat(page.the("#invitations tbody tr")).containsText("tillbakatagen");
            try (var phone = browsers.open(link, 390, 844).expecting("401")) {
                assertThat(phone.the("#dead")).containsText("Länken har tagits tillbaka.");
            }
        }
    }

    @Test
    void gradesStandSideBySideAndBecomeReportsAndATable() throws IOException {
        find("{\"lighting\":1,\"people\":4}", "\"Lampan är sönder\"");
        find("{\"lighting\":2}", "null");
        find("{\"lighting\":2}", "null");
        try (var page = signedIn(1280, ColorScheme.LIGHT)) {
            var table = page.the(".stop-card").first();
            // 5 / 3 = 1.67; whether it is dark now is not the test's to know
            assertThat(table.locator("tr:has-text('Belysning') td").filter(numbers()))
                    .hasText(Pattern.compile("1,7 n = 3 lågt"));
            assertThat(table.locator("tr:has-text('Folkli') td").filter(numbers()))
                    .hasText(Pattern.compile("4,0 n = 1"));
            assertThat(table.locator(".quote")).hasText("Lampan är sönder");
            page.click("#make-reports");
            assertThat(page.the("#made-reports")).hasText("3 nya rapporter.");
            assertThat(table.locator(".found")).containsText(Pattern.compile("rapport \\d+"));
            page.click("#make-reports");
            assertThat(page.the("#made-reports")).hasText("0 nya rapporter.");
            Download csv = page.page().waitForDownload(() -> page.click("#csv"));

            assertThat(Files.readString(csv.path())).contains(",belysning,").contains(",comment,");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK", "320, LIGHT"})
    void everyPartIsAccessibleAndFits(int width, ColorScheme theme) {
        find("{\"lighting\":1,\"people\":4,\"feeling\":2}", "\"Mörkt\"");
        try (var page = signedIn(width, theme)) {
            page.click("#invite");
            page.the(".qr").waitFor();

            assertThat(page.violations()).isEmpty();
            assertThat(page.overflow()).isZero();
        }
    }

    @Test
    void withoutSigningInNothingIsShown() {
        find("{}", "\"hemligt\"");
        try (var page = browsers.open(address(), 1280, 900).expecting("401")) {
            assertThat(page.the("#dead")).hasText("Logga in för att se vandringens länkar och svar.");
            assertThat(page.the("body")).not().containsText("hemligt");
            assertThat(page.violations()).isEmpty();
        }
    }

    private static Locator.FilterOptions numbers() {
        return new Locator.FilterOptions().setHasText("n =");
    }

    private WatchedPage signedIn(int width, ColorScheme theme) {
        var page = browsers.open(address(), width, 900, theme).expecting("401");
        page.click("#sign-in");
        page.the("#token").fill(RunningService.TOKEN);
        page.page().keyboard().press("Enter");
        page.the("#invite").waitFor();
        return page;
    }

    private String address() {
        return service.address() + "samordna/" + walk;
    }

    /** Walks along as staff. */
    private void find(String grades, String comment) {
        service.getAsStaff("/api/walks/" + walk + "/guide");
        String body = "{\"hotspot\":\"%s\",\"revision\":1,\"answeredAt\":\"%s\",\"grades\":%s,\"comment\":%s}"
                .formatted(hotspot, Instant.now().truncatedTo(ChronoUnit.SECONDS), grades, comment);
        var answer = service.send(service.request("/api/walks/" + walk + "/findings/" + UUID.randomUUID())
                .header("Authorization", "Bearer " + RunningService.TOKEN)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}
