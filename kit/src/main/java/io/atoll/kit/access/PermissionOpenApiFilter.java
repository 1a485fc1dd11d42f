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
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Adds {@code x-permission} to the operations of the OpenAPI document, at build time, gives each
 * the id that {@link ActionNames} makes, and the status that its method answers with. Needs
 * operation ids of the form {@code Class_method}. Two operations of one id fail the build.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class PermissionOpenApiFilter implements OASFilter {

    private static final String EXTENSION = "x-permission";

    private static final String OK = "200";
    private static final String CREATED = "201";
    private static final String NO_CONTENT = "204";

    private final Map<String, String> permissions = new HashMap<>();
    private final Map<String, String> statuses = new HashMap<>();

    public PermissionOpenApiFilter(IndexView index) {
        for (var declared : index.getAnnotations(RequiresPermission.class)) {
            permissions.put(id(declared), declared.value().asEnum());
        }
        for (var declared : index.getAnnotations(ResponseStatus.class)) {
            statuses.put(id(declared), String.valueOf(declared.value().asInt()));
        }
    }

    private static String id(AnnotationInstance declared) {
        var method = declared.target().asMethod();
        return method.declaringClass().simpleName() + "_" + method.name();
    }

    @Override
    public @Nullable Operation filterOperation(Operation operation) {
        var id = operation.getOperationId();
        var permission = permissions.get(id);
        if (permission != null) {
            operation.addExtension(EXTENSION, permission);
        }
        answers(operation.getResponses(), statuses.get(id));
        if (id != null && id.contains("_")) {
            var parts = id.split("_", 2);
            operation.setOperationId(ActionNames.of(parts[0], parts[1]));
        }
        return operation;
    }

    /** What the scanner takes for 200, or for 201 where there is no body, may be another. */
    private static void answers(@Nullable APIResponses responses, @Nullable String status) {
        if (responses == null) {
            return;
        }
        var plain = responses.getAPIResponse(OK);
        var created = responses.getAPIResponse(CREATED);
        if (status != null && plain != null) {
            responses.removeAPIResponse(OK);
            responses.addAPIResponse(status, plain);
        } else if (created != null && created.getContent() == null) {
            responses.removeAPIResponse(CREATED);
            responses.addAPIResponse(NO_CONTENT, created.description("No Content"));
        }
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
