package io.atoll.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.atoll.e2e.browser.Dashboard.button;
import static io.atoll.e2e.browser.Dashboard.field;
import static io.atoll.e2e.browser.Dashboard.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.Suite;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The dashboard as a person uses it, in a real browser. */
@Order(75)
class DashboardIT {
    private static final double LONG = 60_000;
    private static Chromium chromium;
    private final Suite suite = Suite.get();

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            var complaints = chromium.complaints();
            chromium.close();
            assertThat(complaints).as("errors on the console").isEmpty();
        }
    }

    @Test
    void a_cluster_lives_its_whole_life_in_the_browser() {
        var page = signedIn(new NewContextOptions());
        createWithAMistakeFirst(page);
        becomesRunningWithoutReload(page);
        makeTopic(page);
        produceAndConsume(page);
        readLog(page);
        stopAndStart(page);
        delete(page);
    }

    private void createWithAMistakeFirst(Page page) {
        page.getByRole(AriaRole.LINK, named("New cluster|Create your first cluster"))
                .first()
                .click();
        page.locator("input[name=template_id][value=development]").check();
        field(page, "name").fill("Browser");
        field(page, "environment").fill("test");
        page.locator("summary", new Page.LocatorOptions().setHasText("Size")).click();
        field(page, "kafka_config.heap_size").fill("lots");
        var error = page.locator("[data-error='kafka_config.heap_size']");
        assertThat(error).containsText("M or G");
        field(page, "kafka_config.heap_size").fill("192M");
        assertThat(error).hasText("");
        assertThat(page.locator("#plan")).containsText("browser");
        button(page, "Create cluster").click();
        page.waitForURL("**/clusters/browser");
    }

    private void becomesRunningWithoutReload(Page page) {
        var loads = new AtomicInteger();
        page.onLoad(_ -> loads.incrementAndGet());
        awaitPhase(page, "Running");
        assertThat(page.locator("#live")).containsText("127.0.0.1:");
        assertThat(loads.get()).as("reloads").isZero();
    }

    private void makeTopic(Page page) {
        tab(page, "Topics");
        page.getByRole(AriaRole.LINK, named("New topic")).click();
        var form = page.locator("#new-topic");
        form.locator("[name=name]").fill("orders");
        form.locator("[name=partitions]").fill("2");
        button(page, "Create topic").click();
        assertThat(page.locator(".topic-name")).containsText("orders");
    }

    private void produceAndConsume(Page page) {
        tab(page, "Messages");
        var form = page.locator("#produce");
        form.locator("[name=topic]").fill("orders");
        form.locator("[name=key]").fill("k-1");
        form.locator("[name=value]").fill("from the browser");
        form.getByRole(AriaRole.BUTTON).last().click();
        assertThat(page.locator("#toasts")).not().isEmpty();
        page.locator("#read [name=topic]").selectOption("orders");
        page.locator("#read [name=from]").selectOption("earliest");
        // Each reading ends after a few seconds, found or not: it is done again until then.
        page.getByLabel("Follow").check();
        assertThat(page.locator("#results .record")).hasCount(1);
        assertThat(page.locator("#results")).containsText("from the browser");
    }

    private void readLog(Page page) {
        tab(page, "Nodes");
        assertThat(page.locator("#nodes")).containsText("broker-1");
        assertThat(page.locator("[data-log-lines]")).containsText(Pattern.compile("INFO|WARN"));
    }

    private void stopAndStart(Page page) {
        button(page, "Stop").click();
        awaitPhase(page, "Stopped");
        button(page, "Start").click();
        awaitPhase(page, "Running");
    }

    private void delete(Page page) {
        page.navigate("/clusters/browser/danger");
        var name = page.locator("#c-delete");
        name.fill("brow");
        assertThat(button(page, "Delete cluster")).isDisabled();
        name.fill("browser");
        button(page, "Delete cluster").click();
        // The address says at first what was done, and no more once the page has shown it.
        assertThat(page.getByRole(AriaRole.HEADING, named("^Fleet$"))).isVisible();
        new Fleet(suite).awaitGone("browser");
        page.navigate("/");
        assertThat(page.locator("#card-browser")).hasCount(0);
    }

    @Test
    void a_wrong_password_is_refused_and_the_right_one_leads_on() {
        var page = chromium.page(suite.url().toString(), new NewContextOptions());
        page.navigate("/events");
        page.getByLabel("Username").fill("admin");
        page.getByLabel("Password").fill("wrong");
        button(page, "Sign in").click();
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        page.getByLabel("Username").fill("admin");
        page.getByLabel("Password").fill(Suite.PASSWORD);
        button(page, "Sign in").click();
        page.waitForURL("**/events");
    }

    @Test
    void the_keyboard_alone_signs_in_and_opens_the_form() {
        var page = chromium.page(suite.url().toString(), new NewContextOptions());
        page.navigate("/signin");
        // A page gives the focus with its first picture, which may come after it is loaded.
        page.locator("input:focus").waitFor();
        page.keyboard().type("admin");
        page.keyboard().press("Tab");
        page.keyboard().type(Suite.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/$"));
        var focused = page.locator("main a[href='/clusters/new']:focus");
        for (var i = 0; i < 40 && focused.count() == 0; i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        page.waitForURL("**/clusters/new");
    }

    @Test
    void no_page_scrolls_sideways_at_four_hundred_pixels() {
        var fleet = new Fleet(suite);
        fleet.createAndAwait(Fleet.request("narrow"));
        var page = signedIn(new NewContextOptions().setViewportSize(400, 800));
        for (var path :
                List.of(
                        "/",
                        "/clusters/new",
                        "/clusters/narrow",
                        "/clusters/narrow/nodes",
                        "/clusters/narrow/topics",
                        "/clusters/narrow/messages",
                        "/clusters/narrow/config",
                        "/clusters/narrow/events",
                        "/clusters/narrow/danger",
                        "/templates",
                        "/events")) {
            page.navigate(path);
            var width = Screenshot.of(page).width();
            assertThat(width).as("width of " + path).isLessThanOrEqualTo(400);
        }
        fleet.deleteAndAwait("narrow");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_page_follows_the_wish_for_light_or_dark(ColorScheme scheme) {
        var page = signedIn(new NewContextOptions().setColorScheme(scheme));
        var lightness = Screenshot.of(page).lightness();
        if (scheme == ColorScheme.DARK) {
            assertThat(lightness).isLessThan(0.4);
        } else {
            assertThat(lightness).isGreaterThan(0.6);
        }
    }

    private Page signedIn(NewContextOptions options) {
        return Dashboard.signedIn(chromium, suite, options);
    }

    private static void awaitPhase(Page page, String word) {
        var patient = new ContainsTextOptions().setTimeout(LONG);
        assertThat(page.locator("#cluster-head .pill").first()).containsText(word, patient);
    }

    private static void tab(Page page, String name) {
        page.locator("nav.tabs a", new Page.LocatorOptions().setHasText(name)).click();
    }
}
