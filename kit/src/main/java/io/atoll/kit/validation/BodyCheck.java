package io.atoll.kit.validation;

import io.atoll.kit.refusal.Malformed;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Checks every body once it is read: there is none that a resource has to remember to check. */
@Provider
public class BodyCheck implements ReaderInterceptor {

    private final Rules rules;

    BodyCheck(Rules rules) {
        this.rules = rules;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        @Nullable Object body = context.proceed();
        if (body == null) {
            throw new Malformed("The body is missing.");
        }
        rules.requireBody(body);
        return body;
    }
}
