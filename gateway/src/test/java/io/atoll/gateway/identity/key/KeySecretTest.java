package io.atoll.gateway.identity.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeySecretTest {
    private final KeySecret secret = KeySecret.fresh(UUID.randomUUID());

    @Test
    void what_is_written_is_read_again() {
        for (UUID id : new UUID[] {new UUID(0, 0), new UUID(-1, -1), UUID.randomUUID()}) {
            KeySecret one = KeySecret.fresh(id);
            assertThat(one.wire()).matches("atl_[0-9A-Za-z]{22}_[0-9A-Za-z]{39}");
            assertThat(KeySecret.parse(one.wire())).hasValue(one);
            assertThat(KeyId.parse(KeyId.wire(id))).hasValue(id);
        }
    }

    @Test
    void each_changed_character_is_noticed_by_the_checksum() {
        String wire = secret.wire();
        for (int i = 0; i < wire.length(); i++) {
            char other = wire.charAt(i) == '7' ? '8' : '7';
            String changed = wire.substring(0, i) + other + wire.substring(i + 1);
            assertThat(KeySecret.parse(changed)).as(changed).isEmpty();
        }
    }

    @Test
    void what_is_no_key_is_none() {
        for (String wrong :
                new String[] {"", "atl_", "Bearer x", secret.wire() + "0", "é".repeat(66)}) {
            assertThat(KeySecret.parse(wrong)).isEmpty();
        }
        assertThat(KeyId.parse("z".repeat(22))).as("more than 128 bits").isEmpty();
    }

    @Test
    void the_secret_shows_nowhere_but_on_the_wire() {
        assertThat(secret.toString()).doesNotContain(secret.secret());
    }
}
