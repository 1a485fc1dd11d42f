package io.atoll.kit.seal;

import io.atoll.kit.refusal.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of this installation, read when first needed and again when one is missed. */
@ApplicationScoped
class SealKeys {

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
        return texts.stream().filter(t -> !t.isBlank()).map(SealKey::of).toList();
    }

    private static List<SealKey> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(f -> f.getFileName().toString().matches(FILE))
                    .sorted(Comparator.comparingInt(SealKeys::number).reversed())
                    .flatMap(SealKeys::read)
                    .map(SealKey::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path file) {
        var name = file.getFileName().toString();
        return Integer.parseInt(name.substring(0, name.indexOf('.')));
    }

    /** Nothing of a file that went since the folder was listed. */
    private static Stream<String> read(Path file) {
        try {
            return Stream.of(Files.readString(file));
        } catch (NoSuchFileException gone) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
