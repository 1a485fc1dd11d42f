package io.atoll.registry.template;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.RetentionPolicy;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.contracts.template.TemplateView.Defaults;
import io.atoll.registry.spec.SpecPointers;
import io.atoll.registry.spec.SpecValidator;
import io.atoll.registry.template.TemplateBody.Needs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a template among all the others. Pure. */
final class TemplateChecks {

    private static final SpecValidator VALIDATOR = new SpecValidator();

    private TemplateChecks() {}

    /**
     * @param all with the template in the version to be checked
     */
    static List<FieldError> validate(TemplateCatalogue all, String id) {
        List<FieldError> errors = new ArrayList<>();
        TemplateBody body = all.get(id).body();
        String parent = body.parentId();
        if (parent != null && all.find(parent).isEmpty()) {
            List<String> near = all.near(parent);
            errors.add(
                    new FieldError(
                            "/parent_id",
                            "is not a template"
                                    + (near.isEmpty()
                                            ? ""
                                            : "; did you mean "
                                                    + String.join(" or ", near)
                                                    + "?")));
        }
        all.resolver()
                .circle(id)
                .ifPresentOrElse(
                        circle ->
                                errors.add(
                                        new FieldError("/parent_id", "makes a circle: " + circle)),
                        () -> errors.addAll(values(all, id)));
        errors.addAll(needs(body.needs()));
        return errors;
    }

    /** Templates that extend this one and that its new values would spoil. */
    static List<String> spoiled(TemplateCatalogue all, String id) {
        return all.resolver().descendants(id).stream()
                .filter(other -> !values(all, other).isEmpty())
                .toList();
    }

    private static List<FieldError> values(TemplateCatalogue all, String id) {
        Defaults d = all.resolver().resolve(id);
        KafkaSpec spec =
                new KafkaSpec(
                        RuntimeName.PROCESS,
                        true,
                        0,
                        0,
                        d.brokers(),
                        d.kafkaConfig(),
                        d.restProxyConfig(),
                        d.uiConfig(),
                        null,
                        RetentionPolicy.DEFAULT);
        return VALIDATOR.validate(spec, SpecPointers.TEMPLATE);
    }

    private static List<FieldError> needs(Needs needs) {
        List<FieldError> errors = new ArrayList<>();
        order(needs.minMemoryMb(), needs.recommendedMemoryMb(), "memory_mb", errors);
        order(needs.minDiskGb(), needs.recommendedDiskGb(), "disk_gb", errors);
        return errors;
    }

    private static void order(
            @Nullable Integer least,
            @Nullable Integer recommended,
            String what,
            List<FieldError> errors) {
        if (least != null && recommended != null && recommended < least) {
            errors.add(new FieldError("/recommended_" + what, "must be at least min_" + what));
        }
    }
}
