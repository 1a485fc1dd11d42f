package io.atoll.kit.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.access.Grant;
import io.atoll.kit.problem.Trace;
import io.atoll.kit.problem.Unauthenticated;
import io.quarkus.arc.DefaultBean;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** Reads the gateway's signed internal token; {@code mp.jwt.verify.*} says what holds. */
@DefaultBean
@ApplicationScoped
class TokenCallerSource implements CallerSource {

    private static final Logger LOG = Logger.getLogger(TokenCallerSource.class);
    private static final String BEARER = "Bearer ";

    private final JWTParser parser;
    private final ObjectMapper mapper;

    TokenCallerSource(JWTParser parser, ObjectMapper mapper) {
        this.parser = parser;
        this.mapper = mapper;
    }

    @Override
    public Uni<Caller> identify(RoutingContext request) {
        var header = request.request().getHeader("Authorization");
        if (header == null || !header.startsWith(BEARER)) {
            return Uni.createFrom().failure(new Unauthenticated());
        }
        try {
            return Uni.createFrom().item(caller(parser.parse(header.substring(BEARER.length()))));
        } catch (ParseException | JsonProcessingException e) {
            LOG.debugf(e, "A token is refused");
            return Uni.createFrom().failure(new Unauthenticated());
        }
    }

    private Caller caller(JsonWebToken token) throws JsonProcessingException {
        return new Caller(
                token.getSubject(),
                String.valueOf(token.<Object>getClaim("kind")),
                grants(token),
                Trace.current().orElseGet(Trace::fresh).id());
    }

    private List<Grant> grants(JsonWebToken token) throws JsonProcessingException {
        var json = token.<Object>getClaim("grants");
        return json == null
                ? List.of()
                : Arrays.asList(mapper.readValue(json.toString(), Grant[].class));
    }
}
