package io.atoll.launcher.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretRoomsTest {

    @TempDir Path folder;

    @Test
    void onlyTheGatewayGetsPrivateKeysAndTheFirstPassword() throws Exception {
        new SecretRooms(folder).ensure(Optional.of("chosen by somebody"));

        assertThat(contents()).containsEntry("gateway/admin-password", "chosen by somebody");
        assertThat(contents().keySet())
                .contains("web/access-public.pem", "redis/redis-password", "seal/1.key")
                .filteredOn(name -> !name.startsWith("gateway/"))
                .noneMatch(name -> name.contains("private") || name.contains("admin"));
    }

    @Test
    void aServiceGetsItsOwnPasswordsAndNoOther() throws Exception {
        new SecretRooms(folder).ensure(Optional.empty());

        for (var service : List.of("registry", "provisioner", "ops")) {
            assertThat(contents().subMap(service + "/", service + "0").keySet())
                    .containsExactly(
                            service + "/internal-public.pem",
                            service + "/kafka-password",
                            service + "/postgres-password");
        }
        var passwords =
                contents().entrySet().stream()
                        .filter(file -> file.getKey().matches("[a-z]+/(kafka|postgres)-password"))
                        .map(file -> file.getValue())
                        .toList();
        assertThat(passwords).hasSize(9).doesNotHaveDuplicates();
        assertThat(contents().get("store/db-users.sql"))
                .contains(contents().get("ops/postgres-password"));
        assertThat(contents().get("kafka/listener.jaas"))
                .contains(contents().get("ops/kafka-password"))
                .contains(contents().get("tools/viewer-password"));
    }

    @Test
    void takesTheOnePasswordOfAnEarlierVersionFromTheGateway() throws Exception {
        Files.createDirectories(folder.resolve("gateway"));
        Files.createDirectories(folder.resolve("store"));
        Files.writeString(folder.resolve("gateway/db-password"), "of all");
        Files.writeString(folder.resolve("store/db-password"), "of all");

        new SecretRooms(folder).ensure(Optional.empty());

        assertThat(contents())
                .doesNotContainKey("gateway/db-password")
                .containsEntry("store/db-password", "of all");
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
