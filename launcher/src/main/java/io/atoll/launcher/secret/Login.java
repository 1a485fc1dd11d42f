package io.atoll.launcher.secret;

/// How a service signs in at a store.
public record Login(String user, String password) {

    /// Shows no password.
    @Override
    public String toString() {
        return user;
    }
}
