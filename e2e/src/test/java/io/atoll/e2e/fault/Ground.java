package io.atoll.e2e.fault;

import io.atoll.e2e.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where nodes of clusters run, seen from outside. */
enum Ground {
    PROCESS {
        @Override
        List<Node> nodes(Suite suite) {
            return suite.processes().nodes().stream()
                    .map(
                            p ->
                                    new Node(
                                            p.property("atoll.cluster").orElseThrow(),
                                            p.property("atoll.node").orElse("?"),
                                            "pid " + p.pid(),
                                            p::kill))
                    .toList();
        }

        /** Directories, also half-made or half-removed ones; not those set aside. */
        @Override
        Set<String> clusters(Suite suite) {
            var clusters = suite.home().resolve("clusters");
            return Files.isDirectory(clusters) ? names(clusters) : Set.of();
        }

        private static Set<String> names(Path clusters) {
            try (var entries = Files.list(clusters)) {
                return entries.filter(Files::isDirectory)
                        .map(d -> d.getFileName().toString().replaceFirst("^\\.(trash|new)-", ""))
                        .filter(name -> !name.startsWith("."))
                        .collect(Collectors.toCollection(TreeSet::new));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    DOCKER {
        @Override
        List<Node> nodes(Suite suite) {
            return suite.containers().running().stream()
                    .map(
                            c ->
                                    new Node(
                                            c.cluster(),
                                            c.node(),
                                            c.name() + " " + c.started(),
                                            c::kill))
                    .toList();
        }

        /** Containers, networks and volumes. */
        @Override
        Set<String> clusters(Suite suite) {
            return new TreeSet<>(suite.containers().clusters());
        }
    };

    /**
     * @param life what runs as this node now: another one after each start
     */
    record Node(String cluster, String name, String life, Runnable kill) {
        @Override
        public String toString() {
            return cluster + "/" + name + " (" + life + ")";
        }
    }

    abstract List<Node> nodes(Suite suite);

    List<Node> nodes(Suite suite, String cluster) {
        return nodes(suite).stream().filter(n -> n.cluster().equals(cluster)).toList();
    }

    /** Clusters of which there is anything. */
    abstract Set<String> clusters(Suite suite);

    /** Name in the API. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
