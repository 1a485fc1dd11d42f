package io.atoll.web.external;

import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.web.form.FormState;
import org.jspecify.annotations.Nullable;

/**
 * The form to register a cluster.
 *
 * @param test what the last test found; absent while none was asked for
 */
public record RegisterView(FormState form, @Nullable ConnectionTest test) {

    public boolean uses(String mechanism) {
        return form.is("mechanism", mechanism);
    }
}
