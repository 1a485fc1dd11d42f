package io.atoll.gateway.identity.provider;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;

/** Asks the provider: where to send a browser, who came back, whose sessions are to end. */
@ApplicationScoped
public class CodeExchange {
    private final Provider provider;
    private final ProviderCalls calls;
    private final OidcConfig config;
    private final Clock clock;

    CodeExchange(Provider provider, ProviderCalls calls, OidcConfig config, Clock clock) {
        this.provider = provider;
        this.calls = calls;
        this.config = config;
        this.clock = clock;
    }

    /** The address to send the browser of an attempt to. */
    public Uni<String> address(Registration registration, Attempt attempt) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", registration.clientId());
        query.put("redirect_uri", registration.redirect().toString());
        query.put("scope", config.scopes());
        query.put("state", attempt.state());
        query.put("nonce", attempt.nonce());
        query.put("code_challenge", attempt.challenge());
        query.put("code_challenge_method", "S256");
        return provider.document(registration)
                .map(
                        d -> {
                            String to = d.authorization().toString();
                            return to
                                    + (to.contains("?") ? "&" : "?")
                                    + ProviderCalls.encode(query);
                        });
    }

    /**
     * Exchanges the code for a token and reads who it is about. The issuer is looked at before the
     * code is shown to anybody: it may be the code of another provider (RFC 9207).
     */
    public Uni<Stranger> redeem(
            Registration registration, Attempt attempt, Return back, String code) {
        return provider.document(registration)
                .invoke(d -> requireFrom(registration, d, back))
                .chain(
                        d ->
                                token(registration, d, attempt, code)
                                        .chain(t -> claims(d, t, registration)))
                .invoke(claims -> requireNonce(claims, attempt))
                .map(claims -> Stranger.of(claims, registration, config));
    }

    /** The claims of a token that the provider signed for us. */
    public Uni<JwtClaims> claims(Registration registration, SignedToken token) {
        return provider.document(registration).chain(d -> claims(d, token, registration));
    }

    private Uni<JwtClaims> claims(ProviderDocument d, SignedToken token, Registration of) {
        return provider.keys(d, token)
                .map(keys -> TokenProof.claims(token, keys, of, clock.instant()));
    }

    private Uni<SignedToken> token(
            Registration registration, ProviderDocument d, Attempt attempt, String code) {
        var form = new HashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", registration.redirect().toString());
        form.put("code_verifier", attempt.verifier());
        Optional<String> header = registration.basic().filter(_ -> !d.secretInBody());
        if (header.isEmpty()) {
            form.put("client_id", registration.clientId());
            registration.clientSecret().ifPresent(s -> form.put("client_secret", s));
        }
        return post(d, form, header).map(json -> SignedToken.of(json.getValue("id_token")));
    }

    private Uni<JsonObject> post(
            ProviderDocument d, Map<String, String> form, Optional<String> header) {
        return calls.post(d.token(), form, header);
    }

    private static void requireFrom(Registration registration, ProviderDocument d, Return back) {
        String issuer = back.issuer();
        if (issuer == null ? d.namesItself() : !issuer.equals(registration.issuer())) {
            throw new ProviderAnswer("it came from another issuer");
        }
    }

    private static void requireNonce(JwtClaims claims, Attempt attempt) {
        if (!attempt.nonce().equals(claims.getClaimValue("nonce"))) {
            throw new ProviderAnswer("a token of another sign-in");
        }
    }
}
