package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.app.RunningService;
import se.lykta.hotspot.findings.DefaultAddress;

/** The data audit on the page, in a real browser on the demo municipality with a default geocode. */
class AuditPageTest {

    private static final int DEFAULTS = 300;

    /** Another test may keep the machine busy. */
    private static final LocatorAssertions.HasTextOptions SLOWLY =
            new LocatorAssertions.HasTextOptions().setTimeout(20_000);

    private RunningService town;
    private Browsers browsers;

    @BeforeEach
    void start() {
        browsers = new Browsers();
        town = RunningService.demo();
        DefaultAddress.add(town.database(), DEFAULTS);
        town.post("/api/audit", "");
    }

    @AfterEach
    void stop() {
        town.close();
        browsers.close();
    }

    @Test
    void aFindingIsExcludedWithOneClickAndCountedAgainWithAnother() {
        try (var page =
                browsers.open(town.address(), 1280, 900, ColorScheme.LIGHT).ready()) {
            assertThat(page.the("#audit .badge")).hasText(Pattern.compile("^[1-9][0-9]* fynd$"));
            page.the("#audit > summary").click();
            var first = page.the("#audit-findings > li").first();
            assertThat(first).containsText("Allvarligt. 300 av");
            assertThat(first).containsText("exakt samma koordinat");

            first.locator("button", new Locator.LocatorOptions().setHasText("Uteslut 300"))
                    .click();

            assertThat(page.the("#audit .status")).hasText("300 rapporter är uteslutna. Kartan är omräknad.", SLOWLY);
            assertThat(page.the("#audit-excluded > li")).hasCount(1);
            assertThat(page.the("#audit-findings")).not().containsText("exakt samma koordinat");

            page.the("#audit-excluded button").last().press("Enter");

            assertThat(page.the("#audit .status")).hasText("300 rapporter räknas igen. Kartan är omräknad.", SLOWLY);
            assertThat(page.the("#audit-findings > li").first()).containsText("exakt samma koordinat");
            assertThat(page.the("#audit .findings-log > summary")).hasText("Upphävda uteslutningar (1)");
        }
    }

    @Test
    void whatSomebodyElseExcludedMeanwhileIsToldAndShown() {
        try (var page = browsers.open(town.address(), 1280, 900, ColorScheme.LIGHT)
                .expecting("409")
                .ready()) {
            page.the("#audit > summary").click();
            String id = String.valueOf(
                            page.the("#audit-findings button[id]").first().getAttribute("id"))
                    .substring("audit-".length());
            assertThat(town.post("/api/audit/exclusions", "{\"finding\":\"%s\"}".formatted(id))
                            .statusCode())
                    .isEqualTo(201);

            page.the("#audit-" + id).click();

            assertThat(page.the("#audit .status")).containsText("Listan är uppdaterad");
            assertThat(page.the("#audit-excluded > li")).hasCount(1);
        }
    }

    @Test
    void thePublicHasNoSuchPanel() {
        try (var page = browsers.open(town.address() + "#view=public", 1280, 900, ColorScheme.LIGHT)
                .ready()) {
            assertThat(page.the("#audit")).isHidden();
        }
    }

    @ParameterizedTest
    @CsvSource({"sv, 1280, LIGHT", "en, 390, DARK"})
    void findingsAreReadWithinTheWidth(String language, int width, ColorScheme scheme) {
        try (var page = browsers.open(town.address() + "#lang=" + language, width, 900, scheme)
                .ready()) {
            page.the("#audit > summary").click();

            assertThat(page.the("#audit-findings > li").first()).isVisible();
            assertThat(page.overflow()).isZero();
            assertThat(page.violations()).isEmpty();
        }
    }
}
