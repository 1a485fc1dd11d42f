package io.atoll.gateway.rights.elevation;

import io.atoll.contracts.grant.ElevationRequest;
import io.atoll.contracts.grant.ElevationView;
import io.atoll.kit.access.SignedInRoute;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jboss.resteasy.reactive.ResponseStatus;

/** More rights for a while, of the caller itself. */
@Path("/api/v1/auth/elevations")
@Produces(MediaType.APPLICATION_JSON)
public class ElevationResource {
    private final ElevationService elevations;

    ElevationResource(ElevationService elevations) {
        this.elevations = elevations;
    }

    /** The caller's grants that wait to be asked for, and which are in effect. */
    @GET
    @SignedInRoute(reason = "tells callers about themselves")
    @Extension(name = "x-permission", value = "SIGNED_IN")
    public Uni<List<ElevationView>> list() {
        return elevations.list();
    }

    /** Puts one of them in effect, with a reason, for at most the time that it says. */
    @POST
    @ResponseStatus(201)
    @SignedInRoute(reason = "only what was granted to the caller for this")
    @Extension(name = "x-permission", value = "SIGNED_IN")
    public Uni<ElevationView> start(ElevationRequest request) {
        return elevations.start(request);
    }

    /** Ends it before its time. */
    @DELETE
    @Path("/{grant}")
    @SignedInRoute(reason = "takes from the caller alone")
    @Extension(name = "x-permission", value = "SIGNED_IN")
    public Uni<Void> end(String grant) {
        return elevations.end(grant);
    }
}
