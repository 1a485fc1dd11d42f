package io.atoll.contracts.signin;

/**
 * A pair of tokens.
 *
 * @param accessToken for the header {@code Authorization: Bearer}
 * @param refreshToken good for one exchange
 * @param tokenType always {@code Bearer}
 * @param expiresIn seconds until the access token ends
 */
public record TokenView(String accessToken, String refreshToken, String tokenType, long expiresIn) {

    @Override
    public String toString() {
        return "TokenView[expiresIn=" + expiresIn + "]";
    }
}
