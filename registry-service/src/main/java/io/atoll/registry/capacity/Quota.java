package io.atoll.registry.capacity;

import java.util.OptionalLong;

/** Limits of one scope; what is absent has none. */
record Quota(OptionalLong clusters, OptionalLong memoryBytes) {}
