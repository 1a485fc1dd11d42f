package io.atoll.gateway.identity.provider;

import io.atoll.gateway.identity.access.Ticket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * One way of a browser to the provider and back. Each of the four secrets is new and of 256 bits.
 *
 * @param state comes back with the code
 * @param browser stays in a cookie: who comes back is who went
 * @param nonce comes back in the token
 * @param verifier proves to the provider that who redeems the code is who asked for it
 * @param next where to go then, a path of this site
 */
public record Attempt(String state, String browser, String nonce, String verifier, String next) {

    public static Attempt fresh(String next) {
        return new Attempt(secret(), secret(), secret(), secret(), next);
    }

    /** RFC 7636, S256. */
    String challenge() {
        return encode(hash(verifier));
    }

    public static byte[] hash(String secret) {
        return Ticket.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String secret() {
        return encode(Ticket.newSecret());
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Attempt[" + next + "]";
    }
}
