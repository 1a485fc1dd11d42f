package io.atoll.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** RSA key pairs as PEM files, laid out like a real secrets directory. */
public final class TestKeys {

    /**
     * Writes {@code access-*.pem}, {@code internal-*.pem} and {@code seal/1.key} into the
     * directory.
     */
    public static void generate(Path directory) throws IOException, GeneralSecurityException {
        Files.createDirectories(directory);
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        write(directory, "access", generator.generateKeyPair());
        write(directory, "internal", generator.generateKeyPair());
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        Files.writeString(
                Files.createDirectories(directory.resolve("seal")).resolve("1.key"),
                Base64.getEncoder().encodeToString(key));
    }

    /** Reads a private key that {@link #generate} wrote. */
    public static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        String text = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
        byte[] der = Base64.getMimeDecoder().decode(text);
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static void write(Path directory, String name, KeyPair pair) throws IOException {
        Files.writeString(
                directory.resolve(name + "-private.pem"),
                pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Files.writeString(
                directory.resolve(name + "-public.pem"),
                pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    }

    private static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label);
    }

    private TestKeys() {}
}
