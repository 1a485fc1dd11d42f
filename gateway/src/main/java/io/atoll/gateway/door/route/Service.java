package io.atoll.gateway.door.route;

import java.util.Locale;

/** Who answers a route. */
public enum Service {
    REGISTRY("registry-service"),
    PROVISIONER("provisioner-service"),
    OPS("ops-service"),
    GATEWAY("gateway");

    private final String application;

    Service(String application) {
        this.application = application;
    }

    /** The audience of internal tokens, and the name in messages. */
    public String application() {
        return application;
    }

    /** Name of its document under openapi/ on the class path, without its ending. */
    String document() {
        return name().toLowerCase(Locale.ROOT);
    }
}
