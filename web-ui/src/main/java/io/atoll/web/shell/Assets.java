package io.atoll.web.shell;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The static files, in memory. Small parts are joined into one file of each type; all are served
 * under one prefix that contains a hash of everything, so browsers may keep them for ever.
 */
@Singleton
public class Assets {

    private static final List<String> STYLES =
            List.of(
                    "tokens",
                    "base",
                    "frame",
                    "controls",
                    "panels",
                    "tables",
                    "fleet",
                    "cluster",
                    "records",
                    "pages",
                    "people",
                    "narrow");
    private static final List<String> SCRIPTS =
            List.of(
                    "morph", "toast", "live", "clock", "copy", "keys", "form", "feed", "logs",
                    "json", "implied");
    private static final String HTMX_POM = "META-INF/maven/org.webjars.npm/htmx.org/pom.properties";

    private final Map<String, byte[]> files = new TreeMap<>();
    private final String prefix;

    Assets() {
        files.put("app.css", join("css", STYLES));
        files.put("app.js", join("js", SCRIPTS));
        files.put("theme.js", read("static/theme.js"));
        files.put("favicon.svg", read("static/favicon.svg"));
        files.put("htmx.js", htmx());
        prefix = "/static/" + hash();
    }

    /** Where pages find their files: {@code /static/<hash>}. */
    public String prefix() {
        return prefix;
    }

    byte @Nullable [] file(String name) {
        return files.get(name);
    }

    /** The webjar keeps its files in a folder named after its version. */
    private static byte[] htmx() {
        Properties pom = new Properties();
        try {
            pom.load(new ByteArrayInputStream(read(HTMX_POM)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(
                "META-INF/resources/webjars/htmx.org/"
                        + pom.getProperty("version")
                        + "/dist/htmx.min.js");
    }

    private static byte[] join(String type, List<String> parts) {
        StringBuilder whole = new StringBuilder();
        for (String part : parts) {
            byte[] bytes = read("static/" + type + "/" + part + "." + type);
            whole.append(new String(bytes, StandardCharsets.UTF_8)).append('\n');
        }
        return whole.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(String path) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
