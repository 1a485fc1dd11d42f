package io.atoll.web.cluster;

import io.atoll.contracts.cluster.ClusterView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something to paste into a terminal or a file to use a cluster at once. */
public record Snippet(String title, String text) {

    static List<Snippet> of(ClusterView cluster) {
        String bootstrap = cluster.status().endpoints().get("kafka");
        if (bootstrap == null) {
            return List.of();
        }
        List<Snippet> snippets = new ArrayList<>(tools(bootstrap));
        snippets.add(new Snippet("Java", java(bootstrap)));
        snippets.add(new Snippet("curl", curl(cluster, cluster.status().endpoints().get("rest"))));
        return List.copyOf(snippets);
    }

    private static List<Snippet> tools(String bootstrap) {
        return List.of(
                new Snippet(
                        "Kafka tools",
                        """
                        kafka-topics.sh --bootstrap-server %1$s --create --topic hello --if-not-exists
                        kafka-console-producer.sh --bootstrap-server %1$s --topic hello
                        kafka-console-consumer.sh --bootstrap-server %1$s --topic hello --from-beginning"""
                                .formatted(bootstrap)),
                new Snippet(
                        "kcat",
                        """
                        kcat -b %1$s -L
                        echo 'hello' | kcat -b %1$s -t hello -P
                        kcat -b %1$s -t hello -C -o beginning -e"""
                                .formatted(bootstrap)));
    }

    private static String java(String bootstrap) {
        return """
        bootstrap.servers=%s
        security.protocol=PLAINTEXT
        acks=all
        enable.idempotence=true"""
                .formatted(bootstrap);
    }

    private static String curl(ClusterView cluster, @Nullable String rest) {
        String own =
                """
                curl -H "X-API-Key: $ATOLL_KEY" -H 'Content-Type: application/json' \\
                  $ATOLL/api/v1/clusters/%s/produce \\
                  -d '{"topic":"hello","records":[{"value":"hi"}]}'"""
                        .formatted(cluster.id());
        return rest == null ? own : "curl " + rest + "/topics\n\n" + own;
    }
}
