package io.atoll.registry.template;

import io.atoll.contracts.template.TemplatePlan;
import io.atoll.contracts.template.TemplateView;
import io.atoll.registry.request.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What came of a request about one template. */
sealed interface TemplateAnswer {

    record Created(TemplateView view) implements TemplateAnswer {}

    record Current(TemplateView view) implements TemplateAnswer {}

    record Deleted() implements TemplateAnswer {}

    record Planned(TemplatePlan plan) implements TemplateAnswer {}

    default RestResponse<Object> http() {
        return switch (this) {
            case Created(var view) ->
                    ResponseBuilder.<Object>create(Status.CREATED, view)
                            .header(HttpHeaders.LOCATION, "/api/v1/templates/" + view.id())
                            .header(HttpHeaders.ETAG, EntityTag.of(view.version()))
                            .build();
            case Current(var view) ->
                    ResponseBuilder.<Object>ok(view)
                            .header(HttpHeaders.ETAG, EntityTag.of(view.version()))
                            .build();
            case Deleted() -> RestResponse.noContent();
            case Planned(var plan) -> RestResponse.ok(plan);
        };
    }
}
