package io.atoll.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** The whole answer of a service to a {@link Question}. */
public record Reply(int status, MultiMap headers, Buffer body) {}
