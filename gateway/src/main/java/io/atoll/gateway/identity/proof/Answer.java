package io.atoll.gateway.identity.proof;

import io.atoll.gateway.identity.access.Identity;
import java.util.Optional;

/** Who a credential belongs to. */
public sealed interface Answer {

    /** This caller, with its grants as they are now. */
    record Known(Identity identity) implements Answer {}

    /** No credential, or a cookie that does not hold: as good as none. */
    record Nobody() implements Answer {}

    /** A token that does not hold, or nobody can tell at the moment. */
    record Refused(Throwable why) implements Answer {}

    default Optional<Identity> known() {
        return this instanceof Known(Identity identity) ? Optional.of(identity) : Optional.empty();
    }
}
