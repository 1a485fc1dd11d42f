package io.atoll.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the door costs: the same request at the same rate through the gateway, with an access token
 * and with an API key, and to the registry directly, with an internal token; in turns, in the same
 * run. The first turns, while the gateway still compiles, are told apart from the later ones.
 */
final class GatewayBench implements Bench {
    private static final int PER_SECOND = 1_000;
    private static final int COLD_ROUNDS = 6;
    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final String PATH = "/api/v1/templates/development";

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        try (var stack = Stack.warm()) {
            var client = stack.client();
            var internal = InternalToken.of(stack.home().resolve("secrets"), "registry-service");
            var key = keyOf(client);
            var door = load(stack.gatewayPort(), () -> "Authorization: Bearer " + client.token());
            var byKey = load(stack.gatewayPort(), () -> "X-API-Key: " + key);
            var direct =
                    load(stack.registryPort(), () -> "Authorization: Bearer " + internal.current());
            report.begin("gateway, " + PER_SECOND + " requests/s of GET " + PATH);
            for (var i = 1; i <= COLD_ROUNDS; i++) {
                compare(report, "turn " + i + ", ", direct, door, 1);
            }
            compare(report, "with an access token, ", direct, door, ROUNDS);
            compare(report, "with an API key, ", direct, byKey, ROUNDS);
        }
    }

    private static String keyOf(Client client) throws IOException, InterruptedException {
        var wanted = Map.of("name", "bench", "scopes", List.of("TEMPLATE_VIEW"));
        return client.post("/api/v1/api-keys", wanted).get("key").asText();
    }

    private static void compare(Report report, String when, Load direct, Load door, int rounds)
            throws IOException, InterruptedException {
        var through = new Durations();
        var straight = new Durations();
        for (var i = 0; i < rounds; i++) {
            direct.run(ROUND, straight);
            door.run(ROUND, through);
        }
        report.durations(when + "registry directly", straight);
        report.durations(when + "through the gateway", through);
        report.figure(
                when + "added",
                "p50 %.2f ms, p99 %.2f ms"
                        .formatted(
                                through.percentile(50) - straight.percentile(50),
                                through.percentile(99) - straight.percentile(99)));
    }

    private static Load load(int port, Supplier<String> credential) {
        return new Load(port, PATH, credential, PER_SECOND);
    }
}
