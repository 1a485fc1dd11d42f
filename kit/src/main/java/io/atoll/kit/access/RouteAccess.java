package io.atoll.kit.access;

import io.atoll.contracts.access.Permission;
import java.lang.reflect.Method;

/** What a resource method declares about its callers. */
sealed interface RouteAccess {

    record Needs(Permission permission) implements RouteAccess {}

    record SignedIn() implements RouteAccess {}

    record Open() implements RouteAccess {}

    record Undeclared() implements RouteAccess {}

    static RouteAccess of(Method method) {
        var needs = method.getAnnotation(RequiresPermission.class);
        if (needs != null) {
            return new Needs(needs.value());
        } else if (method.isAnnotationPresent(SignedInRoute.class)) {
            return new SignedIn();
        } else if (method.isAnnotationPresent(OpenRoute.class)) {
            return new Open();
        }
        return new Undeclared();
    }
}
