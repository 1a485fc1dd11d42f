package io.atoll.registry.runtime;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.contracts.runtime.RuntimesObserved;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.registry.runtime.RuntimeConfig.Preference;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The runtime of a new cluster. Pure.
 *
 * @param diskFreeBytes what it has; more than anybody asks for where that is not known
 * @param errors why it cannot be made there; empty where it can
 */
public record RuntimeChoice(RuntimeName runtime, long diskFreeBytes, List<FieldError> errors) {

    private static final String POINTER = "/runtime";

    /**
     * @param asked absent: the default
     * @param report absent until the provisioner has told something: the wish is taken, and what
     *     comes of it is seen in the cluster's status
     */
    static RuntimeChoice of(
            @Nullable RuntimeName asked, Optional<RuntimesObserved> report, Preference preference) {
        List<RuntimeView> known = report.map(RuntimesObserved::runtimes).orElse(List.of());
        RuntimeName name = asked == null ? standard(known, preference) : asked;
        return new RuntimeChoice(
                name,
                diskFree(name, known),
                report.isEmpty() ? List.of() : refusals(name, asked == null, known));
    }

    private static long diskFree(RuntimeName name, List<RuntimeView> known) {
        return known.stream()
                .filter(r -> r.name() == name)
                .mapToLong(RuntimeView::diskFreeBytes)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private static RuntimeName standard(List<RuntimeView> known, Preference preference) {
        return known.stream()
                .filter(RuntimeView::isDefault)
                .map(RuntimeView::name)
                .findFirst()
                .orElse(
                        switch (preference) {
                            case DOCKER -> RuntimeName.DOCKER;
                            case PROCESS, AUTO -> RuntimeName.PROCESS;
                        });
    }

    private static List<FieldError> refusals(
            RuntimeName name, boolean isDefault, List<RuntimeView> known) {
        String which = isDefault ? "is %s by default, which".formatted(name.wire()) : name.wire();
        Optional<RuntimeView> found = known.stream().filter(r -> r.name() == name).findFirst();
        if (found.isEmpty()) {
            return List.of(new FieldError(POINTER, which + " does not exist here."));
        }
        return found
                .filter(r -> !r.healthy())
                .map(r -> new FieldError(POINTER, which + " cannot be used now: " + r.reason()))
                .stream()
                .toList();
    }
}
