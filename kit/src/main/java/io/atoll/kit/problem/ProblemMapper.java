package io.atoll.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.atoll.contracts.problem.Problem;
import io.atoll.contracts.problem.ProblemType;
import io.atoll.kit.refusal.AtollException;
import io.atoll.kit.refusal.Forbidden;
import io.atoll.kit.refusal.TooManyRequests;
import io.atoll.kit.refusal.Unauthenticated;
import io.atoll.kit.refusal.Unavailable;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that a resource or the framework throws into a problem answer. */
public class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    public Response refusal(AtollException e, UriInfo uri) {
        var answer = answer(Problems.of(e, uri.getPath()));
        if (e.hides()) {
            answer.getHeaders().add(Problems.HIDES_HEADER, "true");
        }
        return answer;
    }

    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException e, UriInfo uri) {
        return json(e, uri);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(UriInfo uri) {
        return refusal(new Unauthenticated(), uri);
    }

    @ServerExceptionMapper(ForbiddenException.class)
    public Response forbidden(UriInfo uri) {
        return refusal(new Forbidden("You may not do this."), uri);
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e, UriInfo uri) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        if (e.getCause() instanceof JsonProcessingException json) {
            return json(json, uri);
        }
        if (e instanceof NotFoundException && e.getCause() != null) {
            return answer(WrongParameter.problem(e.getCause(), uri));
        }
        var type = Problems.typeOf(status);
        if (type == ProblemType.INTERNAL) {
            return unexpected(e, uri);
        }
        return answer(Problems.of(type, HttpDetail.of(type, uri.getPath()), uri.getPath()));
    }

    /** Thrown by the reader of bodies as it is: nested too deeply, a number or a name too long. */
    @ServerExceptionMapper
    public Response beyondLimits(StreamConstraintsException e, UriInfo uri) {
        return json(e, uri);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e, UriInfo uri) {
        if (Outage.causes(e)) {
            LOG.warnf("%s: %s", uri.getPath(), e);
            return refusal(new Unavailable("The database cannot be reached. Try again."), uri);
        }
        LOG.errorf(e, "Unexpected failure of %s", uri.getPath());
        return answer(
                Problems.of(
                        ProblemType.INTERNAL,
                        "This is a fault of the service. Its log has more under the trace id.",
                        uri.getPath()));
    }

    private static Response json(JsonProcessingException e, UriInfo uri) {
        var error = JsonErrors.of(e);
        return answer(
                Problems.of(
                        ProblemType.MALFORMED_REQUEST,
                        error.pointer() + ": " + error.detail(),
                        uri.getPath(),
                        List.of(error)));
    }

    private static Response answer(Problem problem) {
        var answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        var retryAfter = problem.members().get(TooManyRequests.RETRY_AFTER_SECONDS);
        return retryAfter == null
                ? answer.build()
                : answer.header("Retry-After", retryAfter).build();
    }
}
