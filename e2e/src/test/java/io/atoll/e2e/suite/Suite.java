package io.atoll.e2e.suite;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * One whole Atoll for all tests of this module: started by the same script that people use, in an
 * empty home, on ports of its own; ended with all its clusters when the tests are over.
 */
public final class Suite {
    public static final String PASSWORD = "correct-horse-battery-9";
    private static final int INTERNAL_PORTS = 20;
    private static final int MANAGED_PORTS = 300;
    private static final Duration START = Duration.ofMinutes(4);

    private final Path home;
    private final int port;
    private final int internalPort;
    private final Processes processes;
    private static volatile Suite started;
    private volatile Api admin;
    private volatile long adminUntil;

    /** Made on first use; if that fails, every test that asks for it fails at once. */
    private static final class Only {
        static final Suite SUITE = create();
    }

    private Suite(Path home, int port) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        Awaitility.setDefaultPollInterval(Duration.ofMillis(100));
        this.home = home;
        this.port = port;
        internalPort = port + 1;
        processes = new Processes(home);
    }

    /**
     * For trying single tests: {@code -Datoll.suite=<home>:<port>} takes a suite that runs already,
     * with this class's password and the ports that follow the first.
     */
    private static Suite create() {
        var running = System.getProperty("atoll.suite", "");
        if (!running.isEmpty()) {
            var words = running.split(":");
            return new Suite(Path.of(words[0]), Integer.parseInt(words[1]));
        }
        try {
            var home = Files.createTempDirectory("atoll-e2e-").toRealPath();
            return new Suite(home, freeRange(MANAGED_PORTS + INTERNAL_PORTS + 1)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Suite get() {
        return Only.SUITE;
    }

    /** Absent where no test has asked for it yet. */
    static Optional<Suite> running() {
        return Optional.ofNullable(started);
    }

    public Path home() {
        return home;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where a service listens, past the gateway. */
    public URI service(String name) {
        int number = List.of("registry", "provisioner", "ops", "web").indexOf(name) + 1;
        return URI.create("http://127.0.0.1:" + (internalPort + number));
    }

    public Processes processes() {
        return processes;
    }

    /** Nodes of this suite that are containers. */
    public Containers containers() {
        return new Containers(installation());
    }

    private String installation() {
        return "e2e-" + port;
    }

    /** Every port that this suite may listen on. */
    public IntStream ports() {
        return IntStream.rangeClosed(port, port + INTERNAL_PORTS + MANAGED_PORTS);
    }

    /** The administrator; signed in again before the token ends. */
    public synchronized Api admin() {
        if (admin == null || System.nanoTime() - adminUntil > 0) {
            admin = Api.signedIn(url(), "admin", PASSWORD);
            adminUntil = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        }
        return admin;
    }

    /** The process that plays the part just now; waits for one that is being started again. */
    public Processes.Found find(Member member) {
        return await(member + " running")
                .ignoreExceptions()
                .until(() -> recorded(member), Processes.Found::isAlive);
    }

    private Processes.Found recorded(Member member) throws IOException {
        var record = Files.readString(home.resolve("run").resolve(member.record()));
        var pid = Long.parseLong(record.strip().split(" ")[0]);
        return new Processes.Found(pid, List.of(member.name()));
    }

    /** Kills one process of the suite; it is started again by the launcher. */
    public void kill(Member member) {
        var victim = find(member);
        victim.kill();
        await().until(() -> !victim.isAlive());
    }

    public void awaitReady() {
        await().atMost(START).ignoreExceptions().until(this::isReady);
    }

    private boolean isReady() {
        return Api.anonymous(url()).get("/health/ready").status() == 200;
    }

    /** Runs the script with this suite's environment; answers what it printed. */
    public String atoll(Duration limit, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Repository.root().resolve("atoll").toString());
        command.addAll(List.of(arguments));
        try {
            var log = Files.createTempFile(home, "command-", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(log.toFile()).directory(Repository.root().toFile());
            environment(builder);
            var process = builder.start();
            var ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            var text = Files.readString(log);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                var how = ended ? "ended with " + process.exitValue() : "took too long";
                throw new AssertionError(command + " " + how + ":\n" + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void environment(ProcessBuilder builder) {
        var environment = builder.environment();
        var managed = internalPort + INTERNAL_PORTS;
        environment.put("ATOLL_HOME", home.toString());
        environment.put("ATOLL_PORT", Integer.toString(port));
        environment.put("ATOLL_INTERNAL_PORT", Integer.toString(internalPort));
        environment.put("ATOLL_PORT_RANGE", managed + "-" + (managed + MANAGED_PORTS - 1));
        environment.put("ATOLL_ADMIN_PASSWORD", PASSWORD);
        // One person and one address are all users of the tests.
        for (var limit : List.of("READ", "WRITE", "MESSAGE", "STREAM", "SIGN_IN", "ADDRESS")) {
            environment.put("ATOLL_RATE_" + limit, "1000000/60s");
        }
        environment.put("ATOLL_DOCKER_HOME", installation());
        environment.put("ATOLL_DEFAULT_RUNTIME", "process");
    }

    private Suite start() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopQuietly, "suite-down"));
        System.out.println(atoll(START, "up", "--detach"));
        awaitReady();
        started = this;
        return this;
    }

    private void stopQuietly() {
        if (!processes.all().isEmpty()) {
            atoll(Duration.ofMinutes(1), "down", "--all");
        }
    }

    /** A run of ports below the system's ephemeral range that nobody listens on. */
    private static int freeRange(int size) {
        var start = 12_000 + (int) (ProcessHandle.current().pid() % 40) * 400;
        return IntStream.iterate(start, p -> p + size <= 32_000, p -> p + 400)
                .filter(from -> IntStream.range(from, from + size).allMatch(Suite::isFree))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no free run of " + size + " ports"));
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
