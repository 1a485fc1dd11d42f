package io.atoll.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.atoll.e2e.suite.Suite;
import java.util.regex.Pattern;

/** What every test does on the pages. */
final class Dashboard {
    private Dashboard() {}

    static Page signedIn(Chromium chromium, Suite suite, NewContextOptions options) {
        var page = chromium.page(suite.url().toString(), options);
        page.navigate("/");
        page.getByLabel("Username").fill("admin");
        page.getByLabel("Password").fill(Suite.PASSWORD);
        button(page, "Sign in").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Fleet"))).isVisible();
        return page;
    }

    static Locator field(Page page, String name) {
        return page.locator("[name='" + name + "']");
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named("^" + name + "$")).first();
    }

    static GetByRoleOptions named(String pattern) {
        return new GetByRoleOptions().setName(Pattern.compile(pattern));
    }
}
