package se.lykta.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A page that remembers whatever went wrong on it: closing it fails the test if anything did. */
final class WatchedPage implements AutoCloseable {

    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    WatchedPage(Page page, String address) {
        this.page = page;
        String host = URI.create(address).getAuthority();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                faults.add("console " + message.type() + ": " + message.text() + " at " + message.location());
            }
        });
        page.onPageError(error -> faults.add("page error: " + error));
        page.onRequest(request -> {
            URI target = URI.create(request.url().replaceAll("[|,]", "_"));
            boolean own = !target.getScheme().startsWith("http") || host.equals(target.getAuthority());
            if (!own) {
                faults.add("request to another host: " + request.url());
            }
        });
    }

    Page page() {
        return page;
    }

    /** Says that a fault of this kind belongs to the test. */
    WatchedPage expecting(String pattern) {
        expected.add(Pattern.compile(pattern));
        return this;
    }

    /** Waits until the ranked places are there. */
    WatchedPage ready() {
        page.locator(".hotspot-marker").first().waitFor();
        return this;
    }

    Locator the(String selector) {
        return page.locator(selector);
    }

    void click(String selector) {
        page.locator(selector).first().click();
    }

    String focusedId() {
        return String.valueOf(page.evaluate("document.activeElement.id || document.activeElement.className"));
    }

    /** How many pixels the page is wider than the window. */
    int overflow() {
        return (Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** How many pixels of the pictures found are not transparent. */
    int colouredPixels(String selector) {
        return (Integer) page.evaluate(
                "async (selector) => { let sum = 0;"
                        + " for (const image of document.querySelectorAll(selector)) {"
                        + "  await image.decode().catch(() => {});"
                        + "  const canvas = document.createElement('canvas');"
                        + "  canvas.width = image.naturalWidth; canvas.height = image.naturalHeight;"
                        + "  const context = canvas.getContext('2d');"
                        + "  context.drawImage(image, 0, 0);"
                        + "  const data = context.getImageData(0, 0, canvas.width, canvas.height).data;"
                        + "  for (let i = 3; i < data.length; i += 4) sum += data[i] > 0 ? 1 : 0;"
                        + " } return sum; }",
                selector);
    }

    /** What axe finds against WCAG 2.1 A and AA. */
    List<String> violations() {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(WatchedPage::describe)
                        .toList();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }

    void screenshot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        List<String> unexpected = faults.stream()
                .filter(fault -> expected.stream()
                        .noneMatch(pattern -> pattern.matcher(fault).find()))
                .toList();
        page.context().close();
        assertThat(unexpected).isEmpty();
    }
}
