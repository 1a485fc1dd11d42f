package io.atoll.kit.seal;

import io.atoll.kit.refusal.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The keys of this installation, read when first needed and again when one is missed. */
@ApplicationScoped
class SealKeys {

    private static final Logger LOG = Logger.getLogger(SealKeys.class);
    private static final String FILE = "[0-9]{1,9}\\.key";

    private final SealConfig config;
    private volatile List<SealKey> keys = List.of();

    SealKeys(SealConfig config) {
        this.config = config;
    }

    /** The one that seals. */
    SealKey first() {
        if (keys.isEmpty()) {
            reload();
        }
        return keys.stream()
                .findFirst()
                .orElseThrow(
                        () ->
                                new Unavailable(
                                        "This installation has no key to seal secrets with; see ATOLL_SEAL_DIR."));
    }

    Optional<SealKey> find(String id) {
        var known = among(id);
        if (known.isEmpty()) {
            reload();
            return among(id);
        }
        return known;
    }

    /**
     * A key that is away seals no more and opens what is still on its way until this process ends.
     * Throws {@link Unavailable} where one cannot be read; those that are known stay.
     */
    synchronized void reload() {
        var now = config.keys().map(SealKeys::given).orElseGet(() -> files(config.directory()));
        var away = keys.stream().filter(known -> !isAmong(now, known.id()));
        keys = Stream.concat(now.stream(), away).toList();
    }

    private static boolean isAmong(List<SealKey> keys, String id) {
        return keys.stream().anyMatch(key -> key.id().equals(id));
    }

    private Optional<SealKey> among(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private static List<SealKey> given(List<String> texts) {
        return texts.stream()
                .filter(t -> !t.isBlank())
                .map(t -> key("ATOLL_SEAL_KEYS", t))
                .toList();
    }

    private static SealKey key(String place, String text) {
        try {
            return SealKey.of(text);
        } catch (IllegalStateException e) {
            throw new Unavailable("%s in %s.".formatted(e.getMessage(), place));
        }
    }

    private static List<SealKey> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(f -> name(f).matches(FILE))
                    .sorted(Comparator.comparingInt(SealKeys::number).reversed())
                    .flatMap(SealKeys::read)
                    .toList();
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    private static int number(Path file) {
        var name = name(file);
        return Integer.parseInt(name.substring(0, name.indexOf('.')));
    }

    /** Where on this machine it lies is nobody's business outside. */
    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** Nothing of a file that went since the folder was listed. */
    private static Stream<SealKey> read(Path file) {
        try {
            return Stream.of(key(name(file), Files.readString(file)));
        } catch (NoSuchFileException gone) {
            return Stream.empty();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Unavailable unreadable(Path path, IOException e) {
        LOG.errorf(e, "Sealing keys cannot be read at %s", path);
        return new Unavailable(
                "%s, a place of sealing keys, cannot be read.".formatted(name(path)));
    }
}
