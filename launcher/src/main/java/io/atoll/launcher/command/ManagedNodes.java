package io.atoll.launcher.command;

import io.atoll.launcher.home.Home;
import io.atoll.launcher.process.ProcessIdentity;
import io.atoll.launcher.process.ProcessTable;
import io.atoll.launcher.process.Signal;
import io.atoll.launcher.terminal.Screen;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The nodes of managed clusters, recognised by `-Datoll.home=<clusters>` on their command line.
record ManagedNodes(Home home, Screen screen) {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String CLUSTER = "-Datoll.cluster=";
    private static final String NODE = "-Datoll.node=";

    List<ProcessIdentity> running() {
        return ProcessTable.withArgument("-Datoll.home=" + home.clusters());
    }

    /// Asks all to end, waits half a minute, ends the rest by force.
    void stop() {
        var nodes = running();
        if (nodes.isEmpty()) {
            screen.say("No process of a managed cluster runs.");
        }
        var titles = nodes.stream().map(ManagedNodes::title).toList();
        nodes.forEach(this::end);
        for (var index = 0; index < nodes.size(); index++) {
            screen.say(
                    "  "
                            + titles.get(index)
                            + (awaitEnd(nodes.get(index)) ? " stopped" : " killed"));
        }
    }

    private void end(ProcessIdentity node) {
        var words = ProcessTable.arguments(node.pid());
        try {
            new EndingNote(home.clusters()).leave(after(CLUSTER, words), after(NODE, words), node);
        } catch (IOException notWritten) {
            screen.say(
                    "  No note is left that %s is stopped: %s".formatted(title(node), notWritten));
        }
        Signal.TERM.send(node);
    }

    private static boolean awaitEnd(ProcessIdentity node) {
        node.handle()
                .ifPresent(
                        handle ->
                                handle.onExit()
                                        .completeOnTimeout(
                                                handle, LIMIT.toSeconds(), TimeUnit.SECONDS)
                                        .join());
        if (node.isAlive()) {
            Signal.kill(node);
            return false;
        }
        return true;
    }

    private static String title(ProcessIdentity node) {
        var words = ProcessTable.arguments(node.pid());
        return "cluster %s node %s".formatted(after(CLUSTER, words), after(NODE, words));
    }

    private static String after(String prefix, List<String> words) {
        return words.stream()
                .filter(word -> word.startsWith(prefix))
                .map(word -> word.substring(prefix.length()))
                .findFirst()
                .orElse("?");
    }
}
