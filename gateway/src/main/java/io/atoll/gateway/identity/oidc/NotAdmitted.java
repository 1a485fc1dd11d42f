package io.atoll.gateway.identity.oidc;

/** A sign-in by the provider that leads to no session. */
final class NotAdmitted extends RuntimeException {
    private final String word;

    /**
     * @param word for the sign-in page
     */
    NotAdmitted(String word, String message) {
        super(message);
        this.word = word;
    }

    String word() {
        return word;
    }
}
