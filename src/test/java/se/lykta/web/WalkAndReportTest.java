package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Planning a walk and sending a report, with canned answers. */
class WalkAndReportTest {

    @RegisterExtension
    static final FixtureSite SITE = new FixtureSite();

    @Test
    void aWalkIsPlannedDrawnAndSaidInWords() {
        try (var page = SITE.open("")) {
            page.click("#tab-walk");
            page.click("#walk-plan");

            assertThat(page.the("#walk-result .totals")).hasText("2,3 km, 61 minuter, 4 stopp");
            assertThat(page.the("#walk-result")).containsText("41 minuter gång och 20 minuter vid stoppen");
            assertThat(page.the(".stops .stop")).hasCount(4);
            assertThat(page.the(".stops .stop").first()).containsText("96 rapporter, 64 % i mörker");
            assertThat(page.the(".stop-marker")).hasCount(4);
            assertThat(page.the("#walk-gpx")).hasAttribute("href", "/export/walk-w1.gpx?version=1&language=sv");
            assertThat(page.the("#walk-geojson")).hasAttribute("href", "/export/walk-w1.geojson?version=1");
            assertThat(page.the("#walk-result")).containsText("Platser som inte kom med (1)");
            assertThat(page.page()).hasURL(Pattern.compile("walk=w1"));
        }
    }

    @Test
    void aLinkToAWalkShowsItAndAnyoneCanTakeItOff() {
        try (var page = SITE.open("#panel=walk&walk=w1")) {
            assertThat(page.the(".stop-marker")).hasCount(4);
            page.click("#walk-remove");

            assertThat(page.the(".stop-marker")).hasCount(0);
            assertThat(page.page()).not().hasURL(Pattern.compile("walk=w1"));
        }
    }

    @Test
    void aWalkThatIsGoneIsSaid() {
        try (var page = SITE.open("#panel=walk&walk=gone").expecting("404")) {
            assertThat(page.the("#walk-message")).hasText("Vandringen finns inte längre.");
        }
    }

    @Test
    void startIsChosenByTheCrosshair() {
        try (var page = SITE.open("#panel=walk")) {
            page.click("#walk-pick");
            assertThat(page.the("#pick-middle")).isFocused();
            page.page().keyboard().press("Enter");

            assertThat(page.the("#walk-start-text")).containsText("Egen startplats: 60,0");
            assertThat(page.the("#walk-pick")).isFocused();
            assertThat(page.the(".place-marker")).hasCount(1);
            page.click("#walk-default");

            assertThat(page.the("#walk-start-text")).hasText("Kommunens vanliga startplats");
        }
    }

    @Test
    void allFaultsOfAnEmptyFormAreAtTheirFields() {
        try (var page = SITE.open("#panel=report")) {
            page.click("#report-send");

            assertThat(page.the("#report-summary li")).hasCount(3);
            assertThat(page.the("#report-pick-error")).hasText("Välj en plats i kommunen.");
            assertThat(page.the("#report-causes-error")).hasText("Välj minst en orsak.");
            assertThat(page.the("#report-date")).hasAttribute("aria-invalid", "true");
            assertThat(page.the("#report-pick")).isFocused();
        }
    }

    @Test
    void faultsThatOnlyTheServiceSeesAreShownTooAndTheTextIsKept() {
        try (var page = SITE.open("#panel=report").expecting("400")) {
            fill(page);
            page.the("#report-text").fill("något fel");
            page.click("#report-contact summary");
            page.the("#report-email").fill("ingen adress");
            page.click("#report-send");

            assertThat(page.the("#report-text-error")).hasText("Texten får vara högst 2 000 tecken.");
            assertThat(page.the("#report-email-error")).hasText("E-postadressen ser inte rätt ut.");
            assertThat(page.the("#report-text")).isFocused();
            assertThat(page.the("#report-text")).hasValue("något fel");
        }
    }

    @Test
    void aReportGivesAReceiptThatCanBeFollowed() {
        try (var page = SITE.open("#panel=report")) {
            fill(page);
            page.click("#report-send");

            assertThat(page.the("#receipt-code")).hasText("K7QM-24XW-9PTD");
            assertThat(page.the("#receipt")).isFocused();
            assertThat(page.the(".place-marker")).hasCount(0);
            page.the("#follow-code").fill("K7QM-24XW-9PTD");
            page.page().keyboard().press("Enter");

            assertThat(page.the("#follow-answer")).containsText("Status: Mottagen");
            page.click("#report-another");

            assertThat(page.the("#report-place-text")).hasText("Ingen plats är vald ännu.");
        }
    }

    @Test
    void anUnknownReceiptIsSaid() {
        try (var page = SITE.open("#panel=report").expecting("404")) {
            page.the("#follow-code").fill("FEL");
            page.page().keyboard().press("Enter");

            assertThat(page.the("#follow-answer")).containsText("Ingen rapport har den koden");
        }
    }

    @Test
    void violenceIsAnsweredWithThePhoneNumbers() {
        try (var page = SITE.open("#panel=report")) {
            assertThat(page.the("#panel-report .emergency").first())
                    .containsText("Ring 112 om något händer nu. Ring 114 14");
            page.click("#report-group-C summary");
            page.click("label:has(#report-cause-C15)");

            assertThat(page.the("#report-causes .emergency")).isVisible();
        }
    }

    @Test
    void leavingQuicklyLeavesNoWayBack() {
        try (var page = SITE.open("").expecting("request to another host: https://www.smhi.se/")) {
            page.page()
                    .route(
                            "https://www.smhi.se/**",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("text/html; charset=utf-8")
                                    .setBody("<title>Vädret</title>")));
            page.click("#leave");

            assertThat(page.page()).hasTitle("Vädret");
            page.page().goBack();

            assertThat(page.page().url()).doesNotContain(SITE.server().address());
        }
    }

    /** Chooses a place by a click on the map, a cause and "it happens often". */
    private static void fill(WatchedPage page) {
        page.click("#report-pick");
        page.the("#map").click(new Locator.ClickOptions().setPosition(600, 420));
        assertThat(page.the("#report-place-text")).containsText("Vald plats: 60,0");
        page.click("label:has(#report-cause-A11)");
        page.click("label:has(#report-when-often)");
    }
}
