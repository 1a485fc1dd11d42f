package io.atoll.kit.probe;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.problem.ProblemType;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.access.OpenRoute;
import io.atoll.kit.access.RequiresPermission;
import io.atoll.kit.access.SignedInRoute;
import io.atoll.kit.refusal.NotFound;
import io.atoll.kit.refusal.TooManyRequests;
import io.atoll.kit.validation.PageParameters;
import io.atoll.kit.validation.Rules;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;

@Path("/probe")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProbeResource {

    private static final String REASON = "a probe";

    private final CallerContext caller;
    private final Rules rules;

    ProbeResource(CallerContext caller, Rules rules) {
        this.caller = caller;
        this.rules = rules;
    }

    @GET
    @Path("refusals/{type}")
    @OpenRoute(reason = REASON)
    public Uni<String> refuse(@RestPath ProblemType type) {
        return Uni.createFrom().failure(new ProbeRefusal(type));
    }

    @GET
    @Path("missing/{id}")
    @OpenRoute(reason = REASON)
    public String missing(@RestPath String id) {
        throw new NotFound("note", id, List.of("alpha", "alpine"));
    }

    @GET
    @Path("busy")
    @OpenRoute(reason = REASON)
    public String busy() {
        throw new TooManyRequests("Slow down.", Duration.ofSeconds(7));
    }

    @GET
    @Path("crash")
    @OpenRoute(reason = REASON)
    public String crash() {
        throw new IllegalStateException("secret of the house");
    }

    @GET
    @Path("outage")
    @OpenRoute(reason = REASON)
    public Uni<String> outage() {
        return Uni.createFrom()
                .failure(new IllegalStateException(new ConnectException("10.1.2.3 refused")));
    }

    @GET
    @Path("list")
    @OpenRoute(reason = REASON)
    public List<String> list(@BeanParam PageParameters page) {
        rules.requireParameters(page);
        return List.of("" + page.pageSize());
    }

    @POST
    @Path("notes")
    @OpenRoute(reason = REASON)
    public NoteRequest create(NoteRequest note) {
        return note;
    }

    @GET
    @Path("view")
    @RequiresPermission(Permission.CLUSTER_VIEW)
    public Map<String, String> view() {
        var known = caller.caller();
        return Map.of(
                "subject",
                known.subject(),
                "kind",
                known.kind(),
                "trace",
                known.trace(),
                "attempt",
                String.valueOf(known.attempt()));
    }

    @GET
    @Path("manage")
    @RequiresPermission(Permission.USER_MANAGE)
    public String manage() {
        return "{}";
    }

    @GET
    @Path("me")
    @SignedInRoute(reason = REASON)
    public String me() {
        return "\"" + caller.caller().subject() + "\"";
    }

    @GET
    @Path("clusters/{environment}")
    @RequiresPermission(Permission.CLUSTER_STOP)
    public String stop(@RestPath String environment) {
        var scope = new ClusterScope("reef", environment, Map.of());
        caller.caller().require(Permission.CLUSTER_STOP, scope);
        return "{}";
    }
}
