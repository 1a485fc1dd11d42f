package io.atoll.gateway.door.proxy;

import io.atoll.kit.problem.Problems;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** The whole answer of a service to a {@link Question}. */
public record Reply(int status, MultiMap headers, Buffer body) {

    /** The service answers 404 to hide something from the caller. */
    public boolean hides() {
        return status == 404 && headers.contains(Problems.HIDES_HEADER);
    }
}
