package io.atoll.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Role;
import io.atoll.web.gateway.GatewayPort;
import io.atoll.web.gateway.GatewayStandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for each page alike. */
@QuarkusTest
@WithTestResource(GatewayPort.class)
class EveryPageIT {

    private static final Pattern HANDLER = Pattern.compile("<[^>]*\\son[a-z]+\\s*=");
    private static final Pattern STYLE = Pattern.compile("<[^>]*\\sstyle\\s*=|<style");
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]*\\ssrc=)");

    @BeforeEach
    void world() {
        Visit.world(Role.ADMIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?part=overview",
                "/?status=ok&q=ord&tag=team&environment=prod",
                "/fleet/cards/orders",
                "/fleet/switcher?q=ord",
                "/signin?error=invalid&next=/events",
                "/clusters/new",
                "/clusters/register",
                "/clusters/outside",
                "/clusters/outside/connection",
                "/clusters/outside/nodes",
                "/clusters/outside/danger",
                "/fleet/cards/outside",
                "/clusters/orders",
                "/clusters/orders?part=live",
                "/clusters/orders/head?tab=nodes",
                "/clusters/still",
                "/clusters/orders/nodes",
                "/clusters/orders/nodes?part=table",
                "/clusters/orders/topics",
                "/clusters/orders/topics?part=rows&q=o",
                "/clusters/orders/topics/orders",
                "/clusters/orders/groups",
                "/clusters/orders/groups?part=rows&q=b&state=stable",
                "/clusters/orders/groups/billing",
                "/clusters/orders/groups/billing?part=live",
                "/clusters/orders/messages",
                "/clusters/orders/messages?topic=orders&from=timestamp&at=2026-01-01T00:00",
                "/clusters/orders/messages?topic=orders&part=results",
                "/clusters/orders/config",
                "/clusters/orders/events",
                "/clusters/orders/danger",
                "/events?severity=warning",
                "/audit?outcome=denied&from=2026-01-01T00:00",
                "/audit?verify=true",
                "/templates",
                "/templates/new?cluster=orders",
                "/templates/own",
                "/templates/own/edit",
                "/account",
                "/account/password",
                "/account/keys/new",
                "/access",
                "/access/users",
                "/access/users/ada",
                "/access/users/bob",
                "/access/new-user",
                "/access/groups",
                "/access/groups/payments",
                "/access/new-group",
                "/access/roles",
                "/access/roles/cleaner",
                "/access/roles/cleaner/edit",
                "/access/new-role?like=cleaner",
                "/access/exchange",
                "/access/rights",
                "/access/rights?user=bob&missing=true",
                "/access/rights?user=bob&cluster=orders&resource=%3Cb%3Ething&permission=TOPIC_PURGE",
                "/elevate",
                "/elevate/badge",
                "/limits",
                "/limits?part=mine",
                "/limits/read",
                "/limits/sign_in",
                "/problems/conflict",
                "/problems/rate-limited"
            })
    void a_page_renders_escaped_and_with_nothing_inline(String path) {
        Response page = Visit.page(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertClean(page);
        GatewayStandIn.wordsEndWith(Hostile.TEXT);
        Response worded = Visit.page(path);
        assertClean(worded);
        Hostile.assertOnlyShown(worded.asString());
    }

    private static void assertClean(Response page) {
        String html = page.asString();
        assertThat(html).doesNotContain("alert(0)</script>", "alert(1)</script>", "<b>thing");
        assertThat(HANDLER.matcher(html).find()).as("inline handler").isFalse();
        assertThat(STYLE.matcher(html).find()).as("inline style").isFalse();
        assertThat(INLINE_SCRIPT.matcher(html).find()).as("inline script").isFalse();
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/clusters/orders",
                "/clusters/orders/topics/orders",
                "/clusters/orders/groups/billing",
                "/clusters/orders/messages?topic=orders&part=results",
                "/clusters/outside/connection",
                "/events",
                "/audit",
                "/templates",
                "/account",
                "/access/users/bob",
                "/access/groups/payments",
                "/access/roles/cleaner",
                "/access/rights?user=bob",
                "/elevate",
                "/limits/read"
            })
    void a_text_that_looks_like_code_is_shown_as_it_is(String path) {
        GatewayStandIn.wordsEndWith(Hostile.TEXT);
        String html = Visit.page(path).then().statusCode(200).extract().asString();
        assertThat(html).contains(Hostile.ESCAPED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.css", "app.js", "theme.js", "htmx.js", "favicon.svg"})
    void a_static_file_is_kept_for_ever_under_its_hash(String file) {
        String html = Visit.page("/").asString();
        int at = html.indexOf("/static/");
        String prefix = html.substring(at, html.indexOf('/', at + 8));
        Response kept = RestAssured.get(prefix + "/" + file);
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.header("Cache-Control")).contains("immutable");
        Response other = RestAssured.get("/static/0/" + file);
        assertThat(other.header("Cache-Control")).isEqualTo("no-cache");
    }
}
