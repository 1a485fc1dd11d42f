package io.atoll.gateway.access;

import io.atoll.kit.problem.Forbidden;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a request says about its sender, and what the door found out about it. */
public final class Visitor {
    public static final String SESSION_COOKIE = "atoll_session";

    private static final String IDENTITY = Identity.class.getName();
    private static final String CREDENTIAL = Credential.class.getName();
    private static final String ADDRESS = SourceAddress.class.getName();
    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    public static Credential credential(HttpServerRequest request) {
        Cookie cookie = request.getCookie(SESSION_COOKIE);
        return Credential.of(
                Optional.ofNullable(request.getHeader("Authorization")),
                Optional.ofNullable(cookie).map(Cookie::getValue));
    }

    /** True for methods that change nothing. */
    public static boolean isSafe(HttpServerRequest request) {
        return SAFE.contains(request.method());
    }

    /** Throws where a browser may have been made to send this by a page of somebody else. */
    public static void requireSameOrigin(HttpServerRequest request) {
        boolean ours =
                SameOrigin.holds(
                        Optional.ofNullable(request.getHeader("Sec-Fetch-Site")),
                        Optional.ofNullable(request.getHeader("Origin")),
                        host(request));
        if (!ours) {
            throw new Forbidden(
                    "Browsers may send this from Atoll's own pages only. Programs send an access"
                            + " token.");
        }
    }

    /** HTTP/2 has it outside of the headers. */
    private static Optional<String> host(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader("Host"))
                .or(() -> Optional.ofNullable(request.authority()).map(HostAndPort::toString));
    }

    public static void remember(RoutingContext ctx, Credential credential, Identity identity) {
        ctx.put(CREDENTIAL, credential);
        ctx.put(IDENTITY, identity);
    }

    /** Raw path of a request. */
    public static String path(HttpServerRequest request) {
        return Objects.requireNonNullElse(request.path(), "");
    }

    /** Raw path and query of a request. */
    public static String pathAndQuery(HttpServerRequest request) {
        String query = request.query();
        return query == null ? path(request) : path(request) + "?" + query;
    }

    /** Empty where nobody is signed in. */
    public static Optional<Identity> identity(RoutingContext ctx) {
        return Optional.ofNullable(ctx.get(IDENTITY));
    }

    /** What the identity was found out from. */
    public static Credential remembered(RoutingContext ctx) {
        Credential credential = ctx.get(CREDENTIAL);
        return credential == null ? new Credential.None() : credential;
    }

    /** Where the request came from, as {@link SourceAddress} found; headers alone say nothing. */
    public static String address(RoutingContext ctx) {
        String found = ctx.get(ADDRESS);
        return found == null ? ctx.request().remoteAddress().hostAddress() : found;
    }

    static void noteAddress(RoutingContext ctx, String address) {
        ctx.put(ADDRESS, address);
    }

    private Visitor() {}
}
