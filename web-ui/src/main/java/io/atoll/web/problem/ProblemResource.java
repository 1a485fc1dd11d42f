package io.atoll.web.problem;

import io.atoll.contracts.problem.ProblemType;
import io.atoll.web.client.ApiFailure;
import io.atoll.web.client.Visitor;
import io.atoll.web.shell.Page;
import io.atoll.web.shell.PageFactory;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What a problem answer's type leads to. Open to everyone. */
@Path("/problems/{slug}")
@Produces(MediaType.TEXT_HTML)
class ProblemResource {

    @CheckedTemplate(basePath = "problem")
    static class Templates {
        static native TemplateInstance problem(Page page, ProblemPage text, String slug);

        private Templates() {}
    }

    private final PageFactory pages;
    private final Visitor visitor;

    ProblemResource(PageFactory pages, Visitor visitor) {
        this.pages = pages;
        this.visitor = visitor;
    }

    @GET
    public Uni<TemplateInstance> problem(String slug) {
        ProblemPage text =
                ProblemPage.read(slug)
                        .orElseThrow(
                                () ->
                                        ApiFailure.of(
                                                ProblemType.NOT_FOUND,
                                                "There is no problem type " + slug + "."));
        Uni<Page> page =
                visitor.signedIn()
                        ? pages.open(text.title(), Page.Section.NONE)
                        : Uni.createFrom().item(pages.bare(text.title()));
        return page.map(p -> Templates.problem(p, text, slug));
    }
}
