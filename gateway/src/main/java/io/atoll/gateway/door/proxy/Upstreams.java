package io.atoll.gateway.door.proxy;

import io.atoll.gateway.door.route.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The addresses of the services. */
@ApplicationScoped
public class Upstreams {
    private final Upstream registry;
    private final Upstream provisioner;
    private final Upstream ops;
    private final Upstream web;

    Upstreams(ProxyConfig config) {
        var most = config.largestBody();
        registry = Upstream.of(Service.REGISTRY.application(), config.registryUrl(), most);
        provisioner = Upstream.of(Service.PROVISIONER.application(), config.provisionerUrl(), most);
        ops = Upstream.of(Service.OPS.application(), config.opsUrl(), config.largestRecords());
        web = Upstream.of("web-ui", config.webUrl(), most);
    }

    public Upstream of(Service service) {
        return switch (service) {
            case REGISTRY -> registry;
            case PROVISIONER -> provisioner;
            case OPS -> ops;
            case GATEWAY -> throw new IllegalArgumentException("the gateway answers on its own");
        };
    }

    public Upstream web() {
        return web;
    }

    public List<Upstream> all() {
        return List.of(registry, provisioner, ops, web);
    }
}
