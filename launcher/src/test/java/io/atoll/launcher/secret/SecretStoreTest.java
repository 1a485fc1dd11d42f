package io.atoll.launcher.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {

    @TempDir Path folder;

    @Test
    void makesAValueOnceAndKeepsItForItsOwnerAlone() throws Exception {
        var store = new SecretStore(folder);

        var made = store.valueOr("password", Passwords::generate);

        assertThat(made).hasSize(24).isEqualTo(store.valueOr("password", Passwords::generate));
        assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void writesKeysThatOthersCanRead() throws Exception {
        var store = new SecretStore(folder);
        new KeyPairs(store).ensure("internal");
        var before = store.read("internal-public.pem").orElseThrow();

        new KeyPairs(store).ensure("internal");

        assertThat(store.read("internal-public.pem")).contains(before);
        var body = before.replaceAll("-----[A-Z ]+-----", "").replace("\n", "");
        var key =
                (RSAPublicKey)
                        KeyFactory.getInstance("RSA")
                                .generatePublic(
                                        new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
        assertThat(key.getModulus().bitLength()).isEqualTo(2048);
    }

    @Test
    void keepsTheFirstPasswordUntilItWasShown() throws Exception {
        var admin = new FirstAdmin(new SecretStore(folder));

        var first = admin.password(Optional.empty()).orElseThrow();
        assertThat(admin.password(Optional.empty())).contains(first);
        admin.shown();

        assertThat(admin.password(Optional.of("another"))).isEmpty();
        assertThat(admin.waiting()).isEmpty();
    }
}
