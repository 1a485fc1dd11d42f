package io.atoll.gateway.identity.access;

import io.atoll.kit.refusal.Forbidden;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a request says about its sender, and what the door found out about it. */
public final class Visitor {
    public static final String KEY_HEADER = "X-API-Key";
    public static final String SESSION_COOKIE = "atoll_session";

    private static final String IDENTITY = Identity.class.getName();
    private static final String CREDENTIAL = Credential.class.getName();
    private static final String ADDRESS = SourceAddress.class.getName();
    private static final String ATTEMPT = "atoll.attempt";
    private static final String STREAM = "text/event-stream";
    private static final int LONGEST_USER_AGENT = 200;
    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    public static Credential credential(HttpServerRequest request) {
        Cookie cookie = request.getCookie(SESSION_COOKIE);
        return Credential.of(
                request.headers().getAll("Authorization"),
                request.headers().getAll(KEY_HEADER),
                Optional.ofNullable(cookie).map(Cookie::getValue),
                request.remoteAddress().hostAddress());
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

    /** HEAD takes no stream: its answer ends with its headers. */
    public static boolean asksForStream(HttpServerRequest request) {
        return !request.method().equals(HttpMethod.HEAD)
                && request.headers().getAll("Accept").stream().anyMatch(Visitor::namesStream);
    }

    private static boolean namesStream(String accepted) {
        return accepted.toLowerCase(Locale.ROOT).contains(STREAM);
    }

    /** The answer is one, whatever the request said that it takes. */
    public static boolean isStream(HttpServerResponse answer) {
        String type = answer.headers().get("Content-Type");
        return type != null && type.startsWith(STREAM);
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

    public static void noteAttempt(RoutingContext ctx, UUID entry) {
        ctx.put(ATTEMPT, entry);
    }

    /**
     * The entry of the audit that tells of this request, empty where nothing was written before.
     */
    public static Optional<UUID> attempt(RoutingContext ctx) {
        return Optional.ofNullable(ctx.get(ATTEMPT));
    }

    /** Where the request came from, as {@link SourceAddress} found; headers alone say nothing. */
    public static String address(RoutingContext ctx) {
        String found = ctx.get(ADDRESS);
        return found == null ? ctx.request().remoteAddress().hostAddress() : found;
    }

    static void noteAddress(RoutingContext ctx, String address) {
        ctx.put(ADDRESS, address);
    }

    /** What the program calls itself, cut and without control characters. */
    public static String userAgent(RoutingContext ctx) {
        String given = Objects.requireNonNullElse(ctx.request().getHeader("User-Agent"), "");
        String cut = given.substring(0, Math.min(given.length(), LONGEST_USER_AGENT));
        return cut.replaceAll("[^\\x20-\\x7e]", "?");
    }

    private Visitor() {}
}
