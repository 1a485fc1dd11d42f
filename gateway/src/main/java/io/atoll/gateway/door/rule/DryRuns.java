package io.atoll.gateway.door.rule;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.gateway.door.route.Route;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.kit.refusal.Invalid;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Nobody who asks for a plan gets the change instead, and no audit calls a change a plan. */
public final class DryRuns {

    public static void requireKnown(RoutingContext ctx, Route route) {
        boolean asked = ctx.queryParams().contains("dry_run");
        if (asked && !route.plans() && !Visitor.isSafe(ctx.request())) {
            throw new Invalid(
                    List.of(
                            new FieldError(
                                    "?dry_run", "is not taken here: this would be the change")));
        }
    }

    private DryRuns() {}
}
