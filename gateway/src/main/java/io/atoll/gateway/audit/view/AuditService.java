package io.atoll.gateway.audit.view;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.audit.AuditVerificationView;
import io.atoll.gateway.audit.Attempt;
import io.atoll.gateway.audit.AuditTrail;
import io.atoll.gateway.audit.chain.ChainQueries;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.kit.problem.Trace;
import io.atoll.kit.refusal.Forbidden;
import io.atoll.kit.refusal.Unauthenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Who may read what of the audit; an export is an entry itself. */
@ApplicationScoped
class AuditService {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AuditQueries queries;
    private final AuditExport export;
    private final ChainQueries chain;
    private final AuditTrail trail;
    private final Pool pool;

    AuditService(
            AuditQueries queries,
            AuditExport export,
            ChainQueries chain,
            AuditTrail trail,
            Pool pool) {
        this.queries = queries;
        this.export = export;
        this.chain = chain;
        this.trail = trail;
        this.pool = pool;
    }

    /**
     * @param before number that the page begins before
     */
    Uni<AuditQueries.Page> page(RoutingContext ctx, AuditParameters wanted, long before, int size) {
        var reach = AuditReach.of(reader(ctx), Permission.AUDIT_VIEW);
        return queries.page(AuditFilter.of(wanted, reach).before(before), size);
    }

    /** Blocks until the export is in the audit; what is written afterwards ends with that. */
    StreamingOutput export(RoutingContext ctx, AuditParameters wanted, ExportFormat format) {
        Identity reader = reader(ctx);
        var reach = AuditReach.of(reader, Permission.AUDIT_EXPORT);
        var who =
                Attempt.Who.of(
                        Optional.of(reader),
                        Trace.current().map(Trace::id).orElse(null),
                        Visitor.address(ctx));
        var what =
                new Attempt.What(
                        Permission.AUDIT_EXPORT.name(), null, "GET", "/api/v1/audit/export", false);
        trail.done(
                        pool,
                        Attempt.of(who, "audit.export", what),
                        Map.of("format", format.name(), "filter", wanted.toString()))
                .await()
                .atMost(PATIENCE);
        return export.of(AuditFilter.of(wanted, reach), format);
    }

    Uni<AuditVerificationView> verify(RoutingContext ctx) {
        if (!reader(ctx).mayEverywhere(Permission.AUDIT_VIEW)) {
            throw new Forbidden("You may not do this: it needs AUDIT_VIEW on all clusters.");
        }
        return chain.verify();
    }

    private static Identity reader(RoutingContext ctx) {
        return Visitor.identity(ctx).orElseThrow(Unauthenticated::new);
    }
}
