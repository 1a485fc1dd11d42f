package io.atoll.web.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.atoll.web.client.access.ExchangeClient;
import io.atoll.web.form.FormState;
import io.atoll.web.form.Refused;
import io.atoll.web.shell.Page;
import io.atoll.web.shell.Page.Crumb;
import io.atoll.web.shell.PageFactory;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Who may do what, taken out as a file and taken in again. */
@Path("/access/exchange")
@Produces(MediaType.TEXT_HTML)
class ExchangeResource {

    private static final String TITLE = "Import and export";

    @CheckedTemplate(basePath = "exchange")
    static class Templates {
        static native TemplateInstance exchange(Page page, ExchangeView view);

        private Templates() {}
    }

    private final PageFactory pages;
    private final ExchangeClient exchange;
    private final ObjectReader reader;

    ExchangeResource(PageFactory pages, ExchangeClient exchange, ObjectMapper mapper) {
        this.pages = pages;
        this.exchange = exchange;
        this.reader = mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @GET
    public Uni<TemplateInstance> form() {
        return page(ExchangeView.BLANK);
    }

    /** Shows what the document would change. */
    @POST
    @Path("plan")
    public Uni<Response> plan(@RestForm @Nullable String document) {
        return take(document, true);
    }

    @POST
    public Uni<Response> take(@RestForm @Nullable String document) {
        return take(document, false);
    }

    private Uni<Response> take(@Nullable String document, boolean dryRun) {
        String text = document == null ? "" : document.strip();
        FormState state = FormState.of(Map.of(ExchangeView.DOCUMENT, text));
        if (text.isEmpty()) {
            return wrong(state, "is needed");
        }
        try {
            return take(state, reader.readTree(text), dryRun);
        } catch (JsonProcessingException e) {
            return wrong(state, why(e));
        }
    }

    private Uni<Response> wrong(FormState state, String words) {
        return Refused.again(
                page(new ExchangeView(state.wrong(ExchangeView.DOCUMENT, words), null)));
    }

    private Uni<Response> take(FormState state, JsonNode json, boolean dryRun) {
        return Refused.beside(
                exchange.take(json, dryRun)
                        .chain(plan -> page(new ExchangeView(state, plan)))
                        .map(html -> Response.ok(html).build()),
                problem ->
                        page(
                                new ExchangeView(
                                        state.refused(problem, Set.of(ExchangeView.DOCUMENT)),
                                        null)));
    }

    private static String why(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null
                ? "is not JSON"
                : "is not JSON at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    private Uni<TemplateInstance> page(ExchangeView view) {
        return pages.open(
                        TITLE,
                        Page.Section.ACCESS,
                        new Crumb("Access", "/access"),
                        new Crumb(TITLE, null))
                .map(page -> Templates.exchange(page, view));
    }
}
