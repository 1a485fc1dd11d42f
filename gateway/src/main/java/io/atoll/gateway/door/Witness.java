package io.atoll.gateway.door;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.audit.AuditOutcome;
import io.atoll.gateway.audit.Attempt;
import io.atoll.gateway.audit.AuditRow;
import io.atoll.gateway.audit.AuditWriter;
import io.atoll.gateway.audit.Denials;
import io.atoll.gateway.audit.LateRows;
import io.atoll.gateway.identity.access.Credential;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.kit.problem.Problems;
import io.atoll.kit.problem.Trace;
import io.atoll.kit.refusal.AtollException;
import io.atoll.kit.refusal.Unavailable;
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
    private static final String HIDDEN = Witness.class.getName() + ".hidden";
    private static final int NOT_FOUND = 404;

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
        ctx.addHeadersEndHandler(_ -> takeOff(ctx));
        ctx.addEndHandler(
                ended -> {
                    if (ended.succeeded() || ctx.response().headWritten()) {
                        over(ctx, followed);
                    }
                });
    }

    /** The answer of a service hides something: that is for the audit, not for the caller. */
    static void noteHidden(RoutingContext ctx) {
        ctx.put(HIDDEN, true);
    }

    /** Own resources say it as services do. */
    private static void takeOff(RoutingContext ctx) {
        var headers = ctx.response().headers();
        if (headers.contains(Problems.HIDES_HEADER)) {
            headers.remove(Problems.HIDES_HEADER);
            noteHidden(ctx);
        }
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
            Visitor.noteAttempt(ctx, attempt.entry());
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
            AuditOutcome outcome = outcome(status, hides(ctx, status));
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
        return status == 403
                || (status == 401 && !followed.deed().open() && tried)
                || hides(ctx, status);
    }

    /** Only who knows what there is can tell what is hidden from what is not there. */
    private static boolean hides(RoutingContext ctx, int status) {
        return status == NOT_FOUND && ctx.get(HIDDEN) != null;
    }

    static AuditOutcome outcome(int status, boolean hides) {
        if (status < 400) {
            return AuditOutcome.SUCCEEDED;
        }
        boolean denied = status == 401 || status == 403 || (status == NOT_FOUND && hides);
        return denied ? AuditOutcome.DENIED : AuditOutcome.FAILED;
    }

    private static String reason(int status) {
        return switch (status) {
            case 401 -> "The credential does not hold.";
            case NOT_FOUND -> "It is hidden: the right to see it is missing.";
            default -> "The right is missing.";
        };
    }

    private static Attempt attempt(RoutingContext ctx, Followed followed) {
        Deed deed = followed.deed();
        Optional<Identity> identity = Visitor.identity(ctx);
        var who = Attempt.Who.of(identity, followed.trace(), Visitor.address(ctx));
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
