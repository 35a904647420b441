package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers on a phone whose net comes and goes, on the real service: none is lost and none is doubled. */
class WalkModeOfflineTest {

    @RegisterExtension
    static final WalkModeSite SITE = new WalkModeSite();

    @Test
    void answersSurviveANetThatGoesAReloadWithoutItAndComeExactlyOnce() {
        try (var page = SITE.open(SITE.link()).expecting(WalkModeSite.NO_NET)) {
            page.click("#next");
            WalkModeSite.grade(page, "lighting", 1);
            assertThat(page.the("#sending-text")).hasText(WalkModeSite.ALL_SENT);

            WalkModeSite.offline(page, true);
            WalkModeSite.grade(page, "feeling", 2);
            page.the("#comment").fill("Lampan vid trappan är sönder");
            page.click("#next");
            WalkModeSite.grade(page, "people", 4);
            page.click("#next");
            WalkModeSite.grade(page, "traffic", 3);
            assertThat(page.the("#sending-text")).hasText("3 svar väntar på nät");
            page.page().reload();
            assertThat(page.the("#traffic-3")).isChecked();
            assertThat(page.the("#sending-text")).hasText("3 svar väntar på nät");
            page.click("#previous");
            page.click("#previous");
            assertThat(page.the("#comment")).hasValue("Lampan vid trappan är sönder");
            assertThat(page.the("#lighting-1")).isChecked();

            WalkModeSite.offline(page, false);
            assertThat(page.the("#sending-text")).hasText(WalkModeSite.ALL_SENT);
        }
        assertThat(SITE.findings())
                .containsExactly(
                        Map.of(
                                "hotspot",
                                "h1",
                                "grades",
                                "{\"feeling\": 2, \"lighting\": 1}",
                                "comment",
                                "Lampan vid trappan är sönder"),
                        Map.of("hotspot", "h2", "grades", "{\"people\": 4}", "comment", ""),
                        Map.of("hotspot", "h3", "grades", "{\"traffic\": 3}", "comment", ""));
    }

    @Test
    void theWholeWalkOpensWithoutANetAfterItWasOpenedOnce() {
        try (var page = SITE.open(SITE.link()).expecting(WalkModeSite.NO_NET)) {
            WalkModeSite.offline(page, true);
            page.page().navigate(SITE.address() + "vandring/" + SITE.walk());

            assertThat(page.the("#stops .choice")).hasCount(3);
            page.click("#stops li:nth-child(2) a");
            assertThat(page.the("h2")).hasText("Dålig belysning vid h2");
            assertThat(page.the("#way")).containsText("Gå längs Storgatan (100 m)");
            assertThat(page.the("#map .stop-marker")).hasCount(3);
            page.page().goBack();
            assertThat(page.the("#stops .choice")).hasCount(3);
        }
    }

    @Test
    void anAnswerOfTheServiceThatGetsLostIsAskedForAgainAndTheFindingIsOne() {
        try (var page = SITE.open(SITE.link())) {
            WalkModeSite.loseAnswers(page, "/findings/", 2);
            page.click("#next");
            WalkModeSite.grade(page, "lighting", 2);
            assertThat(page.the("#sending-text")).hasText("1 svar väntar på nät");
            page.click("#send-now");

            assertThat(page.the("#sending-text")).hasText(WalkModeSite.ALL_SENT);
            assertThat(WalkModeSite.asked(page)).isEqualTo(3);
        }
        assertThat(SITE.findings()).hasSize(1);
        assertThat(SITE.findings().get(0)).containsEntry("grades", "{\"lighting\": 2}");
    }

    @Test
    void aPageThatIsLeftInTheMiddleOfSendingSendsWhenItIsOpenedAgain() {
        try (var page = SITE.open(SITE.link())) {
            WalkModeSite.loseRequests(page);
            page.click("#next");
            WalkModeSite.grade(page, "overview", 1);
            assertThat(page.the("#sending-text")).hasText("Skickar 1 svar …");
            page.page().reload();

            assertThat(page.the("#sending-text")).hasText(WalkModeSite.ALL_SENT);
        }
        assertThat(SITE.findings()).hasSize(1);
    }

    @Test
    void photosSurviveAReloadWithoutANetAndAnInterruptedUploadAndCanBeTakenBack() {
        try (var page = SITE.open(SITE.link()).expecting(WalkModeSite.NO_NET)) {
            page.click("#next");
            WalkModeSite.offline(page, true);
            page.the("#photo").setInputFiles(WalkModeSite.photo("ett.png"));
            assertThat(page.the(".photos li")).hasCount(1);
            page.the("#photo").setInputFiles(WalkModeSite.photo("tva.png"));
            assertThat(page.the("#sending-text")).hasText("1 svar och 2 foton väntar på nät");
            page.page().reload();
            assertThat(page.the(".photos li")).hasCount(2);
            page.click(".photos li:nth-child(2) button");
            assertThat(page.the(".photos li")).hasCount(1);
            WalkModeSite.loseAnswers(page, "/photos/", 1);
            WalkModeSite.offline(page, false);

            assertThat(page.the("#sending-text")).hasText(WalkModeSite.ALL_SENT);
            assertThat(page.the(".photos li")).containsText("skickat");
            assertThat(page.violations()).isEmpty();
        }
        assertThat(SITE.findings()).hasSize(1);
        assertThat(SITE.photos()).containsExactly(1L, 1L);
    }

    @Test
    void twoTabsWorkOnOneAnswer() {
        try (var page = SITE.open(SITE.link())) {
            page.click("#next");
            BrowserContext phone = page.page().context();
            Page second = phone.newPage();
            second.navigate(SITE.address() + "vandring/" + SITE.walk() + "#stopp-1");
            second.locator("label[for=people-3]").click();
            WalkModeSite.grade(page, "lighting", 1);
            second.locator("#comment").fill("från den andra fliken");

            assertThat(page.the("#people-3")).isChecked();
            assertThat(second.locator("#lighting-1")).isChecked();
            assertThat(page.the("#comment")).hasValue("från den andra fliken");
            assertThat(page.the("#sending-text")).hasText(WalkModeSite.ALL_SENT);
            assertThat(second.locator("#sending-text")).hasText(WalkModeSite.ALL_SENT);
        }
        assertThat(SITE.findings())
                .containsExactly(Map.of(
                        "hotspot",
                        "h1",
                        "grades",
                        "{\"people\": 3, \"lighting\": 1}",
                        "comment",
                        "från den andra fliken"));
    }

    @Test
    void aLinkThatIsTakenBackKeepsTheAnswersUntilANewOneComes() {
        try (var page = SITE.open(SITE.link()).expecting(WalkModeSite.NO_NET + "|401")) {
            page.click("#next");
            WalkModeSite.offline(page, true);
            WalkModeSite.grade(page, "upkeep", 1);
            SITE.revokeAll();
            WalkModeSite.offline(page, false);
            assertThat(page.the("#dead")).containsText("Länken har tagits tillbaka.");
            assertThat(page.the("#sending-text")).hasText("1 svar finns kvar på telefonen men kan inte skickas");
            assertThat(SITE.findings()).isEmpty();

            page.page().navigate("about:blank");
            page.page().navigate(SITE.invite());

            assertThat(page.the("#sending-text")).hasText(WalkModeSite.ALL_SENT);
        }
        assertThat(SITE.findings()).hasSize(1);
    }
}
