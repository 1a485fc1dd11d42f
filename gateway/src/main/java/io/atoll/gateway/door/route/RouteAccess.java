package io.atoll.gateway.door.route;

import io.atoll.contracts.access.Permission;

/** Who may use a route. */
public sealed interface RouteAccess {

    /** Wire form of {@link Anyone} in {@code x-permission}. */
    String ANYONE = "ANYONE";

    /** Wire form of {@link SignedIn} in {@code x-permission}. */
    String SIGNED_IN = "SIGNED_IN";

    /** No credential needed. */
    record Anyone() implements RouteAccess {}

    /** Any credential that holds, whatever its grants. */
    record SignedIn() implements RouteAccess {}

    /** A grant with this permission, somewhere; the service looks where. */
    record Needs(Permission permission) implements RouteAccess {}

    /** Fails with IllegalArgumentException on a permission that is none. */
    static RouteAccess of(String wire) {
        return switch (wire) {
            case ANYONE -> new Anyone();
            case SIGNED_IN -> new SignedIn();
            default -> new Needs(Permission.valueOf(wire));
        };
    }
}
