package io.atoll.contracts.signin;

/**
 * A way to sign in besides by a password.
 *
 * @param name for the words "Sign in with"
 * @param href path that a browser goes to; takes {@code next}
 */
public record ProviderView(String name, String href) {}
