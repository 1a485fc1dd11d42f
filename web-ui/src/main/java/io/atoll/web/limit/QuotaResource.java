package io.atoll.web.limit;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.limit.LimitView;
import io.atoll.web.client.Partial;
import io.atoll.web.client.access.LimitClient;
import io.atoll.web.shell.Page;
import io.atoll.web.shell.PageFactory;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the visitor has left; below it, for who may see them, the limits of all. */
@Path("/limits")
@Produces(MediaType.TEXT_HTML)
class QuotaResource {

    @CheckedTemplate(basePath = "limit")
    static class Templates {
        static native TemplateInstance quota(
                Page page, List<QuotaLook> quotas, List<LimitLook> limits);

        static native TemplateInstance quota$mine(List<QuotaLook> quotas);

        private Templates() {}
    }

    private final PageFactory pages;
    private final LimitClient limits;

    QuotaResource(PageFactory pages, LimitClient limits) {
        this.pages = pages;
        this.limits = limits;
    }

    /**
     * @param part present: only what changes is answered
     */
    @GET
    public Uni<TemplateInstance> mine(@RestQuery @Nullable String part) {
        return part == null ? whole() : quotas().map(Templates::quota$mine);
    }

    private Uni<TemplateInstance> whole() {
        return Uni.combine()
                .all()
                .unis(pages.open("Limits", Page.Section.NONE), quotas())
                .asTuple()
                .flatMap(
                        two ->
                                all(two.getItem1())
                                        .map(
                                                all ->
                                                        Templates.quota(
                                                                two.getItem1(),
                                                                two.getItem2(),
                                                                all)));
    }

    private Uni<List<QuotaLook>> quotas() {
        return limits.mine().map(all -> all.stream().map(QuotaLook::of).toList());
    }

    private Uni<List<LimitLook>> all(Page page) {
        if (!page.viewer().may(Permission.LIMIT_VIEW.name())) {
            return Uni.createFrom().item(List.of());
        }
        return Partial.of(limits.list())
                .map(all -> all.or(List.<LimitView>of()).stream().map(LimitLook::of).toList());
    }
}
