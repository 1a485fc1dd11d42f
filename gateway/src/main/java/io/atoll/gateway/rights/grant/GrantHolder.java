package io.atoll.gateway.rights.grant;

import io.atoll.kit.refusal.Conflict;
import io.atoll.kit.refusal.NotFound;
import java.util.List;

/** Who a grant is given to. */
public sealed interface GrantHolder {

    String name();

    record User(String name) implements GrantHolder {}

    record Group(String name) implements GrantHolder {}

    default void requireNewGrant(int inserted) {
        if (inserted == 0) {
            throw new Conflict("'" + name() + "' holds this grant already.");
        }
    }

    static void requireFound(String grantId, int deleted) {
        if (deleted == 0) {
            throw new NotFound("grant", grantId, List.of());
        }
    }
}
