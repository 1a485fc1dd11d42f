package io.atoll.registry.spec;

/** Where the parts of a spec stand in the request that gave them, as JSON pointers. */
public record SpecPointers(String kafka, String restProxy, String ui) {

    public static final SpecPointers CLUSTER =
            new SpecPointers("/kafka_config", "/rest_proxy_config", "/ui_config");

    public static final SpecPointers TEMPLATE =
            new SpecPointers(
                    "/default_kafka_config", "/default_rest_proxy_config", "/default_ui_config");
}
