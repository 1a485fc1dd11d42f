package io.atoll.kit.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.access.Grant;
import io.atoll.kit.problem.Trace;
import io.atoll.kit.refusal.Unauthenticated;
import io.quarkus.arc.DefaultBean;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads the gateway's signed internal token; {@code mp.jwt.verify.*} says what holds. */
@DefaultBean
@ApplicationScoped
class TokenCallerSource implements CallerSource {

    private static final Logger LOG = Logger.getLogger(TokenCallerSource.class);
    private static final String BEARER = "Bearer ";

    private final JWTParser parser;
    private final ObjectMapper mapper;
    private final ProvenTokens tokens;

    TokenCallerSource(JWTParser parser, ObjectMapper mapper, ProvenTokens tokens) {
        this.parser = parser;
        this.mapper = mapper;
        this.tokens = tokens;
    }

    @Override
    public Uni<Caller> identify(RoutingContext request) {
        var header = request.request().getHeader("Authorization");
        if (header == null || !header.startsWith(BEARER)) {
            return Uni.createFrom().failure(new Unauthenticated());
        }
        try {
            var proven = tokens.prove(header.substring(BEARER.length()), this::proof);
            return Uni.createFrom().item(caller(proven, attempt(request)));
        } catch (ParseException e) {
            LOG.debugf(e, "A token is refused");
            return Uni.createFrom().failure(new Unauthenticated());
        }
    }

    private static Caller caller(ProvenTokens.Proven token, @Nullable UUID attempt) {
        return new Caller(
                token.subject(),
                token.kind(),
                token.grants(),
                Trace.current().orElseGet(Trace::fresh).id(),
                attempt);
    }

    /** Comes with the token, so from the gateway. */
    private static @Nullable UUID attempt(RoutingContext request) {
        var id = request.request().getHeader(Caller.ATTEMPT_HEADER);
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private ProvenTokens.Proven proof(String token) throws ParseException {
        var claims = parser.parse(token);
        return new ProvenTokens.Proven(
                claims.getSubject(),
                String.valueOf(claims.<Object>getClaim("kind")),
                grants(claims),
                Instant.ofEpochSecond(claims.getExpirationTime()));
    }

    private List<Grant> grants(JsonWebToken token) throws ParseException {
        var json = token.<Object>getClaim("grants");
        try {
            return json == null
                    ? List.of()
                    : Arrays.asList(mapper.readValue(json.toString(), Grant[].class));
        } catch (JsonProcessingException e) {
            throw new ParseException("The grants cannot be read", e);
        }
    }
}
