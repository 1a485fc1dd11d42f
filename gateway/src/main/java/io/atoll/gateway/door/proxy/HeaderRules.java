package io.atoll.gateway.door.proxy;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which headers go through. */
public final class HeaderRules {

    /** Between services and the gateway alone, in both directions. */
    private static final String OUR_OWN = "x-atoll-";

    /** About one connection, not the message (RFC 9110, 7.6.1). */
    private static final Set<String> HOP_BY_HOP =
            Set.of(
                    "connection",
                    "keep-alive",
                    "proxy-connection",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "expect");

    /** Claims about who calls and from where: the services hear that from the gateway alone. */
    private static final Set<String> IDENTITY =
            Set.of("authorization", "cookie", "forwarded", "x-real-ip", "x-api-key", "via");

    private static final Set<String> IDENTITY_PREFIXES =
            Set.of("x-forwarded-", OUR_OWN, "x-user", "x-auth", "x-remote-");

    private static final Set<String> NOT_BACK =
            Set.of("server", "x-trace-id", "set-cookie", "ratelimit", "ratelimit-policy");

    static MultiMap forward(MultiMap from) {
        MultiMap to = MultiMap.caseInsensitiveMultiMap();
        Set<String> named = namedByConnection(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(name)
                    && !named.contains(name)
                    && !isIdentity(name)
                    && !name.equals("host")) {
                to.add(header.getKey(), header.getValue());
            }
        }
        return to;
    }

    /** Takes every identity header off, for what this process answers itself. */
    public static void strip(MultiMap headers) {
        headers.names().stream()
                .filter(name -> isIdentity(name.toLowerCase(Locale.ROOT)))
                .filter(name -> !name.equalsIgnoreCase("cookie"))
                .toList()
                .forEach(headers::remove);
    }

    /**
     * @param origin of the service: its absolute links become relative, so that they lead here
     */
    static void back(MultiMap from, MultiMap to, String origin) {
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (HOP_BY_HOP.contains(name) || NOT_BACK.contains(name) || name.startsWith(OUR_OWN)) {
                continue;
            }
            boolean link = name.equals("location") || name.equals("link");
            String value = header.getValue();
            to.add(header.getKey(), link ? value.replace(origin + "/", "/") : value);
        }
    }

    private static boolean isIdentity(String lowerName) {
        return IDENTITY.contains(lowerName)
                || IDENTITY_PREFIXES.stream().anyMatch(lowerName::startsWith);
    }

    private static Set<String> namedByConnection(MultiMap from) {
        String connection = from.get("Connection");
        return connection == null
                ? Set.of()
                : Set.copyOf(
                        java.util.Arrays.stream(connection.split(","))
                                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                                .distinct()
                                .toList());
    }

    private HeaderRules() {}
}
