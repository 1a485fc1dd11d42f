package io.atoll.provisioner.machine;

import java.util.stream.IntStream;

/// Ports from first to last, both included.
public record PortRange(int first, int last) {

    public PortRange {
        if (first < 1 || last > 65_535 || first > last) {
            throw new IllegalArgumentException("Not a range of ports: " + first + "-" + last);
        }
    }

    /// Reads `9000-9999`.
    public static PortRange parse(String text) {
        var bounds = text.trim().split("-", -1);
        if (bounds.length != 2) {
            throw new IllegalArgumentException("Not a range of ports, like 9000-9999: " + text);
        }
        return new PortRange(
                Integer.parseInt(bounds[0].trim()), Integer.parseInt(bounds[1].trim()));
    }

    public boolean contains(int port) {
        return port >= first && port <= last;
    }

    public IntStream ports() {
        return IntStream.rangeClosed(first, last);
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
