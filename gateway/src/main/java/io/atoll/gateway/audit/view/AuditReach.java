package io.atoll.gateway.audit.view;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Permission;
import io.atoll.gateway.identity.access.Identity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Which entries somebody may see: all, or those with a row about a cluster that meets all limits of
 * one of these grants.
 */
record AuditReach(boolean everything, List<Grant> limited) {

    AuditReach {
        limited = List.copyOf(limited);
    }

    static AuditReach of(Identity reader, Permission permission) {
        return new AuditReach(
                reader.mayEverywhere(permission),
                reader.grants().stream()
                        .filter(g -> g.permissions().contains(permission) && g.names() == null)
                        .toList());
    }

    /** As a query takes it; what does not limit is absent. */
    JsonArray json() {
        var limits = new JsonArray();
        limited.forEach(
                g ->
                        limits.add(
                                new JsonObject()
                                        .put("environment", g.environment())
                                        .put("tag", g.tag())
                                        .put("cluster", g.cluster())));
        return limits;
    }
}
