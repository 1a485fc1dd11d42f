package io.atoll.launcher.jvm;

import java.util.ArrayList;
import java.util.List;

/// How much a program compiles while it runs. All begin later than a JVM does by itself, at three
/// times the counts, and do not compile ahead what an earlier run had compiled: both take a start
/// more time than they save it.
public enum Compilation {
    /// By the quick compiler alone: soonest ready, smallest.
    QUICK,

    /// By the optimising compiler too, of what has run twelve times as often as a JVM waits for by
    /// itself: what a start runs has not, the path of every request soon has.
    HOT;

    private static final List<String> LATE =
            List.of(
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-AOTReplayTraining",
                    "-XX:Tier3InvocationThreshold=600",
                    "-XX:Tier3MinInvocationThreshold=300",
                    "-XX:Tier3CompileThreshold=6000",
                    "-XX:Tier3BackEdgeThreshold=180000");

    List<String> flags() {
        var words = new ArrayList<>(LATE);
        words.addAll(
                switch (this) {
                    case QUICK -> List.of("-XX:TieredStopAtLevel=1");
                    case HOT ->
                            List.of(
                                    "-XX:Tier4InvocationThreshold=60000",
                                    "-XX:Tier4MinInvocationThreshold=7200",
                                    "-XX:Tier4CompileThreshold=180000",
                                    "-XX:Tier4BackEdgeThreshold=480000");
                });
        return words;
    }
}
