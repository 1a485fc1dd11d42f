package io.atoll.gateway.access;

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

    /** An Authorization header that this door does not take. */
    record Unusable(String reason) implements Credential {}

    /** A header outranks the cookie, also a wrong one: no falling back to another identity. */
    static Credential of(Optional<String> authorization, Optional<String> sessionCookie) {
        if (authorization.isPresent()) {
            return ofHeader(authorization.get());
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
