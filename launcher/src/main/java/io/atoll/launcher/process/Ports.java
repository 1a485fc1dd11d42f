package io.atoll.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// TCP ports of this machine.
public final class Ports {

    private static final String LISTENING = "0A";

    private Ports() {}

    public static boolean isFree(String host, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getAllByName(host)[0], port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /// The process that listens on a port; empty when it is another user's.
    public static OptionalLong owner(int port) {
        var socket = Stream.of("tcp", "tcp6").flatMap(table -> inode(table, port).stream());
        return socket.findFirst().map(Ports::holder).orElseGet(OptionalLong::empty);
    }

    private static Optional<String> inode(String table, int port) {
        var suffix = ":%04X".formatted(port);
        try (var lines = Files.lines(Path.of("/proc/net/" + table))) {
            return lines.map(line -> line.strip().split("\\s+", -1))
                    .filter(words -> words.length > 9)
                    .filter(words -> words[1].endsWith(suffix) && words[3].equals(LISTENING))
                    .map(words -> "socket:[" + words[9] + "]")
                    .findFirst();
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static OptionalLong holder(String socket) {
        return ProcessHandle.allProcesses()
                .mapToLong(ProcessHandle::pid)
                .filter(pid -> holds(pid, socket))
                .findFirst();
    }

    private static boolean holds(long pid, String socket) {
        try (var files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return files.anyMatch(file -> pointsAt(file, socket));
        } catch (IOException | UncheckedIOException notOursOrGone) {
            return false;
        }
    }

    private static boolean pointsAt(Path file, String socket) {
        try {
            return Files.readSymbolicLink(file).toString().equals(socket);
        } catch (IOException closed) {
            return false;
        }
    }
}
