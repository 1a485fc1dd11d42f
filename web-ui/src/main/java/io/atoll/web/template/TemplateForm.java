package io.atoll.web.template;

import io.atoll.contracts.problem.Problem;
import io.atoll.contracts.template.TemplateView;
import io.atoll.web.form.FormState;
import io.atoll.web.form.FormTree;
import io.atoll.web.form.Settings;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Between a template and the form that makes or edits it. */
final class TemplateForm {

    static final Set<String> FIELDS = fields();

    static FormState of(TemplateView template) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", template.name());
        values.put("category", template.category());
        values.put("description", template.description() == null ? "" : template.description());
        values.put("parent_id", template.parentId() == null ? "" : template.parentId());
        values.put("brokers", template.brokers() == null ? "" : template.brokers().toString());
        values.put("template_tags", String.join(", ", template.tags()));
        values.put("min_memory_mb", String.valueOf(template.resources().minMemoryMb()));
        values.put(
                "recommended_memory_mb",
                String.valueOf(template.resources().recommendedMemoryMb()));
        values.put("min_disk_gb", String.valueOf(template.resources().minDiskGb()));
        values.put("recommended_disk_gb", String.valueOf(template.resources().recommendedDiskGb()));
        values.putAll(Settings.values(Settings.TEMPLATE, template.defaultKafkaConfig()));
        values.put("_version", String.valueOf(template.version()));
        return FormState.of(values);
    }

    static FormState refused(MultivaluedMap<String, String> form, Problem problem) {
        return FormState.of(FormTree.values(form)).refused(problem, FIELDS);
    }

    static int version(MultivaluedMap<String, String> form) {
        String value = form.getFirst("_version");
        return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
    }

    private static Set<String> fields() {
        Set<String> all = new HashSet<>(Settings.fields(Settings.TEMPLATE));
        all.addAll(
                List.of(
                        "name",
                        "id",
                        "category",
                        "description",
                        "parent_id",
                        "from_cluster_id",
                        "brokers",
                        "min_memory_mb",
                        "recommended_memory_mb",
                        "min_disk_gb",
                        "recommended_disk_gb"));
        return Set.copyOf(all);
    }

    private TemplateForm() {}
}
