package io.atoll.provisioner.runtime.docker;

import io.atoll.provisioner.runtime.Place;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the Docker runtime. */
@ConfigMapping(prefix = "atoll.docker")
public interface DockerConfig {

    /** False: never used, even where a daemon answers. */
    @WithDefault("true")
    boolean enabled();

    /** Where the daemon listens: unix:// or tcp://. */
    @WithDefault("unix:///var/run/docker.sock")
    String host();

    /** Directory for what is kept about nodes between two looks; made when it is not there. */
    Path stateDir();

    /**
     * Name of this installation in labels; default: one made on first use, in the state directory.
     */
    Optional<String> home();

    /** Address of the machine that ports of nodes are published on. */
    @WithDefault("127.0.0.1")
    String bindAddress();

    /** Host that clients are told; default: the bind address, 127.0.0.1 where that means all. */
    Optional<String> advertisedHost();

    /**
     * How Atoll itself reaches nodes: {@code host} at published ports, {@code network} by name. The
     * second is for a provisioner in a container and wants a shared network.
     */
    @WithDefault("host")
    Reach reach();

    /** An existing network that every node joins besides its own, for the services of Atoll. */
    Optional<String> network();

    /** Most cores that one node may keep busy; at most those of the machine. */
    @WithDefault("2")
    double cpus();

    /** How long a node may take to end before it is killed. */
    @WithDefault("20s")
    Duration stopTimeout();

    /** No node is started with less free disk space, in bytes. */
    @WithDefault("209715200")
    long minFreeDiskBytes();

    /** What nodes are made from. */
    Images images();

    /** Ways to nodes. */
    enum Reach {
        HOST,
        NETWORK
    }

    /** Images by name and tag. */
    interface Images {

        /** Broker. */
        @WithDefault("apache/kafka:4.1.1")
        String kafka();

        /** REST proxy. */
        @WithDefault("confluentinc/cp-kafka-rest:8.1.0")
        String restProxy();

        /** User interface. */
        @WithDefault("ghcr.io/kafbat/kafka-ui:v1.5.0")
        String ui();
    }

    /** The same as plain values. */
    default DockerSettings settings() {
        var everywhere = bindAddress().equals("0.0.0.0") || bindAddress().equals("::");
        return new DockerSettings(
                enabled(),
                host(),
                stateDir().toAbsolutePath().normalize(),
                home(),
                bindAddress(),
                advertisedHost().orElse(everywhere ? "127.0.0.1" : bindAddress()),
                reach() == Reach.NETWORK,
                network(),
                cpus(),
                stopTimeout(),
                minFreeDiskBytes(),
                new Place.Images(images().kafka(), images().restProxy(), images().ui()));
    }
}
