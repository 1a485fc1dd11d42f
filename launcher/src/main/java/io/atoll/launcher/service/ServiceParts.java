package io.atoll.launcher.service;

import io.atoll.launcher.child.HttpProbe;
import io.atoll.launcher.child.Part;
import io.atoll.launcher.home.Build;
import io.atoll.launcher.jvm.AotShelf;
import io.atoll.launcher.jvm.Compilation;
import io.atoll.launcher.jvm.JvmLaunch;
import io.atoll.launcher.jvm.JvmProgram;
import io.atoll.launcher.jvm.ProgramShelf;
import io.atoll.launcher.process.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The five services as children. Those with a schema need the database at their start; Kafka they
/// wait for themselves, so that they start beside it.
public record ServiceParts(
        Build build,
        Path home,
        ProgramShelf programs,
        AotShelf caches,
        ServiceEnvironment environment) {

    private static final String READINESS = "/health/ready";
    private static final JvmProgram.Tuning SERVICE = new JvmProgram.Tuning(128, Compilation.QUICK);

    /// Every request passes it. Each check of a password fills 19 MiB for a moment, and two may be
    /// under way.
    private static final JvmProgram.Tuning GATEWAY = new JvmProgram.Tuning(144, Compilation.HOT);

    private static final int SERVICES = 1;
    private static final int DOORS = 2;
    private static final Set<String> STORE = Set.of("postgres");

    public List<Part> all(BrokerProgram broker, Optional<String> adminPassword) throws IOException {
        var at = environment.addresses();
        return List.of(
                part("registry", "registry-service", at.registry(), environment.registry()),
                part(
                        "provisioner",
                        "provisioner-service",
                        at.provisioner(),
                        environment.provisioner(broker)),
                part("ops", "ops-service", at.ops(), environment.ops()),
                door(
                        "gateway",
                        at.gatewayReachedAt(),
                        at.gateway(),
                        environment.gateway(adminPassword)),
                door("web-ui", "127.0.0.1", at.web(), environment.web()));
    }

    private Part part(String name, String module, int port, Map<String, String> variables)
            throws IOException {
        return new Part(
                name,
                name,
                SERVICES,
                STORE,
                port,
                Signal.TERM,
                launch(name, module, variables),
                new HttpProbe("127.0.0.1", port, READINESS));
    }

    private Part door(String name, String host, int port, Map<String, String> variables)
            throws IOException {
        return new Part(
                name,
                name,
                DOORS,
                STORE,
                port,
                Signal.TERM,
                launch(name, name, variables),
                new HttpProbe(host, port, READINESS));
    }

    private JvmLaunch launch(String name, String module, Map<String, String> variables)
            throws IOException {
        var program =
                new JvmProgram(
                        name,
                        programs.copy(name, build.serviceClassPath(module)),
                        "",
                        name.equals("gateway") ? GATEWAY : SERVICE,
                        List.of("-Datoll.suite=" + home),
                        List.of());
        return new JvmLaunch(program, caches, variables, () -> {});
    }
}
