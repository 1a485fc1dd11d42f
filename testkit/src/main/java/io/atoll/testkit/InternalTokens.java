package io.atoll.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.access.Grant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Signs tokens as the gateway hands them to services, right ones and wrong ones. */
public final class InternalTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    public static final String ISSUER = "atoll-gateway";

    /** A valid token of a user for one service. */
    public static String forUser(String subject, String audience, Grant... grants) {
        return with(subject, audience, ISSUER, Duration.ofSeconds(60), grants);
    }

    /**
     * A token of any content.
     *
     * @param life from now; negative: already expired
     */
    public static String with(
            String subject, String audience, String issuer, Duration life, Grant... grants) {
        return sign(AtollStack.secrets(), subject, audience, issuer, life, List.of(grants));
    }

    /** The same signed with the private key of another secrets directory. */
    public static String sign(
            Path secrets,
            String subject,
            String audience,
            String issuer,
            Duration life,
            List<Grant> grants) {
        // A test's token is about the real time: the services under test check it against that.
        long now = Instant.now().getEpochSecond();
        String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
        String claims =
                """
                {"iss":"%s","aud":"%s","sub":"%s","upn":"%s","jti":"%s","kind":"user",\
                "iat":%d,"exp":%d,"grants":[%s]}"""
                        .formatted(
                                issuer,
                                audience,
                                subject,
                                subject,
                                UUID.randomUUID(),
                                now,
                                now + life.toSeconds(),
                                grants.stream()
                                        .map(InternalTokens::grant)
                                        .collect(Collectors.joining(",")));
        String content = base64(header) + "." + base64(claims);
        try {
            var rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(TestKeys.privateKey(secrets.resolve("internal-private.pem")));
            rsa.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(rsa.sign());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String grant(Grant grant) {
        try {
            return JSON.writeValueAsString(grant);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private InternalTokens() {}
}
