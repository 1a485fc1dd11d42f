package io.atoll.web.create;

import io.atoll.web.form.FormState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The create page below its frame.
 *
 * @param runtimes every runtime there could be; empty where they cannot be listed
 * @param plan absent while the form is not complete or not valid
 * @param companions what a runtime of this machine can run beside the brokers
 * @param away why templates are missing, absent where they are not
 */
public record CreateView(
        List<TemplateChoice> choices,
        List<RuntimeOption> runtimes,
        FormState form,
        @Nullable PlanLook plan,
        List<String> companions,
        @Nullable String away) {

    public @Nullable TemplateChoice chosen() {
        return choices.stream().filter(TemplateChoice::chosen).findFirst().orElse(null);
    }

    /** The chosen template's value of a field, for its placeholder. */
    public String placeholder(String field) {
        TemplateChoice chosen = chosen();
        String value = chosen == null ? null : chosen.placeholder(field);
        return value == null ? "" : value;
    }
}
