package io.atoll.kit.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Refuses the start of a service with a route that does not say who may use it. */
@ApplicationScoped
class RouteCheck {

    private final BeanManager beans;

    RouteCheck(BeanManager beans) {
        this.beans = beans;
    }

    void check(@Observes StartupEvent event) {
        var undeclared =
                undeclared(
                        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                                .<Class<?>>map(Bean::getBeanClass));
        if (!undeclared.isEmpty()) {
            throw new IllegalStateException(
                    "These routes lack @RequiresPermission: " + String.join(", ", undeclared));
        }
    }

    static List<String> undeclared(Stream<Class<?>> classes) {
        return classes.filter(type -> type.isAnnotationPresent(Path.class))
                .filter(type -> type.getName().startsWith("io.atoll."))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(RouteCheck::isRoute)
                .filter(method -> RouteAccess.of(method) instanceof RouteAccess.Undeclared)
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .sorted()
                .toList();
    }

    private static boolean isRoute(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class));
    }
}
