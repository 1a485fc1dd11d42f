package io.atoll.web.page;

import static io.restassured.RestAssured.given;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.cluster.DefaultClusterView;
import io.atoll.contracts.event.Severity;
import io.atoll.contracts.status.Phase;
import io.atoll.web.gateway.AuditSamples;
import io.atoll.web.gateway.ExternalSample;
import io.atoll.web.gateway.GatewayStandIn;
import io.atoll.web.gateway.GroupSample;
import io.atoll.web.gateway.Limited;
import io.atoll.web.gateway.PeopleSamples;
import io.atoll.web.gateway.Samples;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;

/** A visitor of the pages, and a small world for them to see. */
final class Visit {

    private static final String API = "/api/v1";
    private static final String ORDERS = API + "/clusters/orders";

    /** One running cluster named orders with a topic of the same name, and one that is stopped. */
    static void world(Role role) {
        world(role, Samples.privileges(role));
    }

    /**
     * @param privileges what the API says that the visitor may do to each cluster
     */
    static void world(Role role, Set<Permission> privileges) {
        GatewayStandIn.forget();
        get("/auth/me", Samples.me(role));
        var name = "Orders <script>alert(0)</script>";
        var running = Samples.cluster("orders", name, Phase.RUNNING, privileges);
        var stopped = Samples.cluster("still", "Still", Phase.STOPPED, privileges);
        var external = ExternalSample.external("outside", "Outside", privileges);
        get("/clusters", List.of(running, stopped, external));
        get("/clusters/outside", external);
        get("/clusters/orders", running);
        get("/clusters/still", stopped);
        get("/auth/sessions", List.of(AccountSamples.session()));
        get("/api-keys", List.of(AccountSamples.key()));
        get("/usage", List.of(Samples.usage("orders")));
        get("/clusters/orders/usage", Samples.usage("orders"));
        get("/runtimes", List.of(Samples.runtime(), Samples.away()));
        get("/capacity", Samples.capacity());
        get("/usage/environments", List.of(Samples.sum("prod")));
        get("/audit", List.of(AuditSamples.changed(), AuditSamples.denied()));
        get("/audit/verification", AuditSamples.intact());
        get("/templates", List.of(Samples.template("development", true)));
        get("/templates/own", Samples.template("own", false));
        get("/templates/own/versions", List.of(Samples.template("own", false)));
        get("/clusters/orders/topics", List.of(Samples.topic("orders")));
        get("/clusters/orders/topics/orders", Samples.topic("orders"));
        get("/default-cluster", new DefaultClusterView("still", "Still", 4, true));
        get("/clusters/orders/groups", List.of(GroupSample.of("billing")));
        get("/clusters/orders/groups/billing", GroupSample.of("billing"));
        get("/clusters/orders/consume", Samples.records());
        get("/events", List.of(Samples.event("e1", Severity.WARNING, "A <b>thing</b> happened.")));
        people();
        get("/limits/me", Limited.quotas());
        get("/limits", List.of(Limited.read(), Limited.signIn()));
        get("/limits/read", Limited.read());
        get("/limits/sign_in", Limited.signIn());
        get("/limits/read/overrides", List.of(Limited.override()));
        get("/limits/sign_in/overrides", List.of());
        GatewayStandIn.answers("POST " + API + "/clusters", Samples.plan("orders"));
        GatewayStandIn.answers("PUT " + ORDERS, Samples.plan("orders"));
    }

    /** Ada and bob, who is disabled, a group of both, and a role of one's own. */
    private static void people() {
        var bob = PeopleSamples.user("bob", true);
        get("/users", List.of(PeopleSamples.user("ada", false), bob));
        get("/users/ada", PeopleSamples.user("ada", false));
        get("/users/bob", bob);
        get("/users/bob/sessions", List.of(AccountSamples.session()));
        get("/users/ada/sessions", List.of(AccountSamples.session()));
        get("/users/bob/rights", PeopleSamples.rights(Permission.TOPIC_DELETE, null, null));
        get("/user-groups", List.of(PeopleSamples.group("payments")));
        get("/user-groups/payments", PeopleSamples.group("payments"));
        get("/roles", PeopleSamples.roles());
        get("/roles/cleaner", PeopleSamples.ownRole());
        get("/auth/elevations", PeopleSamples.elevations());
    }

    private static void get(String path, Object body) {
        GatewayStandIn.answers("GET " + API + path, body);
    }

    static RequestSpecification signedIn() {
        return given().redirects().follow(false).header("Authorization", GatewayStandIn.TOKEN);
    }

    static Response page(String path) {
        return signedIn().get(path);
    }

    private Visit() {}
}
