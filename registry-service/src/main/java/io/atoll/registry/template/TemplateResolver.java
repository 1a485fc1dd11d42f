package io.atoll.registry.template;

import io.atoll.contracts.template.TemplateView.Defaults;
import io.atoll.contracts.template.TemplateView.Resources;
import io.atoll.registry.spec.ConfigOverlay;
import io.atoll.registry.spec.NeedCalculator;
import io.atoll.registry.spec.SpecFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fills a template with its ancestors' values. Pure. */
final class TemplateResolver {

    private final Map<String, TemplateBody> all;

    TemplateResolver(Map<String, TemplateBody> all) {
        this.all = all;
    }

    /** The circle that a template's ancestry runs into, empty where there is none. */
    Optional<String> circle(String id) {
        Set<String> seen = new LinkedHashSet<>();
        for (@Nullable String at = id; at != null; at = parent(at)) {
            if (!seen.add(at)) {
                return Optional.of(String.join(" → ", seen) + " → " + at);
            }
        }
        return Optional.empty();
    }

    /** The values of a template without a circle; every field is set. */
    Defaults resolve(String id) {
        ConfigOverlay overlay = ConfigOverlay.merging();
        Defaults values = SpecFactory.GROUND;
        for (TemplateBody body : ancestry(id)) {
            values =
                    new Defaults(
                            body.brokers() == null ? values.brokers() : body.brokers(),
                            overlay.kafka(values.kafkaConfig(), body.kafkaConfig()),
                            overlay.restProxy(values.restProxyConfig(), body.restProxyConfig()),
                            overlay.ui(values.uiConfig(), body.uiConfig()));
        }
        return values;
    }

    /**
     * What a template needs: as it or its nearest ancestor says, else worked out from its heaps.
     */
    Resources resources(String id) {
        Defaults values = resolve(id);
        int memory =
                (int)
                        NeedCalculator.memoryMb(
                                values.brokers(),
                                values.kafkaConfig(),
                                values.restProxyConfig(),
                                values.uiConfig());
        int minMemory = need(id, TemplateBody.Needs::minMemoryMb, memory);
        int minDisk = need(id, TemplateBody.Needs::minDiskGb, values.brokers());
        return new Resources(
                minMemory,
                minDisk,
                Math.max(minMemory, need(id, TemplateBody.Needs::recommendedMemoryMb, 2 * memory)),
                Math.max(
                        minDisk,
                        need(id, TemplateBody.Needs::recommendedDiskGb, 2 * values.brokers())));
    }

    /** Ids of the templates that extend this one, directly or through others. */
    List<String> descendants(String id) {
        return all.keySet().stream()
                .filter(other -> !other.equals(id))
                .filter(other -> circle(other).isEmpty() && ancestryIds(other).contains(id))
                .sorted()
                .toList();
    }

    List<String> children(String id) {
        return all.entrySet().stream()
                .filter(e -> id.equals(e.getValue().parentId()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private int need(
            String id, Function<TemplateBody.Needs, @Nullable Integer> which, int otherwise) {
        int found = otherwise;
        for (TemplateBody body : ancestry(id)) {
            Integer said = which.apply(body.needs());
            found = said == null ? found : said;
        }
        return found;
    }

    private List<TemplateBody> ancestry(String id) {
        return ancestryIds(id).stream().map(all::get).filter(Objects::nonNull).toList();
    }

    /** From the oldest ancestor to the template itself; stops where it would go in a circle. */
    private Deque<String> ancestryIds(String id) {
        Deque<String> ids = new ArrayDeque<>();
        for (@Nullable String at = id; at != null && !ids.contains(at); at = parent(at)) {
            ids.addFirst(at);
        }
        return ids;
    }

    private @Nullable String parent(String id) {
        TemplateBody body = all.get(id);
        return body == null ? null : body.parentId();
    }
}
