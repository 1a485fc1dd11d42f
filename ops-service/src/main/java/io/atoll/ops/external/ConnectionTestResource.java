package io.atoll.ops.external;

import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.contracts.connection.ConnectionTestOrder;
import io.atoll.contracts.connection.Sealed;
import io.atoll.kit.access.OpenRoute;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The registry's door. It is in no document, so the gateway lets nobody in; the seal of the body
 * tells who asks.
 */
@Path(ConnectionTestOrder.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ConnectionTestResource {

    private final ConnectionTestService service;

    ConnectionTestResource(ConnectionTestService service) {
        this.service = service;
    }

    @POST
    @OpenRoute(reason = "the seal of the body tells that the registry asks")
    @Operation(hidden = true)
    public ConnectionTest test(Sealed order) {
        return service.test(order);
    }
}
