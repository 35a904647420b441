package se.lykta.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import se.lykta.app.RunningService;
import se.lykta.walk.StoredWalks;
import se.lykta.walk.WalkStore;
import se.lykta.walk.findings.SampleWalk;
import se.lykta.walk.plan.WalkPlan;

/** The real service and a browser for a test class, and a new walk with an invitation for each test. */
final class WalkModeSite implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    /** What the browser itself says of a request without a net. */
    static final String NO_NET = "ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION";

    static final String ALL_SENT = "Allt är skickat";
    static final String KEPT = "Vandringen är sparad på telefonen och fungerar utan nät.";

    private static final JsonMapper JSON = new JsonMapper();

    private Optional<Running> running = Optional.empty();
    private String walk = "";
    private String link = "";

    @Override
    public void beforeAll(ExtensionContext context) {
        running = Optional.of(new Running(RunningService.empty(), new Browsers()));
        setDefaultAssertionTimeout(20_000);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        plan(SampleWalk.past("h1", "h2", "h3"));
        link = invite();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        browsers().close();
        service().close();
    }

    /** Makes another plan the walk of this test. */
    void plan(WalkPlan plan) {
        var store = new WalkStore(service().database().jdbi(), Clock.systemUTC(), new SecureRandom());
        walk = StoredWalks.add(store, plan).id();
    }

    /** The id of the walk. */
    String walk() {
        return walk;
    }

    /** The link of its invitation. */
    String link() {
        return link;
    }

    /** Where the service listens, with a slash at the end. */
    String address() {
        return service().address();
    }

    Browsers browsers() {
        return running.orElseThrow().browsers;
    }

    private RunningService service() {
        return running.orElseThrow().service;
    }

    /** A phone that opens a walk for the first time, when it has kept everything. */
    WatchedPage open(String address) {
        WatchedPage page = at(address);
        page.the("main h2").waitFor();
        assertThat(page.the("#kept")).hasText(KEPT);
        return page;
    }

    /** A phone at an address. */
    WatchedPage at(String address) {
        return browsers().open(address, 390, 844);
    }

    static void grade(WatchedPage page, String item, int grade) {
        page.the("label[for=%s-%d]".formatted(item, grade)).click(new Locator.ClickOptions().setTimeout(5000));
    }

    static void offline(WatchedPage page, boolean offline) {
        page.page().context().setOffline(offline);
    }

    /**
     * From now on, so many requests to such addresses reach the service, and the page does not hear of it.
     *
     * <p>Done on the page: a request of a page with a service worker may pass by what Playwright routes.
     */
    static void loseAnswers(WatchedPage page, String part, int times) {
        page.page().evaluate("""
                ([part, times]) => {
                  const real = window.fetch;
                  window.asked = 0;
                  window.fetch = async (address, options) => {
                    const answer = await real.call(window, address, options);
                    if (String(address).includes(part) && ++window.asked <= times) throw new TypeError('lost');
                    return answer;
                  };
                }
                """, List.of(part, times));
    }

    /** How often such an address was asked since then. */
    static int asked(WatchedPage page) {
        return (Integer) page.page().evaluate("window.asked");
    }

    /** Until the page is loaded anew, no request ends. */
    static void loseRequests(WatchedPage page) {
        page.page().evaluate("() => { window.fetch = () => new Promise(() => {}); }");
    }

    /** What the next pages read of a walk has other words in it. */
    static void replaceInGuide(WatchedPage page, String words, String others) {
        page.page().addInitScript("""
                const real = window.fetch;
                window.fetch = async (address, options) => {
                  const answer = await real.call(window, address, options);
                  if (!String(address).endsWith('/guide')) return answer;
                  return new Response((await answer.text()).replaceAll('%s', '%s'), answer);
                };
                """.formatted(words, others));
    }

    /** The link of a new invitation to the walk. */
    String invite() {
        HttpResponse<String> made = service()
                .send(service()
                        .request("/api/walks/" + walk + "/invitations")
                        .header("Authorization", "Bearer " + RunningService.TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made.body()).path("link").asText();
    }

    void revokeAll() {
        String path = "/api/walks/" + walk + "/invitations";
        for (JsonNode one : json(service().getAsStaff(path).body()).path("invitations")) {
            HttpResponse<String> gone = service()
                    .send(service()
                            .request(path + "/" + one.path("id").asLong())
                            .header("Authorization", "Bearer " + RunningService.TOKEN)
                            .DELETE());
            assertThat(gone.statusCode()).isEqualTo(204);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture of two pixels. */
    static FilePayload photo(String name) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload(name, "image/png", bytes.toByteArray());
    }

    /** How many photos of this walk the service shows, and how many were taken back. */
    List<Long> photos() {
        return service()
                .database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("""
                                SELECT count(*) FROM walk_photo JOIN walk_finding ON finding_id = walk_finding.id
                                WHERE walk_id = :walk GROUP BY removed_at IS NULL
                                """)
                        .bind("walk", walk)
                        .mapTo(Long.class)
                        .list());
    }

    /** What the service has of this walk. */
    List<Map<String, Object>> findings() {
        return service()
                .database()
                .jdbi()
                .withHandle(handle -> handle.select("""
                                SELECT hotspot, grades::text AS grades, coalesce(comment, '') AS comment
                                FROM walk_finding WHERE walk_id = ? ORDER BY hotspot
                                """, walk).mapToMap().list());
    }

    private record Running(RunningService service, Browsers browsers) {}
}
