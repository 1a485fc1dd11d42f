package io.atoll.launcher.child;

import io.atoll.launcher.process.Signal;
import java.util.Set;

/// One part of the stack: a child process and what the supervisor must know of it.
///
/// @param name of its record and its log
/// @param title for people
/// @param tier higher ones stop first; those of one tier stop together
/// @param needs names of parts that are ready before this one starts
/// @param port where it listens on its host
/// @param stop how it is asked to end
public record Part(
        String name,
        String title,
        int tier,
        Set<String> needs,
        int port,
        Signal stop,
        Launch launch,
        Probe probe) {

    public Part {
        needs = Set.copyOf(needs);
    }
}
