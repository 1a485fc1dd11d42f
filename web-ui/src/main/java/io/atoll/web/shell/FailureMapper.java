package io.atoll.web.shell;

import io.atoll.contracts.problem.Problem;
import io.atoll.contracts.problem.ProblemType;
import io.atoll.web.client.ApiFailure;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what went wrong into a page that helps, or into a toast for a part of a page. */
class FailureMapper {

    private static final Logger LOG = Logger.getLogger(FailureMapper.class);

    @CheckedTemplate(basePath = "shell")
    static class Templates {
        static native TemplateInstance failure(
                Page page, Problem problem, String advice, List<String> near, String shelf);

        private Templates() {}
    }

    private final PageFactory pages;
    private final Toasts toasts;

    FailureMapper(PageFactory pages, Toasts toasts) {
        this.pages = pages;
        this.toasts = toasts;
    }

    @ServerExceptionMapper
    public Uni<Response> refused(ApiFailure failure, UriInfo uri, HttpHeaders headers) {
        if (failure.status() == 401) {
            return Uni.createFrom().item(SignIn.redirect(uri, headers));
        }
        return answer(failure, uri, headers);
    }

    @ServerExceptionMapper
    public Uni<Response> routed(WebApplicationException failure, UriInfo uri, HttpHeaders headers) {
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return Uni.createFrom().item(failure.getResponse());
        }
        ProblemType type =
                switch (status) {
                    case 404 -> ProblemType.NOT_FOUND;
                    case 405 -> ProblemType.METHOD_NOT_ALLOWED;
                    default -> ProblemType.MALFORMED_REQUEST;
                };
        String detail = status == 404 ? "There is no such page." : type.title() + ".";
        return answer(ApiFailure.of(type, detail), uri, headers);
    }

    @ServerExceptionMapper
    public Uni<Response> broken(RuntimeException failure, UriInfo uri, HttpHeaders headers) {
        LOG.error("A page failed", failure);
        return answer(
                ApiFailure.of(ProblemType.INTERNAL, "This page could not be made."), uri, headers);
    }

    private Uni<Response> answer(ApiFailure failure, UriInfo uri, HttpHeaders headers) {
        Problem problem = failure.problem();
        if (headers.getHeaderString("HX-Request") != null) {
            return Uni.createFrom()
                    .item(toasts.on(Response.status(problem.status()), "error", failure.words()));
        }
        return pages.open(problem.title(), Page.Section.NONE)
                .onFailure()
                .recoverWithItem(() -> pages.bare(problem.title()))
                .map(page -> page(page, problem, Advice.shelf(uri.getPath())));
    }

    private static Response page(Page page, Problem problem, String shelf) {
        TemplateInstance html =
                Templates.failure(page, problem, Advice.on(problem.status()), near(problem), shelf);
        return Response.status(problem.status()).entity(html).type(MediaType.TEXT_HTML).build();
    }

    private static List<String> near(Problem problem) {
        return problem.members().get("near") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }
}
