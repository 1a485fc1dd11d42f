package io.atoll.provisioner.machine;

/// Names one process for good: pids are used again, a pid with its start time is not.
///
/// @param startTicks clock ticks from the start of the machine to that of the process
public record ProcessMark(long pid, long startTicks) {}
