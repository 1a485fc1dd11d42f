package io.atoll.gateway.identity.access;

import java.util.List;
import java.util.Optional;

/** What a request shows to say who it is from. One case for each way in. */
public sealed interface Credential {

    /** Nothing. */
    record None() implements Credential {}

    /** Header {@code Authorization: Bearer}: an access token. */
    record Bearer(String token) implements Credential {
        @Override
        public String toString() {
            return "Bearer[]";
        }
    }

    /** The session cookie of a browser. Sent by the browser on its own: see {@link SameOrigin}. */
    record Cookie(Ticket ticket) implements Credential {}

    /**
     * Header {@code X-API-Key}.
     *
     * @param address of the socket, to be shown to the owner
     */
    record Key(String shown, String address) implements Credential {
        @Override
        public String toString() {
            return "Key[]";
        }
    }

    /** An Authorization header that this door does not take. */
    record Unusable(String reason) implements Credential {}

    /**
     * A header outranks the cookie, also a wrong one: no falling back to another identity. Two
     * headers are none.
     */
    static Credential of(
            List<String> authorization,
            List<String> key,
            Optional<String> sessionCookie,
            String address) {
        if (authorization.size() + key.size() > 1) {
            return new Unusable("Send one of Authorization and X-API-Key, once.");
        } else if (!authorization.isEmpty()) {
            return ofHeader(authorization.getFirst());
        } else if (!key.isEmpty()) {
            return new Key(key.getFirst().strip(), address);
        }
        return sessionCookie
                .flatMap(Ticket::parse)
                .<Credential>map(Cookie::new)
                .orElseGet(None::new);
    }

    private static Credential ofHeader(String header) {
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return new Bearer(header.substring(7).strip());
        }
        return new Unusable("Authorization takes 'Bearer' with an access token.");
    }
}
