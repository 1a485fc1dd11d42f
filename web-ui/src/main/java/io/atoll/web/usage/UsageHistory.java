package io.atoll.web.usage;

import io.atoll.contracts.runtime.UsageView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last samples of each cluster that somebody looked at; safe for any thread. */
@ApplicationScoped
public class UsageHistory {

    private static final int SAMPLES = 60;
    private static final int CLUSTERS = 2_000;

    private final Map<String, Deque<UsageView>> byCluster =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Deque<UsageView>> eldest) {
                    return size() > CLUSTERS;
                }
            };

    /** Adds a sample if it is newer than the last one, and answers all, oldest first. */
    public synchronized List<UsageView> add(UsageView sample) {
        Deque<UsageView> samples =
                byCluster.computeIfAbsent(sample.clusterId(), id -> new ArrayDeque<>());
        UsageView last = samples.peekLast();
        if (last == null || last.sampledAt().isBefore(sample.sampledAt())) {
            samples.addLast(sample);
        }
        if (samples.size() > SAMPLES) {
            samples.removeFirst();
        }
        return List.copyOf(samples);
    }
}
