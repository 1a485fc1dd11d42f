package io.atoll.provisioner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** TCP sockets that wait for connections, from proc(5): {@code /proc/net/tcp} and {@code tcp6}. */
final class Listeners {

    private static final String LISTENING = "0A";

    /**
     * @param address {@code 127.0.0.1}, {@code any}, or what the kernel calls it
     */
    record Listener(String address, int port) {}

    private Listeners() {}

    /** Those of the processes. */
    static List<Listener> of(Collection<Long> pids) throws IOException {
        var sockets = new HashSet<String>();
        for (var pid : pids) {
            sockets.addAll(sockets(pid));
        }
        var found = new ArrayList<Listener>();
        for (var table : List.of("tcp", "tcp6")) {
            for (var line : Files.readAllLines(Path.of("/proc/net", table))) {
                var words = line.strip().split("\\s+");
                if (words[3].equals(LISTENING) && sockets.contains("socket:[" + words[9] + "]")) {
                    var at = words[1].split(":");
                    found.add(new Listener(address(at[0]), Integer.parseInt(at[1], 16)));
                }
            }
        }
        return found;
    }

    private static Set<String> sockets(long pid) throws IOException {
        var sockets = new HashSet<String>();
        try (var files = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (var file : files) {
                try {
                    sockets.add(Files.readSymbolicLink(file).toString());
                } catch (NoSuchFileException closed) {
                    continue; // between the listing and the look
                }
            }
        }
        return sockets;
    }

    /** The kernel writes words of four bytes with the last byte first. */
    private static String address(String hex) {
        return switch (hex) {
            case "0100007F", "0000000000000000FFFF00000100007F" -> "127.0.0.1";
            case "00000000", "00000000000000000000000000000000" -> "any";
            default -> hex;
        };
    }
}
