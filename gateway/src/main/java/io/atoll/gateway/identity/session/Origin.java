package io.atoll.gateway.identity.session;

/**
 * Where a sign-in came from, to be shown to who looks for one that is not theirs.
 *
 * @param address of the socket
 * @param userAgent short and printable
 */
public record Origin(String address, String userAgent) {}
