package io.atoll.gateway.identity.provider;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * What Atoll and the provider agreed on.
 *
 * @param redirect exactly what the provider must know, and the only place it may send people to
 */
public record Registration(
        String issuer, String clientId, Optional<String> clientSecret, URI redirect) {
    public static final String CALLBACK = "/session/oidc/callback";

    public Registration {
        requireSafe(URI.create(issuer));
    }

    /** Where the provider describes itself (OpenID Connect Discovery, 4). */
    URI discovery() {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return URI.create(base + "/.well-known/openid-configuration");
    }

    /** Header of a client with a secret (RFC 6749, 2.3.1). */
    Optional<String> basic() {
        return clientSecret.map(
                secret -> {
                    String pair = encode(clientId) + ":" + encode(secret);
                    return "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(pair.getBytes(StandardCharsets.UTF_8));
                });
    }

    /** Tokens and secrets travel by TLS, or stay on this machine. */
    public static URI requireSafe(URI uri) {
        String host = uri.getHost();
        if (host == null || uri.getUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(uri + " is no address of a server");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && isLoopback(host))) {
            throw new IllegalArgumentException(uri + " has no https");
        }
        return uri;
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Registration[" + clientId + " at " + issuer + "]";
    }
}
