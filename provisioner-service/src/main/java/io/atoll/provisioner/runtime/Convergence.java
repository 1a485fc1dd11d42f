package io.atoll.provisioner.runtime;

import java.time.Duration;

/// How far a runtime is on its way to what is desired.
public sealed interface Convergence {

    /// Nothing is left to do.
    record Converged() implements Convergence {}

    /// Steps were taken or are awaited; worth another look after this time.
    record Progressing(Duration after) implements Convergence {}

    /// Something that takes long has to end first, and is on its way.
    ///
    /// @param reason CamelCase, for machines
    /// @param message how far it is, one plain sentence, for people
    record Preparing(Duration after, String reason, String message) implements Convergence {}

    /// Something from outside is in the way; tried again, since it may go away.
    ///
    /// @param reason CamelCase, for machines
    /// @param message one plain sentence, for people
    record Blocked(String reason, String message) implements Convergence {}
}
