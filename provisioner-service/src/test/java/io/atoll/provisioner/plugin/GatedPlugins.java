package io.atoll.provisioner.plugin;

import io.atoll.contracts.spec.ClusterSpec;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.ClusterRuntime;
import io.atoll.provisioner.runtime.Convergence;
import io.atoll.provisioner.runtime.DesiredCluster;
import io.atoll.provisioner.runtime.Fingerprint;
import io.atoll.provisioner.runtime.ObservedCluster;
import io.atoll.provisioner.runtime.Place;
import io.atoll.provisioner.runtime.docker.DockerConfig;
import io.atoll.provisioner.runtime.process.ProcessConfig;
import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;

/** The real runtimes; each run is held after its steps until the gate is opened. */
@Vetoed
public final class GatedPlugins extends Plugins {

    private final Gate gate;

    /** Blocks the thread that goes through it. */
    public interface Gate {
        void pass();
    }

    public GatedPlugins(ProcessConfig process, DockerConfig docker, Gate gate) {
        super(process, docker, Clock.systemUTC());
        this.gate = gate;
    }

    @Override
    public ClusterRuntime runtimeOf(ClusterSpec spec) {
        return new Gated(super.runtimeOf(spec));
    }

    private final class Gated implements ClusterRuntime {

        private final ClusterRuntime real;

        Gated(ClusterRuntime real) {
            this.real = real;
        }

        @Override
        public RuntimeName name() {
            return real.name();
        }

        @Override
        public Place place() {
            return real.place();
        }

        @Override
        public Fingerprint fingerprint() {
            return real.fingerprint();
        }

        @Override
        public ObservedCluster observe(ClusterId id) {
            return real.observe(id);
        }

        @Override
        public Convergence converge(DesiredCluster desired, ObservedCluster observed) {
            var found = real.converge(desired, observed);
            gate.pass();
            return found;
        }
    }
}
