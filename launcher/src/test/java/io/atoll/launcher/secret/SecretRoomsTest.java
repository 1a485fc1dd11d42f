package io.atoll.launcher.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretRoomsTest {

    @TempDir Path folder;

    @Test
    void onlyTheGatewayGetsPrivateKeysAndTheFirstPassword() throws Exception {
        new SecretRooms(folder).ensure(Optional.of("chosen by somebody"));

        assertThat(contents())
                .hasSize(14)
                .containsEntry("gateway/admin-password", "chosen by somebody");
        assertThat(contents().keySet())
                .contains(
                        "services/internal-public.pem",
                        "services/db-password",
                        "web/access-public.pem",
                        "store/db-password",
                        "store/redis-password",
                        "seal/1.key")
                .filteredOn(name -> !name.startsWith("gateway/"))
                .noneMatch(name -> name.contains("private") || name.contains("admin"));
    }

    @Test
    void changesNothingThatIsThere() throws Exception {
        new SecretRooms(folder).ensure(Optional.empty());
        var first = contents();

        new SecretRooms(folder).ensure(Optional.of("another password"));

        assertThat(contents()).isEqualTo(first);
    }

    private TreeMap<String, String> contents() throws IOException {
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                found.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return found;
    }
}
