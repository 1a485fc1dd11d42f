package io.atoll.registry.template;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A template in one version. */
record Template(
        String id,
        int version,
        boolean builtin,
        TemplateBody body,
        Instant createdAt,
        @Nullable String createdBy) {}
