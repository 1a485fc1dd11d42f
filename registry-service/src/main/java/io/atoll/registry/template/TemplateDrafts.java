package io.atoll.registry.template;

import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.template.TemplateRequest;
import io.atoll.kit.access.Caller;
import io.atoll.kit.refusal.Conflict;
import io.atoll.kit.refusal.Invalid;
import io.atoll.registry.spec.ConfigOverlay;
import io.atoll.registry.spec.Slug;
import io.atoll.registry.template.TemplateBody.Needs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes templates from requests, with the values of a cluster where one is named. */
@ApplicationScoped
class TemplateDrafts {

    private final SpecSource specs;
    private final Clock clock;

    TemplateDrafts(SpecSource specs, Clock clock) {
        this.specs = specs;
        this.clock = clock;
    }

    Uni<Template> first(TemplateRequest request, Caller caller, TemplateCatalogue all) {
        String id = request.id() == null ? Slug.of(request.name()) : request.id();
        if (id.isEmpty()) {
            throw new Invalid("/id", "cannot be made from this name; give one");
        }
        if (all.find(id).isPresent()) {
            throw new Conflict(
                    "The template id '%s'%s is taken. Give another id or change that template."
                            .formatted(id, request.id() == null ? ", made from the name," : ""));
        }
        return body(request, caller)
                .map(body -> new Template(id, 1, false, body, now(), caller.subject()));
    }

    Uni<Template> next(Template before, TemplateRequest request, Caller caller) {
        return body(request, caller)
                .map(
                        body ->
                                new Template(
                                        before.id(),
                                        before.version() + 1,
                                        false,
                                        body,
                                        before.createdAt(),
                                        before.createdBy()));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Uni<TemplateBody> body(TemplateRequest request, Caller caller) {
        return cluster(request.fromClusterId(), caller).map(spec -> body(request, spec));
    }

    private Uni<Optional<KafkaSpec>> cluster(@Nullable String id, Caller caller) {
        if (id == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return specs.find(id, caller)
                .call(
                        found ->
                                found.isPresent()
                                        ? Uni.createFrom().voidItem()
                                        : refuse(id, caller));
    }

    private Uni<Void> refuse(String id, Caller caller) {
        return specs.near(id, caller)
                .map(
                        near -> {
                            throw new Invalid(
                                    "/from_cluster_id",
                                    near.isEmpty()
                                            ? "is not a cluster"
                                            : "is not a cluster; did you mean "
                                                    + String.join(" or ", near)
                                                    + "?");
                        });
    }

    private static TemplateBody body(TemplateRequest request, Optional<KafkaSpec> cluster) {
        ConfigOverlay overlay = ConfigOverlay.merging();
        KafkaSpec spec = cluster.orElse(null);
        KafkaConfig under = spec == null ? KafkaConfig.empty() : spec.kafkaConfig();
        Integer brokers = request.brokers();
        return new TemplateBody(
                request.name(),
                request.description(),
                request.category() == null ? "custom" : request.category(),
                request.parentId(),
                brokers == null && spec != null ? Integer.valueOf(spec.brokers()) : brokers,
                overlay.kafka(under, request.defaultKafkaConfig()),
                overlay.restProxy(
                        spec == null ? null : spec.restProxyConfig(),
                        request.defaultRestProxyConfig()),
                overlay.ui(spec == null ? null : spec.uiConfig(), request.defaultUiConfig()),
                needs(request),
                request.tags() == null ? List.of() : request.tags());
    }

    private static Needs needs(TemplateRequest request) {
        return new Needs(
                request.minMemoryMb(),
                request.minDiskGb(),
                request.recommendedMemoryMb(),
                request.recommendedDiskGb());
    }
}
