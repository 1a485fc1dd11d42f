package io.atoll.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** One headless browser, and what its pages complained about. One thread. */
final class Chromium implements AutoCloseable {
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    /** Of an action or an assertion, on a machine that does many other things. */
    private static final double PATIENCE_MS = 40_000;

    /** Addresses of what a page fetches again, not of pages. */
    private static final Pattern CLUSTER_PART =
            Pattern.compile("/fleet/cards/|/clusters/[^/]+/head\\?|[?&]part=");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Chromium(Path program) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(program)
                                        .setArgs(FLAGS));
    }

    /** Skips the calling test where there is no browser, unless one is required. */
    static Chromium start() {
        var program = find();
        var required = Arrays.asList(System.getenv().getOrDefault("ATOLL_REQUIRE", "").split(","));
        if (program.isEmpty() && required.contains("browser")) {
            throw new AssertionError("ATOLL_REQUIRE names browser, but there is no Chromium");
        }
        Assumptions.assumeTrue(
                program.isPresent(), "no Chromium on this machine: browser tests are skipped");
        return new Chromium(program.orElseThrow());
    }

    private static Optional<Path> find() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A page of a fresh session: nobody is signed in. */
    Page page(String base, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setBaseURL(base));
        context.setDefaultTimeout(PATIENCE_MS);
        var page = context.newPage();
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error") && !isExpected(message)) {
                        complaints.add(
                                page.url() + ": " + message.text() + " " + message.location());
                    }
                });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    /**
     * A form that is checked as one types is answered with 422. What a page shows of a cluster is
     * asked for anew when something happens to it, and is not there where that was its end.
     */
    private static boolean isExpected(ConsoleMessage message) {
        var part = CLUSTER_PART.matcher(message.location()).find();
        return message.text().contains("422") || (part && message.text().contains("404"));
    }

    /** Errors on the console since the start, breaches of the content policy among them. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
