package io.atoll.web.cluster;

import io.atoll.contracts.cluster.ClusterView;
import io.atoll.web.client.ApiFailure;
import io.atoll.web.client.ClusterClient;
import io.atoll.web.cluster.ConfigView.Clash;
import io.atoll.web.form.FormState;
import io.atoll.web.form.FormTree;
import io.atoll.web.form.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Edits a cluster's configuration. The form carries what it was opened with ({@code _was.field}),
 * so only what the visitor changed is sent, and what somebody else changed meanwhile can be told.
 */
@ApplicationScoped
class ConfigService {

    private static final List<String> MOVED_ON =
            List.of(
                    "The cluster moved on meanwhile, but none of these fields did."
                            + " Nothing was saved yet: save again.");

    private final ClusterClient clusters;

    ConfigService(ClusterClient clusters) {
        this.clusters = clusters;
    }

    /** What saving would do, or what is wrong with it. */
    Uni<ConfigView> plan(ClusterView cluster, MultivaluedMap<String, String> form) {
        ConfigView view = ConfigView.of(cluster, FormState.of(FormTree.values(form)));
        Map<String, Object> changed = changed(form);
        if (changed.isEmpty()) {
            return Uni.createFrom().item(view);
        }
        return clusters.planUpdate(cluster.id(), generation(form), changed)
                .map(view::planned)
                .onFailure(ApiFailure.class)
                .recoverWithUni(f -> refused(cluster, form, f));
    }

    Uni<ClusterView> save(String id, MultivaluedMap<String, String> form) {
        return clusters.update(id, generation(form), changed(form));
    }

    Uni<ConfigView> refused(
            ClusterView cluster, MultivaluedMap<String, String> form, Throwable failure) {
        if (!(failure instanceof ApiFailure refused) || refused.status() == 401) {
            return Uni.createFrom().failure(failure);
        }
        Map<String, String> values = new LinkedHashMap<>(FormTree.values(form));
        if (refused.status() == 412) {
            List<Clash> clashes = clashes(cluster, values);
            ConfigView.values(cluster).forEach((field, now) -> keepOwn(values, field, now));
            FormState renewed =
                    new FormState(values, Map.of(), clashes.isEmpty() ? MOVED_ON : List.of());
            return Uni.createFrom().item(ConfigView.of(cluster, renewed).clashing(clashes));
        }
        FormState wrong = FormState.of(values).refused(refused.problem(), ConfigView.FIELDS);
        return Uni.createFrom().item(ConfigView.of(cluster, wrong));
    }

    /** Fields whose value differs from the one the form was opened with. */
    private static Map<String, Object> changed(MultivaluedMap<String, String> form) {
        Map<String, Object> all = FormTree.of(form);
        Map<String, Object> changed = new LinkedHashMap<>();
        for (String field : ConfigView.FIELDS) {
            if (form.containsKey(field) && differs(form, field)) {
                copy(all, changed, field, form.getFirst(field));
            }
        }
        return changed;
    }

    private static boolean differs(MultivaluedMap<String, String> form, String field) {
        String was = form.getFirst("_was." + field);
        String now = form.getFirst(field);
        return !plain(was == null ? "" : was).equals(plain(now == null ? "" : now));
    }

    private static String plain(String text) {
        return text.replace("\r", "").strip();
    }

    @SuppressWarnings("unchecked")
    private static void copy(
            Map<String, Object> all, Map<String, Object> changed, String field, String raw) {
        String prefix = Settings.CLUSTER + ".";
        boolean nested = field.startsWith(prefix);
        String name = nested ? field.substring(prefix.length()) : field;
        Map<String, Object> source =
                nested ? (Map<String, Object>) all.getOrDefault(Settings.CLUSTER, Map.of()) : all;
        Map<String, Object> target =
                nested
                        ? (Map<String, Object>)
                                changed.computeIfAbsent(
                                        Settings.CLUSTER, k -> new LinkedHashMap<>())
                        : changed;
        boolean pairs = name.equals("tags") || name.equals("custom_properties");
        Object emptied = pairs ? Map.of() : raw.strip();
        target.put(name, source.getOrDefault(name, emptied));
    }

    /** The visitor's changes stay, everything else becomes what it is now. */
    private static void keepOwn(Map<String, String> values, String field, String now) {
        String was = values.get("_was." + field);
        boolean untouched = was == null || plain(was).equals(plain(values.getOrDefault(field, "")));
        if (field.startsWith("_") || untouched) {
            values.put(field, now);
        }
    }

    private static List<Clash> clashes(ClusterView cluster, Map<String, String> sent) {
        List<Clash> clashes = new ArrayList<>();
        ConfigView.values(cluster)
                .forEach(
                        (field, now) -> {
                            String was = sent.getOrDefault("_was." + field, now);
                            if (!field.startsWith("_") && !plain(was).equals(plain(now))) {
                                String yours = sent.getOrDefault(field, "");
                                clashes.add(new Clash(field, was, now, yours));
                            }
                        });
        return List.copyOf(clashes);
    }

    private static long generation(MultivaluedMap<String, String> form) {
        String value = form.getFirst("_generation");
        return value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }
}
