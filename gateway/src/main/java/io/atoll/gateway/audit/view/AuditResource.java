package io.atoll.gateway.audit.view;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.audit.AuditEntryView;
import io.atoll.contracts.audit.AuditVerificationView;
import io.atoll.kit.access.RequiresPermission;
import io.atoll.kit.validation.PageParameters;
import io.atoll.kit.validation.Rules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Who did what, and whether that is still what was written down. */
@Path("/api/v1/audit")
public class AuditResource {
    private final AuditService audit;
    private final Rules rules;

    AuditResource(AuditService audit, Rules rules) {
        this.audit = audit;
        this.rules = rules;
    }

    /** Attempts with what they changed, newest first, of the clusters that the caller may audit. */
    @GET
    @RequiresPermission(Permission.AUDIT_VIEW)
    public Uni<RestResponse<List<AuditEntryView>>> list(
            @BeanParam AuditParameters wanted,
            @BeanParam PageParameters page,
            @Context RoutingContext ctx,
            @Context UriInfo uri) {
        rules.requireParameters(wanted);
        rules.requireParameters(page);
        return audit.page(ctx, wanted, AuditPages.before(page.pageToken()), page.pageSize())
                .map(found -> AuditPages.answer(found, uri));
    }

    /** All attempts of a filter as a file. */
    @GET
    @Path("/export")
    @RequiresPermission(Permission.AUDIT_EXPORT)
    @RunOnVirtualThread
    @APIResponse(
            responseCode = "200",
            description = "A list of entries in JSON, or lines of CSV",
            content = {@Content(mediaType = "application/json"), @Content(mediaType = "text/csv")})
    public Response export(
            @BeanParam AuditParameters wanted,
            @BeanParam ExportParameters how,
            @Context RoutingContext ctx) {
        rules.requireParameters(wanted);
        rules.requireParameters(how);
        var format = ExportFormat.of(how.format());
        return format.answer(audit.export(ctx, wanted, format));
    }

    /** Works the whole chain out anew and tells the first row that is wrong. */
    @GET
    @Path("/verification")
    @RequiresPermission(Permission.AUDIT_VIEW)
    public Uni<AuditVerificationView> verification(@Context RoutingContext ctx) {
        return audit.verify(ctx);
    }
}
