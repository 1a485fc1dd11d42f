package io.atoll.ops.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.connection.Credentials;
import io.atoll.contracts.connection.Secret;
import io.atoll.contracts.connection.Trust;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;

/** Settings of clients are made of fields, whatever the fields hold. */
class ClientSecurityTest {

    private static final Secret CANARY = new Secret("canary-9d31");

    @Test
    void any_password_stays_one_option_of_one_allowed_module() {
        var random = new Random(4711);
        for (int round = 0; round < 500; round++) {
            var password = text(random);
            var jaas =
                    JaasText.of(
                            JaasText.Module.SCRAM, Map.of("username", "ada", "password", password));
            var entries =
                    JaasContext.loadClientContext(Map.of("sasl.jaas.config", new Password(jaas)))
                            .configurationEntries();
            assertThat(entries).hasSize(1);
            assertThat(entries.getFirst().getLoginModuleName())
                    .isEqualTo("org.apache.kafka.common.security.scram.ScramLoginModule");
            assertThat(entries.getFirst().getOptions())
                    .isEqualTo(Map.of("username", "ada", "password", password));
        }
    }

    private static String text(Random random) {
        var hostile = "\"\\;= '\n\r\t#/*azü{}$required";
        var made = new StringBuilder();
        for (int i = 0; i <= random.nextInt(40); i++) {
            made.append(
                    random.nextBoolean()
                            ? hostile.charAt(random.nextInt(hostile.length()))
                            : (char) (1 + random.nextInt(0x2000)));
        }
        return made.toString();
    }

    @Test
    void settings_are_those_of_a_closed_list_and_never_print_a_secret() {
        var all =
                List.<Credentials<Secret>>of(
                        new Credentials.None<>(),
                        new Credentials.Tls<>("ca", "certificate", CANARY),
                        new Credentials.Plain<>("ada", CANARY, null),
                        new Credentials.ScramSha256<>("ada", CANARY, new Trust("ca")),
                        new Credentials.ScramSha512<>("ada", CANARY, new Trust(null)),
                        new Credentials.OAuthBearer<>("https://id/token", "id", CANARY, "s", null));
        for (var credentials : all) {
            var settings =
                    ClientSecurity.settings(
                            new Access(
                                    List.of("host:1"),
                                    credentials,
                                    Map.of(
                                            "request.timeout.ms", "1000",
                                            "interceptor.classes", "Evil",
                                            "sasl.jaas.config", "Evil",
                                            "ssl.keystore.location", "/etc/passwd")));
            assertThat(settings).containsEntry("request.timeout.ms", "1000");
            assertThat(settings.values()).doesNotContain("Evil", "/etc/passwd");
            assertThat(settings.keySet())
                    .noneMatch(key -> key.endsWith(".location") || key.endsWith(".classes"));
            assertThat(settings.toString()).doesNotContain(CANARY.text());
        }
    }
}
