package io.atoll.gateway.identity.access;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.gateway.Callers;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A good token, changed in one way at a time. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class TokenForgeryIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Map<String, Object> header;
    private Map<String, Object> claims;
    private String good;

    @BeforeEach
    void take_a_good_token_apart() throws Exception {
        good = Callers.admin().access();
        String[] parts = good.split("\\.");
        header = JSON.readValue(decode(parts[0]), OBJECT);
        claims = JSON.readValue(decode(parts[1]), OBJECT);
    }

    @Test
    void put_together_again_it_is_good() throws Exception {
        expect(200, rs256(accessKey()));
    }

    @Test
    void an_expired_token_is_refused() throws Exception {
        claims.put("iat", Instant.now().getEpochSecond() - 100);
        claims.put("exp", Instant.now().getEpochSecond() - 1);
        expect(401, rs256(accessKey()));
    }

    @Test
    void a_token_for_somebody_else_is_refused() throws Exception {
        claims.put("aud", "registry-service");
        expect(401, rs256(accessKey()));
    }

    @Test
    void a_token_of_another_issuer_is_refused() throws Exception {
        claims.put("iss", "atoll-gateway");
        expect(401, rs256(accessKey()));
    }

    @Test
    void a_token_of_another_type_is_refused() throws Exception {
        header.put("typ", "JWT");
        expect(401, rs256(accessKey()));
    }

    @Test
    void a_token_for_another_subject_than_its_sign_in_is_refused() throws Exception {
        claims.put("sub", "root");
        expect(401, rs256(accessKey()));
    }

    @Test
    void a_token_without_a_signature_is_refused() throws Exception {
        header.put("alg", "none");
        expect(401, content() + ".");
        expect(401, content() + "." + good.split("\\.")[2]);
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_secret_is_refused() throws Exception {
        header.put("alg", "HS256");
        byte[] secret = Files.readAllBytes(AtollStack.secrets().resolve("access-public.pem"));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        expect(401, content() + "." + encode(mac.doFinal(bytes(content()))));
    }

    @Test
    void a_token_signed_with_another_key_is_refused() throws Exception {
        expect(401, rs256(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate()));
        expect(401, rs256(key("internal-private.pem")));
    }

    @Test
    void a_token_with_other_claims_under_the_old_signature_is_refused() throws Exception {
        claims.put("exp", Instant.now().getEpochSecond() + 100_000);
        expect(401, content() + "." + good.split("\\.")[2]);
    }

    private static void expect(int status, String token) {
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/auth/me")
                .then()
                .statusCode(status);
    }

    private String content() throws Exception {
        return encode(JSON.writeValueAsBytes(header))
                + "."
                + encode(JSON.writeValueAsBytes(claims));
    }

    private String rs256(PrivateKey key) throws Exception {
        var rsa = Signature.getInstance("SHA256withRSA");
        rsa.initSign(key);
        rsa.update(bytes(content()));
        return content() + "." + encode(rsa.sign());
    }

    private static PrivateKey accessKey() throws Exception {
        return key("access-private.pem");
    }

    private static PrivateKey key(String file) throws Exception {
        String pem = Files.readString(AtollStack.secrets().resolve(file));
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
