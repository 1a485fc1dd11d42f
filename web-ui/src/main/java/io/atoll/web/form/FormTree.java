package io.atoll.web.form;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes JSON objects from form fields: dots nest, blank fields are left out. A number that is none
 * is passed on as text, so that the API says what is wrong with it.
 */
public final class FormTree {

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Pattern COMMA = Pattern.compile("\\s*[,\\n]\\s*");
    private static final Set<String> PAIRS =
            Set.of("custom_properties", "tags", "config", "clusters_config", "headers");
    private static final Set<String> LISTS = Set.of("template_tags");
    private static final Set<String> FLAGS =
            Set.of(
                    "auto_start",
                    "enabled",
                    "keep_data_on_delete",
                    "readonly_mode",
                    "topic_creation_enabled",
                    "topic_deletion_enabled");
    private static final Set<String> TEXTS =
            Set.of(
                    "name",
                    "id",
                    "kind",
                    "environment",
                    "runtime",
                    "template_id",
                    "parent_id",
                    "from_cluster_id",
                    "category",
                    "description",
                    "heap_size");

    /** Fields whose name begins with an underscore are not part of the request. */
    public static Map<String, Object> of(MultivaluedMap<String, String> form) {
        Map<String, Object> root = new LinkedHashMap<>();
        form.forEach(
                (name, values) -> {
                    String value = values.isEmpty() ? "" : values.getLast().strip();
                    if (!name.startsWith("_") && !value.isEmpty()) {
                        put(root, DOT.splitAsStream(name).toList(), value);
                    }
                });
        return root;
    }

    /** The fields as they were sent, for showing the form again. */
    public static Map<String, String> values(MultivaluedMap<String, String> form) {
        Map<String, String> values = new LinkedHashMap<>();
        form.forEach((name, all) -> values.put(name, all.isEmpty() ? "" : all.getLast()));
        return values;
    }

    /** One {@code key=value} a line; a line without '=' is a key with an empty value. */
    public static Map<String, String> pairs(@Nullable String lines) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : lines == null ? List.<String>of() : lines.lines().toList()) {
            int equals = line.indexOf('=');
            if (!line.isBlank()) {
                String key = equals < 0 ? line : line.substring(0, equals);
                pairs.put(key.strip(), equals < 0 ? "" : line.substring(equals + 1).strip());
            }
        }
        return pairs;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> node, List<String> path, String value) {
        String name = path.getFirst();
        if (path.size() > 1) {
            Object child = node.computeIfAbsent(name, n -> new LinkedHashMap<String, Object>());
            put((Map<String, Object>) child, path.subList(1, path.size()), value);
        } else if (LISTS.contains(name)) {
            node.put("tags", COMMA.splitAsStream(value).toList());
        } else {
            node.put(name, typed(name, value));
        }
    }

    private static Object typed(String name, String value) {
        if (PAIRS.contains(name)) {
            return pairs(value);
        }
        if (FLAGS.contains(name)) {
            return value.equals("true") || value.equals("on");
        }
        return TEXTS.contains(name) ? value : number(value);
    }

    private static Object number(String value) {
        String digits = value.replaceAll("[\\s_\u202f]", "");
        return digits.matches("-?\\d{1,18}") ? (Object) Long.valueOf(digits) : value;
    }

    private FormTree() {}
}
