package se.lykta.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One headless Chromium of the system for a test class; nothing is downloaded, nothing but this machine is reached.
 *
 * <p>Playwright's driver comes from Maven Central ({@code com.microsoft.playwright:driver}, pure JavaScript) and runs on
 * the system's node ({@code PLAYWRIGHT_NODEJS_PATH}). Not thread-safe.
 */
final class Browsers implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    Browsers() {
        Optional<Path> chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow(
                                () -> new IllegalStateException("no Chromium: ./lykta test installs it")))
                        .setArgs(arguments()));
    }

    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--disable-gpu",
                "--font-render-hinting=none",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"));
        if (System.getProperty("user.name").equals("root")) {
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    /** A page of its own, with no storage of another one, watched for errors. */
    WatchedPage open(String address, int width, int height) {
        return open(address, width, height, ColorScheme.LIGHT);
    }

    WatchedPage open(String address, int width, int height, ColorScheme theme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(theme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("sv-SE")
                .setTimezoneId("Europe/Stockholm"));
        context.setDefaultTimeout(20_000);
        Page page = context.newPage();
        var watched = new WatchedPage(page, address);
        page.navigate(address);
        return watched;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
