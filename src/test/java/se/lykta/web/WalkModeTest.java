package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.walk.findings.SampleWalk;

/** Walk mode as participants meet it, on a phone and on the real service. */
class WalkModeTest {

    @RegisterExtension
    static final WalkModeSite SITE = new WalkModeSite();

    @Test
    void aGradeCanBeTakenBack() {
        try (var page = SITE.open(SITE.link())) {
            page.click("#next");
            WalkModeSite.grade(page, "lighting", 1);
            page.click("#clear-lighting");

            assertThat(page.the("input[name=lighting]:checked")).hasCount(0);
            assertThat(page.the("#lighting-1")).isFocused();
            assertThat(page.the("#sending-text")).hasText(WalkModeSite.ALL_SENT);
        }
        assertThat(SITE.findings())
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("grades", "{}"));
    }

    @Test
    void aPhotoIsSentOnceAndThenSaidToBeSent() {
        List<String> sent = new ArrayList<>();
        try (var page = SITE.open(SITE.link())) {
            page.page().onRequest(request -> {
                if (request.url().contains("/photos/")) {
                    sent.add(request.method());
                }
            });
            page.click("#next");
            page.the("#photo").setInputFiles(WalkModeSite.photo("ett.png"));

            assertThat(page.the(".photos li")).containsText("skickat");
            assertThat(page.the("#sending-text")).hasText(WalkModeSite.ALL_SENT);
        }
        assertThat(sent).containsExactly("PUT");
    }

    @Test
    void theTokenIsInNoAddressAndNoRefererAndLeavesTheAddressBar() {
        String token = SITE.link().substring(SITE.link().indexOf('#') + 1);
        List<String> seen = new ArrayList<>();
        try (var page = SITE.at(SITE.address() + "vandring/")) {
            page.page().onRequest(request -> {
                seen.add(request.url().replaceFirst("#.*", ""));
                // with Referer, but without what only the network knows: for that one can wait for ever
                request.headers().forEach((name, value) -> {
                    if (!name.equals("walk-token")) {
                        seen.add(name + ": " + value);
                    }
                });
            });
            page.page().navigate(SITE.link());
            page.the("#stops").waitFor();
            page.click("#next");
            WalkModeSite.grade(page, "lighting", 3);
            assertThat(page.the("#sending-text")).hasText(WalkModeSite.ALL_SENT);

            assertThat(page.page().url()).doesNotContain(token);
        }
        assertThat(seen).hasSizeGreaterThan(50).noneMatch(text -> text.contains(token));
    }

    @Test
    void linksThatOpenNothingAreExplained() {
        try (var page =
                SITE.at(SITE.link().substring(0, SITE.link().indexOf('#'))).expecting("401")) {
            assertThat(page.the("#dead"))
                    .hasText("Öppna vandringen med länken eller QR-koden som du har fått av samordnaren.");
            assertThat(page.violations()).isEmpty();
        }
        String wrong = SITE.link().substring(0, SITE.link().indexOf('#') + 1) + "x".repeat(43);
        try (var page = SITE.at(wrong).expecting("401")) {
            assertThat(page.the("#dead")).containsText("Länken hör inte till den här vandringen.");
        }
        try (var page = SITE.at(SITE.address() + "vandring/")) {
            assertThat(page.the("main")).containsText("Öppna länken eller skanna QR-koden");
        }
    }

    @Test
    void groupsAreChosenOnceAndCanBeChanged() {
        SITE.plan(SampleWalk.ofGroups(List.of("h1", "h2"), List.of("h3")));
        try (var page = SITE.open(SITE.invite())) {
            page.click(".choice:has-text('Grupp 2')");
            assertThat(page.the("#stops .choice")).hasCount(1);
            page.page().reload();
            assertThat(page.the("#stops .choice")).hasText(Pattern.compile("vid h3"));
            page.click("text=Byt grupp");
            page.click(".choice:has-text('Grupp 1')");

            assertThat(page.the("#stops .choice")).hasCount(2);
        }
    }

    @Test
    void participantsAreToldWhereToMeet() {
        try (var page = SITE.open(SITE.link())) {
            assertThat(page.the("#meeting-place")).hasText("Mötesplats: 59.30000, 16.50000");
        }
        try (var page = SITE.at(SITE.address() + "vandring/")) {
            WalkModeSite.replaceInGuide(page, "\"name_sv\":\"\"", "\"name_sv\":\"vid Stadshallen\"");
            page.page().navigate(SITE.link());

            assertThat(page.the("#meeting-place")).hasText("Mötesplats: Vid Stadshallen (59.30000, 16.50000)");
        }
    }

    /** As a phone may have it from before meeting places were told. */
    @Test
    void aGuideWithoutMeetingPlaceSaysNothingOfIt() {
        try (var page = SITE.at(SITE.address() + "vandring/")) {
            WalkModeSite.replaceInGuide(page, "\"meeting\"", "\"unknown\"");
            page.page().navigate(SITE.link());

            assertThat(page.the("#stops .choice")).hasCount(3);
            assertThat(page.the("#meeting-place")).hasCount(0);
        }
    }

    @Test
    void englishIsAButtonAway() {
        try (var page = SITE.open(SITE.link())) {
            page.click("#language");
            page.click("#next");

            assertThat(page.the("h1")).hasText("Safety walk");
            assertThat(page.the("h2")).hasText("Poor lighting at h1");
            assertThat(page.the("html")).hasAttribute("lang", "en");
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 390", "DARK, 390", "LIGHT, 320"})
    void everyPartIsAccessibleAndFits(ColorScheme theme, int width) {
        try (var page = SITE.browsers().open(SITE.link(), width, 844, theme)) {
            page.the("#stops").waitFor();
            assertThat(page.the("#kept")).hasText(WalkModeSite.KEPT);
            page.click("#about summary");
            check(page);
            page.click("#next");
            WalkModeSite.grade(page, "lighting", 1);
            page.the("#comment").fill("x".repeat(1900));
            check(page);
            assertThat(smallTargets(page)).isEmpty();
            page.page().navigate(SITE.address() + "vandring/" + SITE.walk() + "#klart");
            assertThat(page.the("h2")).hasText("Tack för att du gick med!");
            assertThat(page.the("#sending-text")).hasText(WalkModeSite.ALL_SENT);
            check(page);
        }
    }

    private static void check(WatchedPage page) {
        assertThat(page.violations()).isEmpty();
        assertThat(page.overflow()).isZero();
    }

    /** Buttons, links and grades lower or narrower than 44 pixels. */
    private static List<?> smallTargets(WatchedPage page) {
        return (List<?>) page.page()
                .evaluate("[...document.querySelectorAll('button, a.button, label.grade, summary')]"
                        + ".filter((one) => one.offsetParent !== null)"
                        + ".map((one) => [one.textContent, one.getBoundingClientRect()])"
                        + ".filter(([, box]) => box.height < 44 || box.width < 40)"
                        + ".map(([text, box]) => text + ' ' + box.width + ' x ' + box.height)");
    }
}
