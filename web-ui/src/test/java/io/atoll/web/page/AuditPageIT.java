package io.atoll.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Role;
import io.atoll.web.gateway.AuditSamples;
import io.atoll.web.gateway.GatewayPort;
import io.atoll.web.gateway.GatewayStandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayPort.class)
class AuditPageIT {

    @Test
    void what_was_changed_stands_before_and_after() {
        Visit.world(Role.ADMIN);
        String html = Visit.page("/audit?subject=ada&key=k&from=2026-01-01T00:00").asString();
        assertThat(html)
                .contains("<del>old</del>", "<b>&lt;b&gt;thing&lt;/b&gt;</b>", "41 times", "Denied")
                .contains(
                        "<b>Cluster: update</b>", "<b>User: list</b>", "key &lt;i&gt;ci&lt;/i&gt;")
                .contains("/audit?key=7Kq2vXbYc9ZtR4mPw1sD3f")
                .contains("href=\"/audit\" aria-current=\"true\"")
                .contains(
                        "/api/v1/audit/export?subject=ada&amp;key=k&amp;from=2026-01-01T00%3A00Z");
        assertThat(GatewayStandIn.asked("GET /api/v1/audit").getLast().query())
                .contains("subject=ada", "key=k", "from=2026-01-01T00%3A00Z", "page_size=50");
        assertThat(GatewayStandIn.asked("GET /api/v1/audit/verification")).isEmpty();
    }

    @Test
    void a_chain_that_is_not_intact_is_said_so() {
        Visit.world(Role.ADMIN);
        assertThat(Visit.page("/audit?verify=true").asString()).contains("Intact: 17 entries");
        GatewayStandIn.answers("GET /api/v1/audit/verification", AuditSamples.broken());
        assertThat(Visit.page("/audit?verify=true").asString())
                .contains("Not intact: entry 9. The row was changed.");
    }

    @Test
    void who_may_not_see_the_audit_gets_no_link_to_it() {
        Visit.world(Role.OPERATOR);
        assertThat(Visit.page("/").asString()).doesNotContain("href=\"/audit\"");
    }
}
