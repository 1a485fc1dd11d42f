package io.atoll.gateway.door;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.audit.AuditOutcome;
import io.atoll.gateway.access.Credential;
import io.atoll.gateway.access.Identity;
import io.atoll.gateway.access.Visitor;
import io.atoll.gateway.audit.Attempt;
import io.atoll.gateway.audit.AuditRow;
import io.atoll.gateway.audit.AuditWriter;
import io.atoll.gateway.audit.Denials;
import io.atoll.gateway.audit.LateRows;
import io.atoll.kit.problem.AtollException;
import io.atoll.kit.problem.Trace;
import io.atoll.kit.problem.Unavailable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Has every request that may change something written down before it goes on, and afterwards how it
 * ended; and every one that was denied. What is refused here was not passed on to anybody.
 */
@ApplicationScoped
class Witness {
    private static final String FOLLOWED = Followed.class.getName();
    private static final String ATTEMPT = Attempt.class.getName();

    private final AuditWriter writer;
    private final LateRows late;
    private final Denials denials;
    private final Guard guard;
    private final Answers answers;

    /**
     * A request at the door, before anything of it is stripped.
     *
     * @param shown true where it has a credential, good or not
     */
    private record Followed(Deed deed, @Nullable String trace, boolean shown, long nanos) {}

    Witness(AuditWriter writer, LateRows late, Denials denials, Guard guard, Answers answers) {
        this.writer = writer;
        this.late = late;
        this.denials = denials;
        this.guard = guard;
        this.answers = answers;
    }

    /** First of all: from here on the end of the request is seen. */
    void follow(RoutingContext ctx, Deed deed) {
        var followed =
                new Followed(
                        deed,
                        Trace.current().map(Trace::id).orElse(null),
                        !(Visitor.credential(ctx.request()) instanceof Credential.None),
                        System.nanoTime());
        ctx.put(FOLLOWED, followed);
        ctx.addEndHandler(
                ended -> {
                    if (ended.succeeded() || ctx.response().headWritten()) {
                        over(ctx, followed);
                    }
                });
    }

    /** Goes on where nothing can change, else once the attempt is written down. */
    void before(RoutingContext ctx, Runnable next) {
        if (Visitor.isSafe(ctx.request())) {
            next.run();
            return;
        }
        Attempt attempt = attempt(ctx, Objects.requireNonNull(ctx.get(FOLLOWED)));
        Context loop = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
        writer.append(AuditRow.attempted(attempt))
                .whenComplete(
                        (_, failure) ->
                                loop.runOnContext(_ -> written(ctx, attempt, failure, next)));
    }

    private void written(
            RoutingContext ctx, Attempt attempt, @Nullable Throwable failure, Runnable next) {
        if (failure != null) {
            answers.refuse(ctx, failure instanceof AtollException e ? e : unwritten());
        } else if (!ctx.response().closed()) {
            ctx.put(ATTEMPT, attempt);
            guard.unidentified(ctx, next);
        }
    }

    private static Unavailable unwritten() {
        return new Unavailable("The audit cannot be written at the moment. Try again.");
    }

    private void over(RoutingContext ctx, Followed followed) {
        int status = ctx.response().getStatusCode();
        Attempt attempted = ctx.get(ATTEMPT);
        if (attempted != null) {
            AuditOutcome outcome = outcome(status, hides(ctx, followed.deed()));
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - followed.nanos());
            late.add(AuditRow.completed(attempted, status, outcome, millis));
        } else if (isDenied(ctx, followed, status)) {
            denials.add(attempt(ctx, followed), status, reason(status));
        }
    }

    /**
     * Of open routes the sign-ins tell themselves. A reader without any credential has tried
     * nothing.
     */
    private static boolean isDenied(RoutingContext ctx, Followed followed, int status) {
        boolean tried = followed.shown() || !Visitor.isSafe(ctx.request());
        return status == 403 || (status == 401 && !followed.deed().open() && tried);
    }

    /** To who may not see all clusters, one that is hidden is as one that is not there. */
    private static boolean hides(RoutingContext ctx, Deed deed) {
        Optional<Identity> identity = Visitor.identity(ctx);
        return deed.cluster() != null
                && identity.isPresent()
                && !identity.get().mayEverywhere(Permission.CLUSTER_VIEW);
    }

    static AuditOutcome outcome(int status, boolean hides) {
        if (status < 400) {
            return AuditOutcome.SUCCEEDED;
        }
        boolean denied = status == 401 || status == 403 || (status == 404 && hides);
        return denied ? AuditOutcome.DENIED : AuditOutcome.FAILED;
    }

    private static String reason(int status) {
        return status == 401 ? "The credential does not hold." : "The right is missing.";
    }

    private static Attempt attempt(RoutingContext ctx, Followed followed) {
        Deed deed = followed.deed();
        Optional<Identity> identity = Visitor.identity(ctx);
        var who =
                new Attempt.Who(
                        identity.map(Identity::subject).orElse(null),
                        identity.map(Identity::kind).orElse(null),
                        followed.trace(),
                        Visitor.address(ctx));
        Permission permission = deed.permission();
        var what =
                new Attempt.What(
                        permission == null ? null : permission.name(),
                        deed.cluster(),
                        ctx.request().method().name(),
                        Visitor.path(ctx.request()),
                        "true".equals(ctx.request().getParam("dry_run")));
        return Attempt.of(who, deed.action(), what);
    }
}
