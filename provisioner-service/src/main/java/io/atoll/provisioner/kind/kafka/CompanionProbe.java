package io.atoll.provisioner.kind.kafka;

import io.atoll.provisioner.runtime.NodeBlueprint;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Asks companions over HTTP whether they serve, all at the same time.
final class CompanionProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Map<String, String> PATHS =
            Map.of(NodeBlueprint.REST_PROXY, "/topics", NodeBlueprint.UI, "/actuator/health");

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    Set<String> answering(List<NodeBlueprint> companions) {
        var questions = new HashMap<String, CompletableFuture<Boolean>>();
        companions.forEach(node -> questions.put(node.name(), ask(node)));
        var answering = new HashSet<String>();
        questions.forEach(
                (name, answer) -> {
                    if (answer.join()) {
                        answering.add(name);
                    }
                });
        return answering;
    }

    private CompletableFuture<Boolean> ask(NodeBlueprint node) {
        var address = URI.create("http://" + node.reach() + PATHS.getOrDefault(node.name(), "/"));
        var question = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        return http.sendAsync(question, BodyHandlers.discarding())
                .handle((answer, failure) -> failure == null && answer.statusCode() < 300);
    }
}
