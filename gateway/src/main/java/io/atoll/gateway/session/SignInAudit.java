package io.atoll.gateway.session;

import io.atoll.gateway.access.Identity;
import io.atoll.gateway.audit.Attempt;
import io.atoll.gateway.audit.AuditTrail;
import io.atoll.gateway.audit.Denials;
import io.atoll.gateway.limit.AuthFailures;
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
    static final String SIGN_IN = "sign_in";
    static final String SIGN_OUT = "sign_out";
    static final String REFRESH = "refresh";

    private final AuditTrail trail;
    private final Denials denials;
    private final AuthFailures failures;

    SignInAudit(AuditTrail trail, Denials denials, AuthFailures failures) {
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
                new Attempt.Who(subject, kind, trace, address), action, Attempt.What.NOTHING_MORE);
    }
}
