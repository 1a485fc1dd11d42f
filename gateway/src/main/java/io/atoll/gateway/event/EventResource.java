package io.atoll.gateway.event;

import com.fasterxml.jackson.databind.util.RawValue;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.event.AtollEvent;
import io.atoll.gateway.door.route.NextLink;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.kit.access.RequiresPermission;
import io.atoll.kit.refusal.Unauthenticated;
import io.atoll.kit.validation.PageParameters;
import io.atoll.kit.validation.Rules;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** GET /api/v1/events as a list. {@link EventStreams} answers where a stream is asked for. */
@Path("/api/v1/events")
public class EventResource {
    private final EventQueries queries;
    private final Rules rules;

    EventResource(EventQueries queries, Rules rules) {
        this.queries = queries;
        this.rules = rules;
    }

    /** The last events that the caller may see, newest first. */
    @GET
    @RequiresPermission(Permission.EVENT_VIEW)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            description =
                    "A list, newest first; or, with Accept: text/event-stream, a stream that"
                            + " resumes after the header Last-Event-ID or ?last_event_id=.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.ARRAY,
                                        implementation = AtollEvent.class)),
                @Content(
                        mediaType = MediaType.SERVER_SENT_EVENTS,
                        schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<List<RawValue>> list(
            @RestQuery List<String> cluster,
            @RestQuery List<String> type,
            @BeanParam PageParameters wanted,
            @Parameter(hidden = true) @Context RoutingContext ctx,
            @Context UriInfo uri) {
        rules.requireParameters(wanted);
        Identity reader = Visitor.identity(ctx).orElseThrow(Unauthenticated::new);
        var page = queries.page(EventFilter.of(cluster, type, reader), wanted);
        List<RawValue> body = page.events().stream().map(e -> new RawValue(e.json())).toList();
        return NextLink.add(RestResponse.ResponseBuilder.ok(body), uri, page.next()).build();
    }
}
