package io.atoll.kit.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Adds {@code x-permission} to the operations of the OpenAPI document, at build time, and gives
 * each the id that {@link ActionNames} makes. Needs operation ids of the form {@code Class_method}.
 * Two operations of one id fail the build.
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
        var id = operation.getOperationId();
        var permission = permissions.get(id);
        if (permission != null) {
            operation.addExtension(EXTENSION, permission);
        }
        if (id != null && id.contains("_")) {
            var parts = id.split("_", 2);
            operation.setOperationId(ActionNames.of(parts[0], parts[1]));
        }
        return operation;
    }

    /** Called last, with all operations. */
    @Override
    public void filterOpenAPI(OpenAPI document) {
        var seen = new HashSet<String>();
        operations(document)
                .map(Operation::getOperationId)
                .filter(id -> id != null && !seen.add(id))
                .findFirst()
                .ifPresent(PermissionOpenApiFilter::refuse);
    }

    private static void refuse(String id) {
        throw new IllegalStateException("Two operations have the id " + id + ".");
    }

    private static Stream<Operation> operations(OpenAPI document) {
        var paths = document.getPaths();
        return paths == null
                ? Stream.empty()
                : paths.getPathItems().values().stream()
                        .map(PathItem::getOperations)
                        .flatMap(operations -> operations.values().stream());
    }
}
