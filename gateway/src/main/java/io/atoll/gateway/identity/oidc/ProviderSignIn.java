package io.atoll.gateway.identity.oidc;

import io.atoll.gateway.identity.access.Ticket;
import io.atoll.gateway.identity.limit.AuthFailures;
import io.atoll.gateway.identity.provider.Attempt;
import io.atoll.gateway.identity.provider.CodeExchange;
import io.atoll.gateway.identity.provider.OidcConfig;
import io.atoll.gateway.identity.provider.Registration;
import io.atoll.gateway.identity.provider.Return;
import io.atoll.gateway.identity.provider.Stranger;
import io.atoll.gateway.identity.session.Origin;
import io.atoll.gateway.identity.session.SignInService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in by the provider.
 *
 * <pre>
 * begin   attempt stored, its secret in a cookie   → browser goes to the provider
 * finish  attempt taken, once, by state and cookie → code for token → user with its rights → session
 * </pre>
 *
 * All failures are {@link NotAdmitted}.
 */
@ApplicationScoped
class ProviderSignIn {
    private static final Logger LOG = Logger.getLogger(ProviderSignIn.class);

    private final AttemptStore attempts;
    private final CodeExchange exchange;
    private final StrangerStore users;
    private final SignInService signIns;
    private final AuthFailures failures;
    private final GroupMapping mapping;

    /** Where to send a browser, and the secret to give it on the way. */
    record Departure(String address, String browser) {}

    /** A session, and where to go with it. */
    record Arrival(Ticket ticket, String next) {}

    ProviderSignIn(
            AttemptStore attempts,
            CodeExchange exchange,
            StrangerStore users,
            SignInService signIns,
            AuthFailures failures,
            OidcConfig config) {
        this.attempts = attempts;
        this.exchange = exchange;
        this.users = users;
        this.signIns = signIns;
        this.failures = failures;
        this.mapping = GroupMapping.of(config);
    }

    Uni<Departure> begin(Registration registration, String next) {
        Attempt attempt = Attempt.fresh(next);
        return exchange.address(registration, attempt)
                .call(() -> attempts.insert(attempt).invoke(ProviderSignIn::requireRoom))
                .map(address -> new Departure(address, attempt.browser()))
                .onFailure(f -> !(f instanceof NotAdmitted))
                .transform(this::away);
    }

    Uni<Arrival> finish(Registration registration, Return back, Origin from) {
        return attempts.take(text(back.state()), text(back.browser()))
                .map(found -> found.orElseThrow(this::unknown))
                .chain(
                        attempt ->
                                stranger(registration, attempt, back)
                                        .chain(this::admit)
                                        .chain(a -> signIns.admit(a.name(), a.epoch(), from))
                                        .map(ticket -> new Arrival(ticket, attempt.next())))
                .onFailure(f -> !(f instanceof NotAdmitted))
                .transform(this::away);
    }

    private Uni<Stranger> stranger(Registration registration, Attempt attempt, Return back) {
        String code = back.code();
        return back.error() != null || code == null
                ? Uni.createFrom().failure(refused("denied", "the provider let nobody in"))
                : exchange.redeem(registration, attempt, back, code);
    }

    private Uni<StrangerStore.Admitted> admit(Stranger stranger) {
        return users.admit(
                        stranger,
                        mapping.groupsOf(stranger.groups()),
                        mapping.rolesOf(stranger.groups()))
                .map(
                        found ->
                                found.orElseThrow(
                                        () -> refused("taken", "the name is another user's")))
                .invoke(this::requireEnabled);
    }

    private void requireEnabled(StrangerStore.Admitted user) {
        if (user.disabled()) {
            throw refused("denied", "the user is disabled");
        }
    }

    private static void requireRoom(boolean inserted) {
        if (!inserted) {
            throw new NotAdmitted("provider", "too many sign-ins are on their way");
        }
    }

    private NotAdmitted unknown() {
        return refused("stale", "the state is not one of ours");
    }

    private NotAdmitted refused(String word, String why) {
        failures.count("oidc");
        LOG.infof("Sign-in by the provider failed: %s", why);
        return new NotAdmitted(word, why);
    }

    private NotAdmitted away(Throwable failure) {
        failures.count("oidc");
        LOG.warnf("Sign-in by the provider failed: %s", failure);
        return new NotAdmitted("provider", "the provider cannot be asked");
    }

    private static String text(@Nullable String given) {
        return Optional.ofNullable(given).filter(t -> t.length() <= 200).orElse("");
    }
}
