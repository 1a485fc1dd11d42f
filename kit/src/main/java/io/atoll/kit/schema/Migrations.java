package io.atoll.kit.schema;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** What Flyway gets to see: the files of a list, instead of a search of the class path. */
final class Migrations implements ResourceProvider {
    private final List<Migration> files;

    Migrations(List<String> paths) {
        files = paths.stream().map(Migration::new).toList();
    }

    /** Paths of the files, as they stand in the history once they are applied. */
    Set<String> paths() {
        return files.stream().map(Migration::getRelativePath).collect(Collectors.toSet());
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return files.stream()
                .filter(f -> f.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return files.stream()
                .filter(f -> f.getFilename().startsWith(prefix))
                .filter(f -> Arrays.stream(suffixes).anyMatch(f.getFilename()::endsWith))
                .map(LoadableResource.class::cast)
                .toList();
    }
}
