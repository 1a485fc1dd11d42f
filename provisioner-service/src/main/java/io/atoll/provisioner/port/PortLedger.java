package io.atoll.provisioner.port;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every port that is or was held.
public record PortLedger(Map<Integer, Entry> entries) {

    /// @param cluster the holder, absent after the release
    /// @param releasedAt absent while it is held
    public record Entry(
            int port, @Nullable String cluster, String use, @Nullable Instant releasedAt) {}

    public PortLedger {
        entries = Map.copyOf(entries);
    }

    public static PortLedger of(List<Entry> entries) {
        var byPort = new HashMap<Integer, Entry>();
        entries.forEach(entry -> byPort.put(entry.port(), entry));
        return new PortLedger(byPort);
    }

    Optional<String> holder(int port) {
        return Optional.ofNullable(entries.get(port)).map(Entry::cluster);
    }

    /// By use.
    Map<String, Integer> heldBy(String cluster) {
        var held = new HashMap<String, Integer>();
        entries.values().stream()
                .filter(entry -> cluster.equals(entry.cluster()))
                .forEach(entry -> held.put(entry.use(), entry.port()));
        return held;
    }

    /// Ports that were never held first, then those whose release is longest ago; stable.
    Comparator<Integer> leastRecentlyHeld() {
        return Comparator.comparing(this::releasedAt);
    }

    private Instant releasedAt(int port) {
        var entry = entries.get(port);
        return entry == null || entry.releasedAt() == null ? Instant.MIN : entry.releasedAt();
    }
}
