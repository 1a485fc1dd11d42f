package io.atoll.registry.request;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.atoll.kit.refusal.Invalid;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A body that can be read but names a kind, runtime or other choice that does not exist is a wrong
 * field (422), not a body that cannot be read.
 */
@Provider
public class UnknownChoices implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (ValueInstantiationException e) {
            throw choice(e, e);
        } catch (WebApplicationException e) {
            throw e.getCause() instanceof ValueInstantiationException refused
                    ? choice(refused, e)
                    : e;
        }
    }

    private static <E extends Exception> RuntimeException choice(
            ValueInstantiationException refused, E otherwise) throws IOException {
        Class<?> type = refused.getType().getRawClass();
        if (type.isEnum()) {
            return new Invalid(pointer(refused), "must be one of " + wireForms(type));
        }
        if (otherwise instanceof RuntimeException unchecked) {
            return unchecked;
        }
        throw refused;
    }

    private static String pointer(ValueInstantiationException refused) {
        return refused.getPath().stream()
                .map(Reference::getFieldName)
                .map(name -> "/" + name)
                .collect(Collectors.joining());
    }

    private static String wireForms(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> wireForm(type, constant))
                .collect(Collectors.joining(", "));
    }

    private static String wireForm(Class<?> type, Object constant) {
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(JsonValue.class)) {
                try {
                    return String.valueOf(method.invoke(constant));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return constant.toString().toLowerCase(Locale.ROOT);
    }
}
