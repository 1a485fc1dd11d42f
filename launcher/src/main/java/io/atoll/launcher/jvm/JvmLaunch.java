package io.atoll.launcher.jvm;

import io.atoll.launcher.child.Command;
import io.atoll.launcher.child.Launch;
import java.io.IOException;
import java.util.Map;

/// Starts a Java program with the cache that is there, or with a record for one. A start with a
/// cache that failed is followed by one without.
public final class JvmLaunch implements Launch {

    private final JvmProgram program;
    private final AotShelf caches;
    private final Map<String, String> environment;
    private final Preparation preparation;
    private volatile AotUse lastUse = new AotUse.Off();
    private boolean withoutCache;

    /// Writes files that the program reads at its start.
    @FunctionalInterface
    public interface Preparation {
        void run() throws IOException;
    }

    public JvmLaunch(
            JvmProgram program,
            AotShelf caches,
            Map<String, String> environment,
            Preparation preparation) {
        this.preparation = preparation;
        this.program = program;
        this.caches = caches;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Command prepare() throws IOException {
        preparation.run();
        lastUse = withoutCache ? new AotUse.Off() : caches.use(program);
        return new Command(program.command(lastUse), environment);
    }

    /// What starts without its cache alone has a cache that is no good.
    @Override
    public void succeeded() {
        if (withoutCache) {
            try {
                caches.remove(program);
                withoutCache = false;
            } catch (IOException stillThere) {
                return; // the next start does without it too
            }
        }
    }

    @Override
    public void failed() {
        withoutCache = lastUse instanceof AotUse.Cached;
    }

    public JvmProgram program() {
        return program;
    }

    /// What the process that runs now does with caches.
    public AotUse lastUse() {
        return lastUse;
    }
}
