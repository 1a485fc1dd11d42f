package io.atoll.launcher.jvm;

import java.util.List;

/// How much a program compiles while it runs.
public enum Compilation {
    /// By the quick compiler alone: soonest ready, smallest.
    QUICK,

    /// By the optimising compiler too, of what has run four times as often as a JVM waits for by
    /// itself: what a start runs has not, the path of every request soon has.
    HOT;

    List<String> flags() {
        return switch (this) {
            case QUICK -> List.of("-XX:TieredStopAtLevel=1");
            case HOT ->
                    List.of(
                            "-XX:+UnlockDiagnosticVMOptions",
                            "-XX:-AOTReplayTraining",
                            "-XX:Tier4InvocationThreshold=20000",
                            "-XX:Tier4MinInvocationThreshold=2400",
                            "-XX:Tier4CompileThreshold=60000",
                            "-XX:Tier4BackEdgeThreshold=160000");
        };
    }
}
