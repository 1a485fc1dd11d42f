package io.atoll.web.page;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.key.ApiKeyView;
import io.atoll.contracts.key.IssuedApiKeyView;
import io.atoll.contracts.signin.MeView;
import io.atoll.contracts.signin.SessionView;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What belongs to a visitor. */
final class AccountSamples {
    static final String SECRET = "atl_0000000000000000000000_secretsecret";

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2126-01-01T00:00:00Z");

    static SessionView session() {
        return new SessionView(
                "11111111-1111-1111-1111-111111111111",
                "browser",
                THEN,
                THEN,
                LATER,
                "192.0.2.7",
                "Agent <script>alert(0)</script>",
                false);
    }

    static ApiKeyView key() {
        return new ApiKeyView(
                "0000000000000000000000",
                "deploys <b>thing</b>",
                "ada",
                Set.of(Permission.TOPIC_VIEW),
                Set.of("orders"),
                THEN,
                LATER,
                THEN,
                LATER,
                THEN,
                "192.0.2.7");
    }

    static IssuedApiKeyView issued() {
        return new IssuedApiKeyView(key().id(), SECRET, key());
    }

    static MeView first() {
        return new MeView("ada", "user", List.of(), Set.of(), true);
    }

    private AccountSamples() {}
}
