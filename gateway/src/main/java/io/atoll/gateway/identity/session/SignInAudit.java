package io.atoll.gateway.identity.session;

import io.atoll.contracts.audit.AuditChange;
import io.atoll.contracts.signin.EndedSessions;
import io.atoll.gateway.audit.Attempt;
import io.atoll.gateway.audit.AuditTrail;
import io.atoll.gateway.audit.Denials;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.limit.AuthFailures;
import io.atoll.kit.access.Caller;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.problem.Trace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sign-ins in the audit. A name is written down only where there is such a user: in its place
 * people type passwords too.
 */
@ApplicationScoped
class SignInAudit {
    static final String SIGN_IN = "session.sign-in";
    static final String SIGN_OUT = "session.sign-out";
    static final String REFRESH = "session.refresh";

    private final AuditTrail trail;
    private final Denials denials;
    private final AuthFailures failures;
    private final CallerContext callers;

    SignInAudit(AuditTrail trail, Denials denials, AuthFailures failures, CallerContext callers) {
        this.callers = callers;
        this.failures = failures;
        this.trail = trail;
        this.denials = denials;
    }

    /** In the transaction of what it tells. */
    Uni<Void> done(
            SqlClient tx, String action, String subject, @Nullable String address, String kind) {
        return trail.done(tx, attempt(action, subject, address), Map.of("sign_in", kind));
    }

    /**
     * @param word for the count of failures
     */
    void denied(
            String action,
            @Nullable String subject,
            @Nullable String address,
            String word,
            String why) {
        failures.count(word);
        denials.add(attempt(action, subject, address), null, why);
    }

    /** By who makes the current request. */
    SignInStore.Ended ended(String subject) {
        return ended(subject, callers.caller());
    }

    SignInStore.Ended ended(String subject, Caller caller) {
        return (tx, ended) ->
                trail.changed(
                        tx,
                        caller,
                        new AuditChange.Effect(
                                "session.end",
                                "sessions of " + subject,
                                new EndedSessions(ended),
                                null));
    }

    Uni<Void> reused(SqlClient tx, String subject, String address) {
        return trail.denied(
                tx,
                attempt(REFRESH, subject, address),
                401,
                "A spent refresh token came back: the sign-in was ended.");
    }

    private static Attempt attempt(
            String action, @Nullable String subject, @Nullable String address) {
        String trace = Trace.current().map(Trace::id).orElse(null);
        String kind = subject == null ? null : Identity.USER;
        return Attempt.of(
                new Attempt.Who(subject, kind, null, trace, address),
                action,
                Attempt.What.NOTHING_MORE);
    }
}
