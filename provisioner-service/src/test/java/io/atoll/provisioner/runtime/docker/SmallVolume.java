package io.atoll.provisioner.runtime.docker;

import java.util.ArrayList;
import java.util.List;

/**
 * A volume of few megabytes under the name and labels that a node's own would have. A container of
 * somebody else keeps it mounted, so that it outlives its node, and fills it.
 */
final class SmallVolume implements AutoCloseable {

    private static final int MEGABYTES = 24;
    private static final String APPUSER = "1000";

    private final String name;
    private final String holder;

    SmallVolume(String home, String cluster, String node) {
        name = "atoll-" + cluster + "-" + node;
        holder = "holder-of-" + name;
        var size = "o=size=%dm,uid=%s,mode=0755".formatted(MEGABYTES, APPUSER);
        var create = new ArrayList<>(List.of("volume", "create", "--driver", "local"));
        create.addAll(List.of("--opt", "type=tmpfs", "--opt", "device=tmpfs", "--opt", size));
        create.addAll(List.of("--label", "io.atoll.home=" + home));
        create.addAll(List.of("--label", "io.atoll.cluster=" + cluster));
        create.addAll(List.of("--label", "io.atoll.node=" + node, name));
        DockerOfTest.run(create.toArray(String[]::new));
        var mount = name + ":/small:nocopy";
        var image = DockerOfTest.IMAGES.kafka();
        DockerOfTest.run(
                "run", "-d", "--name", holder, "--user", "0", "-v", mount, image, "sleep", "600");
    }

    /** Not a byte more can be written afterwards. */
    void fill() {
        if (DockerOfTest.succeeds("exec", holder, "sh", "-c", "cat /dev/zero >/small/ballast")) {
            throw new IllegalStateException(name + " has no end");
        }
    }

    void giveBack() {
        DockerOfTest.run("exec", holder, "rm", "/small/ballast");
    }

    /** The volume itself stays where a node uses it, and goes with that. */
    @Override
    public void close() {
        DockerOfTest.run("rm", "-fv", holder);
        DockerOfTest.succeeds("volume", "rm", name);
    }
}
