package io.atoll.launcher.child;

/// What a child does, in the word that people read.
public enum State {
    WAITING("waiting"),
    STARTING("starting"),
    READY("ready"),
    DOWN("down"),
    STOPPED("stopped");

    private final String word;

    State(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
