package io.atoll.provisioner.runtime.docker.daemon;

import com.github.dockerjava.api.exception.DockerException;
import io.atoll.provisioner.runtime.node.StepBlocked;
import java.util.regex.Pattern;

/// What the daemon refuses, in our words. It tells causes apart in its text alone. Pure.
public final class Refusals {

    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"(.*)\"", Pattern.DOTALL);
    private static final Pattern PORT = Pattern.compile(":(\\d{2,5}):? (failed|bind)");
    private static final int LONGEST = 300;

    private Refusals() {}

    /// The daemon's own words, shortened.
    public static String words(DockerException refusal) {
        var text = String.valueOf(refusal.getMessage()).trim();
        var found = MESSAGE.matcher(text);
        var words =
                (found.find() ? found.group(1) : text).replace("\\\"", "\"").replace("\\n", " ");
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }

    public static boolean isNoImage(DockerException refusal) {
        return refusal.getHttpStatus() == 404 && words(refusal).contains("No such image");
    }

    public static boolean isNameTaken(DockerException refusal) {
        return refusal.getHttpStatus() == 409 && words(refusal).contains("already");
    }

    public static StepBlocked nameTaken(String what, String name) {
        return new StepBlocked(
                "NameTaken",
                "A %s named %s exists that this Atoll did not make: remove or rename it."
                        .formatted(what, name));
    }

    public static StepBlocked of(DockerException refusal, String node) {
        var words = words(refusal);
        if (words.contains("port is already allocated")
                || words.contains("address already in use")) {
            return portTaken(words, node);
        }
        if (words.contains("no space left on device")) {
            return new StepBlocked(
                    "DiskFull",
                    "The disk that Docker uses is full: free some space, then it goes on by"
                            + " itself.");
        }
        if (words.contains("non-overlapping IPv4 address pool")) {
            return new StepBlocked(
                    "NoNetworkLeft",
                    "Docker has no address range left for another network: remove networks that"
                            + " nobody uses, or give it more ranges (default-address-pools).");
        }
        if (words.contains("has active endpoints")) {
            return new StepBlocked(
                    "NetworkInUse",
                    "Containers that are not Atoll's use the network of this cluster: disconnect"
                            + " them.");
        }
        return new StepBlocked("RefusedByDocker", "Docker refused %s: %s".formatted(node, words));
    }

    private static StepBlocked portTaken(String words, String node) {
        var port = PORT.matcher(words);
        return new StepBlocked(
                "PortTaken",
                port.find()
                        ? "Port %s of %s is used by another program.".formatted(port.group(1), node)
                        : "A port of %s is used by another program.".formatted(node));
    }
}
