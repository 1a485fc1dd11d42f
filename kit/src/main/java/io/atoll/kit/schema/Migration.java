package io.atoll.kit.schema;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.api.resource.LoadableResource;

/** One SQL file of the class path. */
final class Migration extends LoadableResource {
    private final String path;

    Migration(String path) {
        this.path = path;
    }

    @Override
    public Reader read() {
        return new InputStreamReader(open(), StandardCharsets.UTF_8);
    }

    private InputStream open() {
        var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException("There is no " + path + " on the class path.");
        }
        return stream;
    }

    @Override
    public String getFilename() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public String getRelativePath() {
        return path;
    }

    @Override
    public String getAbsolutePath() {
        return path;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return path;
    }
}
