package io.atoll.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.atoll.e2e.browser.Dashboard.button;
import static io.atoll.e2e.browser.Dashboard.field;
import static io.atoll.e2e.browser.Dashboard.named;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.Suite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Forms that change or remove what is there, on a cluster of their own. */
@Order(76)
class FormsIT {
    private static final Suite SUITE = Suite.get();
    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        var fleet = new Fleet(SUITE);
        fleet.createAndAwait(Fleet.request("forms"));
        fleet.createTopic("forms", "orders", 1, 1);
        page = Dashboard.signedIn(chromium, SUITE, new NewContextOptions());
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
            new Fleet(SUITE).deleteAndAwait("forms");
        }
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_shown_and_not_overwritten() {
        page.navigate("/clusters/forms/config");
        var other = page.context().newPage();
        other.navigate("/clusters/forms/config");
        field(other, "description").fill("theirs");
        button(other, "Save changes").click();
        assertThat(field(other, "_was.description")).hasValue("theirs");
        other.close();

        field(page, "description").fill("ours");
        button(page, "Save changes").click();
        assertThat(page.locator("main")).containsText("Somebody changed this cluster meanwhile");
        assertThat(page.locator("main table").first()).containsText("theirs");
        assertThat(field(page, "description")).hasValue("ours");
    }

    @Test
    void what_was_saved_is_confirmed_once() {
        page.navigate("/clusters/forms/config");
        field(page, "description").fill("confirmed");
        button(page, "Save changes").click();
        assertThat(page.locator("#toasts")).containsText("Saved the configuration of forms.");
        assertThat(field(page, "_was.description")).hasValue("confirmed");

        page.reload();
        assertThat(field(page, "_was.description")).hasValue("confirmed");
        assertThat(page.locator("#toasts")).not().containsText("Saved");
    }

    @Test
    void a_topic_goes_once_its_name_is_typed() {
        page.navigate("/clusters/forms/topics/orders");
        assertThat(button(page, "Delete topic")).isDisabled();
        field(page, "confirm").fill("orders");
        button(page, "Delete topic").click();
        page.waitForURL("**/clusters/forms/topics");
        assertThat(page.locator("#toasts")).containsText("Deleted the topic orders.");
        assertThat(page.locator("main")).not().containsText("orders");
    }

    @Test
    void a_template_is_made_and_removed() {
        page.navigate("/templates");
        page.getByRole(AriaRole.LINK, named("New template")).click();
        field(page, "name").fill("Of my own");
        button(page, "(Save|Create).*").click();
        page.waitForURL("**/templates/of-my-own");
        page.onDialog(dialog -> dialog.accept());
        button(page, "Delete template").click();
        page.waitForURL("**/templates");
        assertThat(page.locator("main")).not().containsText("Of my own");
    }

    @Test
    void the_switcher_leads_to_a_cluster_by_a_part_of_its_name() {
        page.navigate("/events");
        page.keyboard().press("/");
        page.keyboard().type("orm");
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("forms");
        page.keyboard().press("Enter");
        page.waitForURL("**/clusters/forms");
    }

    @Test
    void escape_closes_what_is_open_and_gives_the_focus_back() {
        page.navigate("/events");
        var pause = button(page, "Pause");
        pause.focus();
        page.keyboard().press("Control+k");
        assertThat(field(page, "q").first()).isFocused();
        page.keyboard().press("Escape");
        assertThat(pause).isFocused();

        var account = page.locator("details.menu > summary");
        account.focus();
        page.keyboard().press("Enter");
        var signOut = button(page, "Sign out");
        assertThat(signOut).isVisible();
        signOut.focus();
        page.keyboard().press("Escape");
        assertThat(signOut).isHidden();
        assertThat(account).isFocused();
    }
}
