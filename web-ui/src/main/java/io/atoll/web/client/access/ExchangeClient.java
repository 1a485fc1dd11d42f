package io.atoll.web.client.access;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.atoll.contracts.grant.AccessPlan;
import io.atoll.web.client.GatewayClient;
import io.atoll.web.client.Query;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may do what, as one document. */
@ApplicationScoped
public class ExchangeClient {

    private static final String IMPORT = "/api/v1/access/import";
    private static final TypeReference<AccessPlan> PLAN = new TypeReference<>() {};

    private final GatewayClient gateway;

    ExchangeClient(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /**
     * @param document JSON of an AccessDocument
     * @param dryRun true: nothing is changed
     */
    public Uni<AccessPlan> take(JsonNode document, boolean dryRun) {
        return gateway.send(
                HttpMethod.POST,
                Query.on(IMPORT).with("dry_run", dryRun ? true : null),
                document,
                PLAN);
    }
}
