package io.atoll.gateway.rate;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.gateway.rate.quota.Tenant;
import io.atoll.kit.refusal.TooManyRequests;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Counts a request and says in its answer what is left. Goes on at once where that is known here,
 * else after one round trip to Redis, on the same event loop; the request must be paused by then.
 */
@ApplicationScoped
public class Turnstile {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Buckets buckets;
    private final Slots slots;
    private final HeldBodies bodies;
    private final MeterRegistry meters;

    Turnstile(Buckets buckets, Slots slots, HeldBodies bodies, MeterRegistry meters) {
        this.bodies = bodies;
        this.buckets = buckets;
        this.slots = slots;
        this.meters = meters;
    }

    /** Counts for the address of the socket. */
    public void stranger(RoutingContext ctx, LimitClass limitClass, Consumer<Pass> then) {
        count(ctx, limitClass, Tenant.ofAddress(Visitor.address(ctx)), then);
    }

    /** Counts for who calls. Streams live long: they are not among those that run at once. */
    public void known(
            RoutingContext ctx, Identity identity, LimitClass limitClass, Consumer<Pass> then) {
        var tenant = new Tenant(identity.kind(), identity.subject());
        if (limitClass != LimitClass.STREAM) {
            boolean page = limitClass == LimitClass.PAGE;
            if (!slots.enter(tenant, page)) {
                then.accept(refuse(ctx, slots.full(tenant)));
                return;
            }
            atEnd(ctx, () -> slots.leave(tenant, page));
        }
        count(ctx, limitClass, tenant, then);
    }

    /**
     * Keeps room for a large body until the request is over. Throws {@link TooManyRequests} where
     * there is none.
     */
    public void hold(RoutingContext ctx, Identity identity, long bytes) {
        var tenant = new Tenant(identity.kind(), identity.subject());
        if (!bodies.enter(tenant, bytes)) {
            meters.counter("atoll.gateway.rate.refused", "class", "body").increment();
            throw new TooManyRequests("Too many large bodies at once. Try again.", SOON);
        }
        atEnd(ctx, () -> bodies.leave(tenant, bytes));
    }

    /** Once, when all is answered or the connection is gone: either may be all that is told. */
    private static void atEnd(RoutingContext ctx, Runnable step) {
        var over = new AtomicBoolean();
        Runnable once =
                () -> {
                    if (over.compareAndSet(false, true)) {
                        step.run();
                    }
                };
        ctx.addBodyEndHandler(_ -> once.run());
        ctx.addEndHandler(_ -> once.run());
    }

    private void count(
            RoutingContext ctx, LimitClass limitClass, Tenant tenant, Consumer<Pass> then) {
        Context loop = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
        Thread here = Thread.currentThread();
        buckets.take(
                limitClass,
                tenant,
                verdict -> {
                    if (Thread.currentThread() == here && Vertx.currentContext() == loop) {
                        then.accept(pass(ctx, tenant, verdict));
                    } else {
                        loop.runOnContext(_ -> then.accept(pass(ctx, tenant, verdict)));
                    }
                });
    }

    private Pass pass(RoutingContext ctx, Tenant tenant, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Refused(Standing standing) -> refuse(ctx, standing);
            case Verdict.Admitted admitted -> {
                say(ctx, admitted.standing());
                yield Pass.through(() -> buckets.giveBack(tenant, admitted));
            }
        };
    }

    private Pass refuse(RoutingContext ctx, Standing standing) {
        meters.counter("atoll.gateway.rate.refused", "class", standing.limit().name()).increment();
        say(ctx, standing);
        return Pass.refused(RateLimited.of(standing));
    }

    private static void say(RoutingContext ctx, Standing standing) {
        if (!ctx.response().headWritten()) {
            ctx.response().putHeader(Standing.POLICY, standing.policyHeader());
            ctx.response().putHeader(Standing.NOW, standing.nowHeader());
        }
    }
}
