package io.atoll.provisioner.runtime.docker.daemon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.atoll.provisioner.runtime.ClusterRuntime.Away;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The daemon: clients for short questions, for work, and for streams that never end. No
/// version of the API is set, so the daemon speaks its newest.
public final class Daemon {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration QUICK = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int MANY_STREAMS = 256;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String host;
    private final Supplier<Clients> clients;
    private final Clock clock;
    private volatile @Nullable Answer known;

    /// What the daemon said about itself, or that it said nothing.
    private record Answer(Instant at, @Nullable Info info, @Nullable Away away) {}

    public Daemon(String host, Clock clock) {
        this.host = host;
        this.clock = clock;
        this.clients = once(() -> Clients.of(host));
    }

    private record Clients(
            DockerClient instant,
            DockerClient quick,
            DockerClient slow,
            DockerClient streams,
            DockerHttpClient http) {

        static Clients of(String host) {
            var config =
                    DefaultDockerClientConfig.createDefaultConfigBuilder()
                            .withDockerHost(host)
                            .withDockerTlsVerify(false)
                            .build();
            var quick = http(config, QUICK);
            var slow = http(config, LONG);
            return new Clients(
                    DockerClientImpl.getInstance(config, http(config, AT_ONCE)),
                    DockerClientImpl.getInstance(config, quick),
                    DockerClientImpl.getInstance(config, slow),
                    DockerClientImpl.getInstance(config, http(config, null)),
                    slow);
        }

        private static DockerHttpClient http(DockerClientConfig config, @Nullable Duration answer) {
            var builder =
                    new ZerodepDockerHttpClient.Builder()
                            .dockerHost(config.getDockerHost())
                            .sslConfig(config.getSSLConfig())
                            .maxConnections(MANY_STREAMS)
                            .connectionTimeout(CONNECT);
            return answer == null ? builder.build() : builder.responseTimeout(answer).build();
        }
    }

    private static Supplier<Clients> once(Supplier<Clients> maker) {
        return new Supplier<>() {
            private @Nullable Clients made;

            @Override
            public synchronized Clients get() {
                if (made == null) {
                    made = maker.get();
                }
                return made;
            }
        };
    }

    /// What it says about itself, or none within two seconds; remembered for as long.
    public synchronized Info info() {
        var answer = known;
        if (answer == null || clock.instant().isAfter(answer.at().plus(AT_ONCE))) {
            answer = look();
            known = answer;
        }
        if (answer.info() == null) {
            throw Objects.requireNonNull(answer.away());
        }
        return answer.info();
    }

    private Answer look() {
        try {
            var info = guarded(AT_ONCE, () -> clients.get().instant().infoCmd().exec());
            return new Answer(clock.instant(), info, null);
        } catch (Away away) {
            return new Answer(clock.instant(), null, away);
        } catch (DockerException refusal) {
            var words = "Docker refused to tell about itself: " + Refusals.words(refusal);
            return new Answer(clock.instant(), null, new Away(words, refusal));
        }
    }

    /// A short question. What the daemon itself refuses stays a {@link DockerException}.
    public <T extends @Nullable Object> T ask(Function<DockerClient, T> question) {
        requireVoice();
        try {
            return guarded(QUICK, () -> question.apply(clients.get().quick()));
        } catch (Away silence) {
            known = new Answer(clock.instant(), null, silence);
            throw silence;
        }
    }

    /// Work that may take long: creating, starting, removing.
    public <T extends @Nullable Object> T work(Function<DockerClient, T> work) {
        requireVoice();
        return guarded(LONG, () -> work.apply(clients.get().slow()));
    }

    /// While the daemon is silent one short look at a time is taken for everybody: whoever waited
    /// for long on their own would keep others from their turn.
    private void requireVoice() {
        var answer = known;
        if (answer != null && answer.away() != null) {
            info();
        }
    }

    /// For streams, which end when their callback is closed.
    public DockerClient streams() {
        return clients.get().streams();
    }

    /// A path that the client has no command for.
    public JsonNode get(String path) {
        return guarded(
                LONG,
                () -> {
                    var request = Request.builder().method(Request.Method.GET).path(path).build();
                    try (var answer = clients.get().http().execute(request)) {
                        return JSON.readTree(answer.getBody());
                    } catch (IOException broken) {
                        throw away(broken);
                    }
                });
    }

    /// Reading from a Unix socket knows no time-out, so the limit is kept here as well: the
    /// interrupt closes the connection.
    private <T extends @Nullable Object> T guarded(Duration limit, Supplier<T> call) {
        var answer = new FutureTask<T>(call::get);
        Thread.ofVirtual().name("docker-call").start(answer);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw told(failure.getCause());
        } catch (TimeoutException silence) {
            answer.cancel(true);
            throw away(silence);
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw away(stopping);
        }
    }

    private RuntimeException told(@Nullable Throwable failure) {
        return switch (failure) {
            case DockerException refusal -> refusal;
            case Away known -> known;
            case RuntimeException broken -> isTransport(broken) ? away(broken) : broken;
            case null, default -> new IllegalStateException(failure);
        };
    }

    private static boolean isTransport(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private Away away(Exception cause) {
        return new Away("Docker does not answer at " + host + why() + ".", cause);
    }

    private String why() {
        var socket = Path.of(host.replaceFirst("^unix://", ""));
        if (!host.startsWith("unix://") || !Files.exists(socket) || Files.isWritable(socket)) {
            return "";
        }
        try {
            var group = Files.getAttribute(socket, "unix:gid");
            return ": the socket is not for this user, but for group " + group;
        } catch (IOException gone) {
            return "";
        }
    }
}
