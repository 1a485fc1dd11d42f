package io.atoll.kit.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Adds {@code x-permission} to the operations of the OpenAPI document, at build time. Needs
 * operation ids of the form {@code Class_method}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class PermissionOpenApiFilter implements OASFilter {

    private static final String EXTENSION = "x-permission";

    private final Map<String, String> permissions = new HashMap<>();

    public PermissionOpenApiFilter(IndexView index) {
        for (var declared : index.getAnnotations(RequiresPermission.class)) {
            var method = declared.target().asMethod();
            var id = method.declaringClass().simpleName() + "_" + method.name();
            permissions.put(id, declared.value().asEnum());
        }
    }

    @Override
    public @Nullable Operation filterOperation(Operation operation) {
        var permission = permissions.get(operation.getOperationId());
        if (permission != null) {
            operation.addExtension(EXTENSION, permission);
        }
        return operation;
    }
}
