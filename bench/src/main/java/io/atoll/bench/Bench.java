package io.atoll.bench;

/** One measurement. */
interface Bench {
    /** Prints what it measured as lines of a Markdown table. */
    void run(Report report) throws Exception;
}
