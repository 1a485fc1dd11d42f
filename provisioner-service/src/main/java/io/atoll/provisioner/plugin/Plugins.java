package io.atoll.provisioner.plugin;

import io.atoll.contracts.spec.ClusterSpec;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.provisioner.kind.Kind;
import io.atoll.provisioner.kind.kafka.KafkaKind;
import io.atoll.provisioner.runtime.ClusterRuntime;
import io.atoll.provisioner.runtime.docker.DockerConfig;
import io.atoll.provisioner.runtime.docker.DockerRuntime;
import io.atoll.provisioner.runtime.process.ProcessConfig;
import io.atoll.provisioner.runtime.process.ProcessRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** The kinds and runtimes that exist. */
@ApplicationScoped
public class Plugins {

    private static final String NOT_RUN = "An external cluster is not run here.";

    private final List<Kind> kinds;
    private final List<ClusterRuntime> runtimes;

    Plugins(ProcessConfig process, DockerConfig docker, Clock clock) {
        this.kinds = List.of(new KafkaKind());
        this.runtimes =
                List.of(
                        new ProcessRuntime(process.settings(), clock),
                        new DockerRuntime(docker.settings(), clock));
    }

    public Kind kindOf(ClusterSpec spec) {
        return kinds.stream()
                .filter(kind -> kind.name() == spec.clusterKind())
                .findFirst()
                .orElseThrow();
    }

    public ClusterRuntime runtimeOf(ClusterSpec spec) {
        RuntimeName wanted =
                switch (spec) {
                    case KafkaSpec kafka -> kafka.runtime();
                    case ExternalKafkaSpec _ -> throw new IllegalArgumentException(NOT_RUN);
                };
        return runtimes.stream()
                .filter(runtime -> runtime.name() == wanted)
                .findFirst()
                .orElseThrow();
    }

    public List<ClusterRuntime> runtimes() {
        return runtimes;
    }
}
