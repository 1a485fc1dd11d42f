package io.atoll.web.audit;

import io.atoll.contracts.audit.AuditVerificationView;
import io.atoll.contracts.cluster.ClusterView;
import io.atoll.web.client.ClusterClient;
import io.atoll.web.client.Partial;
import io.atoll.web.client.access.AuditClient;
import io.atoll.web.shell.Page;
import io.atoll.web.shell.PageFactory;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Who did what. */
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
class AuditResource {

    @CheckedTemplate(basePath = "audit")
    static class Templates {
        static native TemplateInstance list(Page page, AuditPage view, List<ClusterView> clusters);

        private Templates() {}
    }

    private final PageFactory pages;
    private final AuditClient audit;
    private final ClusterClient clusters;
    private final EntryFactory entries;

    AuditResource(
            PageFactory pages, AuditClient audit, ClusterClient clusters, EntryFactory entries) {
        this.pages = pages;
        this.audit = audit;
        this.clusters = clusters;
        this.entries = entries;
    }

    @GET
    public Uni<TemplateInstance> list(@BeanParam AuditFilter filter) {
        return Uni.combine()
                .all()
                .unis(
                        pages.open("Audit", Page.Section.AUDIT),
                        Partial.of(audit.page(filter.page())),
                        check(filter),
                        Partial.of(clusters.list()))
                .with(
                        (page, found, check, list) ->
                                Templates.list(
                                        page,
                                        AuditPage.of(filter, found, check, entries::look),
                                        list.or(List.of())));
    }

    private Uni<Partial<AuditVerificationView>> check(AuditFilter filter) {
        return filter.checks()
                ? Partial.of(audit.verification())
                : Uni.createFrom().item(new Partial<>(null, null));
    }
}
