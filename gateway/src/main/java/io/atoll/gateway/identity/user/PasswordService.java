package io.atoll.gateway.identity.user;

import io.atoll.contracts.user.PasswordRequest;
import io.atoll.gateway.audit.Attempt;
import io.atoll.gateway.audit.Denials;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.limit.AuthFailures;
import io.atoll.kit.problem.Trace;
import io.atoll.kit.refusal.TooManyRequests;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Sets passwords, which ends all that the user has signed in. */
@ApplicationScoped
class PasswordService {
    private static final String ACTION = "user.set-password";

    private final UserChanges changes;
    private final UserStore store;
    private final Passwords passwords;
    private final PasswordCheck check;
    private final Denials denials;
    private final AuthFailures failures;

    PasswordService(
            UserChanges changes,
            UserStore store,
            Passwords passwords,
            PasswordCheck check,
            Denials denials,
            AuthFailures failures) {
        this.changes = changes;
        this.store = store;
        this.passwords = passwords;
        this.check = check;
        this.denials = denials;
        this.failures = failures;
    }

    /** By an admin: no old password asked. */
    Uni<Void> set(String name, PasswordRequest request) {
        return set(name, request.newPassword(), request.isPasswordFirst());
    }

    /**
     * By the user itself. Who has found a session open could guess the old password here, so it is
     * counted and told as at a sign-in.
     *
     * @param address where the request came from
     */
    Uni<Void> change(String name, PasswordRequest request, String address) {
        String old = Optional.ofNullable(request.oldPassword()).orElse("");
        return check.find(name, old, address)
                .onFailure(TooManyRequests.class)
                .invoke(() -> denied(name, address, "locked", "Too many sign-ins had failed."))
                .invoke(found -> requireOld(found, name, address))
                .invoke(() -> PasswordRules.requireNew(old, request.newPassword()))
                .chain(() -> set(name, request.newPassword(), false));
    }

    private Uni<Void> set(String name, String password, boolean mustChange) {
        PasswordRules.requireNotTheName("/new_password", name, password);
        return passwords
                .hash(password)
                .chain(
                        hash ->
                                changes.one(
                                        ACTION,
                                        name,
                                        tx -> store.setPassword(tx, name, hash, mustChange)));
    }

    private void requireOld(PasswordCheck.Found found, String name, String address) {
        if (!found.passes()) {
            denied(name, address, "password", "The old password was wrong.");
        }
        PasswordRules.requireOld(found.passes());
    }

    private void denied(String name, String address, String word, String why) {
        failures.count(word);
        var who =
                new Attempt.Who(
                        name,
                        Identity.USER,
                        null,
                        Trace.current().map(Trace::id).orElse(null),
                        address);
        denials.add(Attempt.of(who, ACTION, Attempt.What.NOTHING_MORE), null, why);
    }
}
