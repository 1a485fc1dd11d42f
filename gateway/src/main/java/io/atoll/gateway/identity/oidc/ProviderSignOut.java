package io.atoll.gateway.identity.oidc;

import io.atoll.gateway.identity.provider.CodeExchange;
import io.atoll.gateway.identity.provider.ProviderAnswer;
import io.atoll.gateway.identity.provider.Registration;
import io.atoll.gateway.identity.provider.SignedToken;
import io.atoll.gateway.identity.session.SignInService;
import io.atoll.kit.access.Caller;
import io.atoll.kit.problem.Trace;
import io.atoll.kit.refusal.Malformed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/**
 * Ends what somebody signed in when the provider says so (OpenID Connect Back-Channel Logout). The
 * token must name the subject. A replay ends what has ended, or makes somebody sign in once more
 * while it is young: it is taken for minutes only.
 */
@ApplicationScoped
class ProviderSignOut {
    private static final Logger LOG = Logger.getLogger(ProviderSignOut.class);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final Registrations registrations;
    private final CodeExchange exchange;
    private final StrangerStore users;
    private final SignInService signIns;

    ProviderSignOut(
            Registrations registrations,
            CodeExchange exchange,
            StrangerStore users,
            SignInService signIns) {
        this.registrations = registrations;
        this.exchange = exchange;
        this.users = users;
        this.signIns = signIns;
    }

    Uni<Void> end(@Nullable String token) {
        return Uni.createFrom()
                .optional(registrations.find())
                .onItem()
                .ifNull()
                .failWith(ProviderSignOut::refused)
                .chain(r -> exchange.claims(r, SignedToken.of(token)).chain(c -> end(r, c)))
                .onFailure(ProviderAnswer.class)
                .invoke(f -> LOG.warnf("A token to sign out is refused: %s", f.getMessage()))
                .onFailure(ProviderAnswer.class)
                .transform(_ -> refused());
    }

    private Uni<Void> end(Registration registration, JwtClaims claims) {
        boolean logout =
                claims.getClaimValue("events") instanceof Map<?, ?> events
                        && events.containsKey(EVENT)
                        && claims.getClaimValue("nonce") == null;
        if (!logout || !(claims.getClaimValue("sub") instanceof String subject)) {
            throw new ProviderAnswer("it is no token to sign out");
        }
        var provider = Caller.system("provider", Trace.current().orElseGet(Trace::fresh).id());
        return users.find(registration.issuer(), subject)
                .chain(
                        found ->
                                found.map(u -> signIns.endAll(u.name(), provider))
                                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Malformed refused() {
        return new Malformed("The logout token does not hold.");
    }
}
