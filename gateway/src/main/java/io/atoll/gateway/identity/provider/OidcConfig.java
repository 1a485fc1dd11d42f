package io.atoll.gateway.identity.provider;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The OpenID provider that people sign in by. Without an issuer there is none. */
@ConfigMapping(prefix = "atoll.oidc")
public interface OidcConfig {

    /** The provider, exactly as it names itself; its discovery document is below it. */
    Optional<String> issuer();

    /** The name that the provider knows Atoll by. */
    Optional<String> clientId();

    /** The secret that goes with it; none for a public client. */
    Optional<String> clientSecret();

    /** A file that holds the secret, instead of the setting. */
    Optional<Path> clientSecretFile();

    /** Where browsers find Atoll. The redirect URI is this and /session/oidc/callback. */
    Optional<URI> publicUrl();

    /** What the sign-in page calls the provider. */
    @WithDefault("single sign-on")
    String name();

    /** Scopes asked for, separated by spaces; openid is among them. */
    @WithDefault("openid profile email")
    String scopes();

    /** Claim with the name of a new user. */
    @WithDefault("preferred_username")
    String nameClaim();

    /** Claim with the groups: a list of texts. */
    @WithDefault("groups")
    String groupsClaim();

    /** Groups of the provider and groups here: {@code platform=admins, staff=viewers}. */
    Optional<String> groups();

    /** Groups of the provider and roles on all clusters: {@code platform=admin, staff=viewer}. */
    Optional<String> roles();

    /** Longest that one call of the provider takes. */
    @WithDefault("5s")
    Duration timeout();

    /** Largest answer of the provider that is read. */
    @WithDefault("256K")
    MemorySize largestAnswer();

    /** How long what the provider says about itself, and its keys, are remembered. */
    @WithDefault("1h")
    Duration memory();

    /** Keys are asked for at most so often, however many unknown ones tokens name. */
    @WithDefault("10s")
    Duration keyPause();

    /** From the start of a sign-in to the return from the provider. */
    @WithDefault("10m")
    Duration attemptLife();
}
