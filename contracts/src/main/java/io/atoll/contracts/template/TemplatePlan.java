package io.atoll.contracts.template;

import io.atoll.contracts.cluster.ClusterPlan.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mutation of a template would do: the answer to {@code ?dry_run=true}.
 *
 * @param action create, update or delete
 * @param changes field by field, with values before and after
 * @param template as it would be, absent for a delete
 */
public record TemplatePlan(
        String action, String templateId, List<Change> changes, @Nullable TemplateView template) {

    public TemplatePlan {
        changes = List.copyOf(changes);
    }
}
