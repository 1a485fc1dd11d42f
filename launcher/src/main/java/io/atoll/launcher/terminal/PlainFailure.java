package io.atoll.launcher.terminal;

/// A failure whose message is written for the person at the terminal: what is wrong, what to do.
public final class PlainFailure extends RuntimeException {

    public PlainFailure(String sentence) {
        super(sentence);
    }

    public PlainFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
