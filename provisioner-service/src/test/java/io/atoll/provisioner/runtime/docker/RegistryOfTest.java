package io.atoll.provisioner.runtime.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a daemon needs of a registry to pull (OCI distribution, the pull category), serving an image
 * out of an archive of docker save.
 */
final class RegistryOfTest implements AutoCloseable {

    private static final String DOCKER = "application/vnd.docker.";
    private static final String MANIFEST = DOCKER + "distribution.manifest.v2+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, byte[]> manifests = new ConcurrentHashMap<>();
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicBoolean brokeOff = new AtomicBoolean();
    private volatile String held = "";

    static {
        // The daemon tries TLS first; without a limit both sides would wait for 10 s.
        System.setProperty("sun.net.httpserver.maxReqTime", "1");
    }

    RegistryOfTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v2/", this::answer);
        server.start();
    }

    String image(String name) {
        return "127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), name);
    }

    /** Half of the last layer is sent until {@link #breakOff}. */
    void publish(String tag, Path archive) throws IOException {
        var index = JSON.readTree(archive.resolve("manifest.json").toFile()).get(0);
        var layers = new ArrayList<Map<String, Object>>();
        for (var layer : index.get("Layers")) {
            var type = DOCKER + "image.rootfs.diff.tar.gzip";
            layers.add(blob(type, Files.readAllBytes(archive.resolve(layer.asText()))));
        }
        held = String.valueOf(layers.getLast().get("digest"));
        var config = Files.readAllBytes(archive.resolve(index.get("Config").asText()));
        var manifest =
                Map.of(
                        "schemaVersion",
                        2,
                        "mediaType",
                        MANIFEST,
                        "config",
                        blob(DOCKER + "container.image.v1+json", config),
                        "layers",
                        layers);
        var text = JSON.writeValueAsBytes(manifest);
        manifests.put(digest(text), text);
        manifests.put(tag, text);
    }

    /** The connection that waits is closed in the middle; whoever asks again gets all. */
    void breakOff() {
        release.countDown();
    }

    private Map<String, Object> blob(String type, byte[] content) {
        var digest = digest(content);
        blobs.put(digest, content);
        return Map.of("mediaType", type, "size", content.length, "digest", digest);
    }

    private static String digest(byte[] content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private void answer(HttpExchange request) throws IOException {
        try (request) {
            var path = List.of(request.getRequestURI().getPath().split("/"));
            if (path.size() <= 2) {
                send(request, 200, "application/json", "{}".getBytes(UTF_8));
            } else if (path.contains("manifests")) {
                manifest(request, path.getLast());
            } else {
                blob(request, path.getLast());
            }
        }
    }

    private void manifest(HttpExchange request, String tagOrDigest) throws IOException {
        var found = manifests.get(tagOrDigest);
        if (found == null) {
            var error =
                    "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest unknown\"}]}";
            send(request, 404, "application/json", error.getBytes(UTF_8));
            return;
        }
        request.getResponseHeaders().set("Docker-Content-Digest", digest(found));
        send(request, 200, MANIFEST, found);
    }

    private void blob(HttpExchange request, String digest) throws IOException {
        var content = blobs.get(digest);
        if (!digest.equals(held) || !brokeOff.compareAndSet(false, true)) {
            send(request, 200, "application/octet-stream", content);
            return;
        }
        request.sendResponseHeaders(200, content.length);
        request.getResponseBody().write(content, 0, content.length / 2);
        request.getResponseBody().flush();
        try {
            release.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange request, int code, String type, byte[] body)
            throws IOException {
        request.getResponseHeaders().set("Content-Type", type);
        var isHead = request.getRequestMethod().equals("HEAD");
        if (isHead) {
            request.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
        }
        request.sendResponseHeaders(code, isHead ? -1 : body.length);
        if (!isHead) {
            request.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        breakOff();
        server.stop(0);
        threads.shutdownNow();
    }
}
