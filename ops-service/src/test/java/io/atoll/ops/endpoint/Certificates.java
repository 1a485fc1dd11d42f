package io.atoll.ops.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A key and its self-signed certificate as PEM, made by the JDK's own tool. */
public record Certificates(String certificate, String key) {

    private static final String PASSWORD = "changeit";

    /** For 127.0.0.1 and localhost. */
    public static Certificates make(String name) {
        try {
            var file = Files.createTempDirectory("atoll-keys").resolve(name + ".p12");
            keytool(name, file);
            var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            var key = store.getKey(name, PASSWORD.toCharArray()).getEncoded();
            var certificate = store.getCertificate(name).getEncoded();
            Files.delete(file);
            return new Certificates(pem("CERTIFICATE", certificate), pem("PRIVATE KEY", key));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(String name, Path file) throws IOException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process =
                new ProcessBuilder(
                                tool,
                                "-genkeypair",
                                "-alias",
                                name,
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                "san=ip:127.0.0.1,dns:localhost",
                                "-ext",
                                "bc=ca:true",
                                "-validity",
                                "30",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(said);
        }
    }

    private static String pem(String label, byte[] der) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label);
    }
}
