package io.atoll.gateway.door;

import io.atoll.gateway.door.rule.KeyPlaces;
import io.atoll.gateway.door.rule.SafeFields;
import io.atoll.gateway.door.rule.SafePath;
import io.atoll.gateway.identity.access.SourceAddress;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.kit.refusal.Malformed;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The first handler of every request: chooses between API, operation and pages by the path. */
@ApplicationScoped
class Door {

    /** After the trace filter of kit, before everything of Quarkus. */
    private static final int PRIORITY = 500;

    private final ApiDoor api;
    private final OperationDoor operation;
    private final PageDoor pages;
    private final Answers answers;
    private final SourceAddress addresses;

    Door(
            ApiDoor api,
            OperationDoor operation,
            PageDoor pages,
            Answers answers,
            SourceAddress addresses) {
        this.addresses = addresses;
        this.api = api;
        this.operation = operation;
        this.pages = pages;
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, PRIORITY);
    }

    private void enter(RoutingContext ctx) {
        addresses.note(ctx);
        String path = Visitor.path(ctx.request());
        if (KeyPlaces.holdsKey(ctx.request().query())) {
            nameInMetrics(ctx, "malformed");
            answers.refuse(ctx, KeyPlaces.inAddress());
        } else if (!SafePath.isSafe(path) || !SafePath.isSafeQuery(ctx.request().query())) {
            nameInMetrics(ctx, "malformed");
            answers.refuse(ctx, new Malformed("The address of this request is not well formed."));
        } else if (!SafeFields.areSafe(ctx.request().headers())) {
            nameInMetrics(ctx, "malformed");
            answers.refuse(ctx, new Malformed("The headers of this request are not well formed."));
        } else if (api.takes(path)) {
            api.enter(ctx, path);
        } else if (OperationDoor.takes(path)) {
            operation.enter(ctx, path);
        } else {
            pages.enter(ctx, path);
        }
    }

    /** Metrics carry templates, never paths: those have no end. */
    static void nameInMetrics(RoutingContext ctx, String template) {
        HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(ctx);
        if (metric != null) {
            metric.setTemplatePath(template);
        }
    }
}
