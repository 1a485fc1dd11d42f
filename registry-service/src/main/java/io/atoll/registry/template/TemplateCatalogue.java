package io.atoll.registry.template;

import io.atoll.contracts.template.TemplateView;
import io.atoll.contracts.template.TemplateView.Defaults;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.refusal.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All templates in their newest versions, at one moment. */
final class TemplateCatalogue {

    private final Map<String, Template> byId;
    private final TemplateResolver resolver;

    TemplateCatalogue(List<Template> templates) {
        this.byId = new TreeMap<>();
        templates.forEach(t -> byId.put(t.id(), t));
        this.resolver =
                new TemplateResolver(
                        templates.stream().collect(Collectors.toMap(Template::id, Template::body)));
    }

    /** This catalogue with one template more, or with another version of it. */
    TemplateCatalogue with(Template template) {
        Map<String, Template> all = new TreeMap<>(byId);
        all.put(template.id(), template);
        return new TemplateCatalogue(List.copyOf(all.values()));
    }

    TemplateResolver resolver() {
        return resolver;
    }

    Optional<Template> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Template get(String id) {
        return find(id).orElseThrow(() -> new NotFound("template", id, near(id)));
    }

    /** Ids like the wanted one; where none is, those that it begins, as in {@code prod}. */
    List<String> near(String id) {
        List<String> near = NearNames.of(id, byId.keySet());
        return near.isEmpty()
                ? byId.keySet().stream().filter(known -> known.startsWith(id)).limit(3).toList()
                : near;
    }

    Optional<ResolvedTemplate> resolve(String id) {
        return find(id).map(
                        t ->
                                new ResolvedTemplate(
                                        t.id(),
                                        t.version(),
                                        resolver.resolve(t.id()),
                                        resolver.resources(t.id())));
    }

    List<TemplateView> views(@Nullable String category) {
        return byId.values().stream()
                .filter(t -> category == null || category.equals(t.body().category()))
                .map(t -> view(t.id()))
                .toList();
    }

    TemplateView view(String id) {
        return view(get(id), resolver.resolve(id));
    }

    /** A version as it was, without its parents' values, which may have changed since. */
    TemplateView versionView(Template version) {
        return view(version, null);
    }

    private TemplateView view(Template t, @Nullable Defaults resolved) {
        TemplateBody body = t.body();
        TemplateResolver own = resolved == null ? with(t).resolver : resolver;
        return new TemplateView(
                t.id(),
                body.name(),
                body.description(),
                body.category(),
                body.parentId(),
                t.version(),
                body.brokers(),
                body.kafkaConfig(),
                body.restProxyConfig(),
                body.uiConfig(),
                own.resources(t.id()),
                body.tags(),
                t.builtin(),
                t.createdAt(),
                t.createdBy(),
                resolved);
    }
}
