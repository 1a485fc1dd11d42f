package io.atoll.gateway.rate;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.contracts.limit.QuotaView;
import io.atoll.gateway.rate.quota.Limits;
import io.atoll.gateway.rate.quota.Tenant;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.access.SignedInRoute;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;

/** What the caller has left. */
@Path("/api/v1/limits/me")
@Produces(MediaType.APPLICATION_JSON)
public class QuotaResource {
    private final Buckets buckets;
    private final Slots slots;
    private final Limits limits;
    private final CallerContext context;

    QuotaResource(Buckets buckets, Slots slots, Limits limits, CallerContext context) {
        this.buckets = buckets;
        this.slots = slots;
        this.limits = limits;
        this.context = context;
    }

    /** The caller's own limits and what is left of each. */
    @GET
    @SignedInRoute(reason = "tells callers about themselves")
    @Extension(name = "x-permission", value = "SIGNED_IN")
    public Uni<List<QuotaView>> mine() {
        var tenant = new Tenant(context.caller().kind(), context.caller().subject());
        return Uni.join().all(classes().map(c -> quota(c, tenant)).toList()).andFailFast();
    }

    private static Stream<LimitClass> classes() {
        return Arrays.stream(LimitClass.values()).filter(c -> c.whom() == LimitClass.Whom.TENANT);
    }

    private Uni<QuotaView> quota(LimitClass limitClass, Tenant tenant) {
        Uni<Standing> standing =
                limitClass.hasWindow()
                        ? buckets.standing(limitClass, tenant)
                        : Uni.createFrom().item(() -> slots.standing(tenant));
        return standing.map(s -> view(s, tenant));
    }

    private QuotaView view(Standing s, Tenant tenant) {
        return new QuotaView(
                s.limit().limitClass(),
                s.limit().quota(),
                s.limit().windowSeconds(),
                s.remaining(),
                s.resetSeconds(),
                limits.isOverridden(s.limit().limitClass(), tenant));
    }
}
