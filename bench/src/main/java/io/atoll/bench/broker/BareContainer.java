package io.atoll.bench.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * The container that a managed cluster was made of, started by hand: the same image, environment,
 * limits and ports. The managed one has to be gone, since it holds the ports.
 */
public final class BareContainer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> run = new ArrayList<>(List.of("docker", "run", "--detach"));
    private final String bootstrap;

    private BareContainer(JsonNode managed, String bootstrap) {
        this.bootstrap = bootstrap;
        var limits = managed.get("HostConfig");
        add("--hostname", managed.at("/Config/Hostname").asText());
        add("--memory", limits.get("Memory").asText());
        add("--memory-swap", limits.get("MemorySwap").asText());
        add("--cpus", String.valueOf(limits.get("NanoCpus").asLong() / 1e9));
        managed.at("/Config/Env").forEach(variable -> add("--env", variable.asText()));
        limits.get("PortBindings").properties().forEach(this::publish);
        run.add(managed.at("/Config/Image").asText());
    }

    private void add(String option, String value) {
        run.add(option);
        run.add(value);
    }

    private void publish(Map.Entry<String, JsonNode> port) {
        for (var binding : port.getValue()) {
            var host = binding.get("HostIp").asText() + ":" + binding.get("HostPort").asText();
            add("--publish", host + ":" + port.getKey());
        }
    }

    /**
     * @param container name of a managed one that exists
     * @param bootstrap at which clients reach it
     */
    public static BareContainer like(String container, String bootstrap)
            throws IOException, InterruptedException {
        var found = docker(List.of("docker", "inspect", container));
        return new BareContainer(JSON.readTree(found).get(0), bootstrap);
    }

    public long timeToFirstRecord() throws IOException, InterruptedException, ExecutionException {
        var begin = System.nanoTime();
        var id = docker(run).strip();
        try {
            Records.roundTrip(bootstrap);
            return System.nanoTime() - begin;
        } finally {
            docker(List.of("docker", "rm", "--force", "--volumes", id));
        }
    }

    private static String docker(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return said;
    }
}
