package io.atoll.ops.endpoint;

import io.atoll.ops.outbound.Outbound;
import io.atoll.ops.outbound.OutboundConfig;
import java.util.List;
import java.util.Optional;

/** The operator's rules as a test wants them. */
record Rules(boolean allowLoopback, List<String> urls, List<String> refused)
        implements OutboundConfig {

    Rules(boolean allowLoopback, List<String> urls) {
        this(allowLoopback, urls, List.of());
    }

    Outbound outbound() {
        return new Outbound(this, "postgresql://127.0.0.1:7110/atoll", "127.0.0.1:7111");
    }

    @Override
    public Optional<List<String>> refuse() {
        return Optional.of(refused);
    }

    @Override
    public Optional<List<String>> backbone() {
        return Optional.empty();
    }

    @Override
    public Optional<List<String>> oauthUrls() {
        return Optional.of(urls);
    }
}
