package se.lykta.web;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The page with canned answers in a browser, started once for a test class and stopped after it. */
final class FixtureSite implements BeforeAllCallback, AfterAllCallback {

    private static final int HEIGHT = 900;

    private Optional<Running> running = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        running = Optional.of(new Running(new FixtureServer(0), new Browsers()));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server().close();
        browsers().close();
    }

    /** The page at an address after '#', on a desk, with its places. */
    WatchedPage open(String hash) {
        return open(hash, 1280, ColorScheme.LIGHT).ready();
    }

    /** The same in any width and theme, as soon as it is asked for. */
    WatchedPage open(String hash, int width, ColorScheme theme) {
        return browsers().open(server().address() + "/" + hash, width, HEIGHT, theme);
    }

    FixtureServer server() {
        return running.orElseThrow().server;
    }

    Browsers browsers() {
        return running.orElseThrow().browsers;
    }

    private record Running(FixtureServer server, Browsers browsers) {}
}
