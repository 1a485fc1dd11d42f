package io.atoll.kit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atoll.contracts.connection.Sealed;
import io.atoll.contracts.connection.Secret;
import io.atoll.kit.refusal.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds against swapped, damaged and foreign texts, and through a change of keys. */
class SealTest {

    private static final Secret SECRET = new Secret("pa$$\"word\\ ü\n");

    @Test
    void what_was_sealed_opens_in_its_context_alone() {
        var seal = with(key(1));
        var sealed = seal.seal(SECRET, "orders/password");
        assertThat(seal.open(sealed, "orders/password")).isEqualTo(SECRET);
        assertThatThrownBy(() -> seal.open(sealed, "orders/client_secret"))
                .isInstanceOf(Unsealable.class);
        assertThatThrownBy(() -> seal.open(sealed, "payments/password"))
                .isInstanceOf(Unsealable.class);
    }

    @Test
    void two_sealed_texts_cannot_change_places_or_parts() {
        var seal = with(key(1));
        var one = seal.seal(SECRET, "one");
        var two = seal.seal(SECRET, "two");
        var mixed = one.text().split("\\.", 4);
        mixed[3] = two.text().split("\\.", 4)[3];
        assertThatThrownBy(() -> seal.open(two, "one")).isInstanceOf(Unsealable.class);
        assertThatThrownBy(() -> seal.open(new Sealed(String.join(".", mixed)), "two"))
                .isInstanceOf(Unsealable.class);
    }

    @Test
    void any_text_survives_and_no_changed_character_goes_unnoticed() {
        var seal = with(key(1));
        var random = new Random(4711);
        for (int round = 0; round < 300; round++) {
            var text =
                    random.ints(1 + random.nextInt(200), 1, 0xD7FF)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            var sealed = seal.seal(new Secret(text), "context " + round);
            assertThat(seal.open(sealed, "context " + round).text()).isEqualTo(text);
            assertThat(sealed.text()).doesNotContain(text.length() > 3 ? text : "\0");
            var changed = changed(sealed.text(), random);
            var context = "context " + round;
            assertThatThrownBy(() -> seal.open(new Sealed(changed), context))
                    .isInstanceOf(Unsealable.class);
        }
    }

    private static String changed(String text, Random random) {
        int at = 20 + random.nextInt(text.length() - 22);
        at += text.charAt(at) == '.' ? 1 : 0;
        char now = text.charAt(at) == 'A' ? 'B' : 'A';
        return text.substring(0, at) + now + text.substring(at + 1);
    }

    @Test
    void another_key_does_not_open() {
        var sealed = with(key(1)).seal(SECRET, "c");
        assertThatThrownBy(() -> with(key(2)).open(sealed, "c"))
                .isInstanceOf(Unsealable.class)
                .hasMessageContaining(sealed.keyId());
    }

    @Test
    void the_first_key_seals_and_all_open() {
        var old = with(key(1)).seal(SECRET, "c");
        var both = with(key(2), key(1));
        assertThat(both.open(old, "c")).isEqualTo(SECRET);
        var wrapped = both.rewrap(old);
        assertThat(wrapped.keyId()).isNotEqualTo(old.keyId());
        assertThat(both.rewrap(wrapped)).isSameAs(wrapped);
        assertThat(with(key(2)).open(wrapped, "c")).isEqualTo(SECRET);
    }

    @Test
    void a_key_that_comes_later_is_found_in_the_folder(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("1.key"), key(1) + "\n");
        var seal = new Seal(new SealKeys(config(folder, Optional.empty())));
        var first = seal.seal(SECRET, "c");
        Files.writeString(folder.resolve("10.key"), key(10));
        Files.writeString(folder.resolve("9.key"), key(9));
        var ninth = with(key(9)).seal(SECRET, "c");
        assertThat(seal.open(ninth, "c")).isEqualTo(SECRET);
        assertThat(seal.rewrap(first).keyId()).isEqualTo(with(key(10)).seal(SECRET, "").keyId());
    }

    @Test
    void a_key_that_goes_opens_what_is_on_its_way_and_seals_no_more(@TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("1.key"), key(1));
        var seal = new Seal(new SealKeys(config(folder, Optional.empty())));
        var old = seal.seal(SECRET, "c");
        Files.writeString(folder.resolve("2.key"), key(2));
        Files.delete(folder.resolve("1.key"));
        seal.renew();
        assertThat(seal.open(old, "c")).isEqualTo(SECRET);
        assertThat(with(key(2)).open(seal.rewrap(old), "c")).isEqualTo(SECRET);
        assertThat(with(key(2)).open(seal.seal(SECRET, "c"), "c")).isEqualTo(SECRET);
    }

    @Test
    void a_file_that_is_being_written_leaves_the_keys_as_they_are(@TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("1.key"), key(1));
        var seal = new Seal(new SealKeys(config(folder, Optional.empty())));
        var first = seal.seal(SECRET, "c");
        Files.writeString(folder.resolve("2.key"), key(2).substring(0, 9));
        seal.renew();
        assertThat(seal.seal(SECRET, "c").keyId()).isEqualTo(first.keyId());
        assertThatThrownBy(seal::refresh)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("2.key")
                .hasMessageNotContaining(folder.toString());
    }

    @Test
    void without_a_key_nothing_is_sealed_and_a_weak_key_is_refused(@TempDir Path folder) {
        var none = new Seal(new SealKeys(config(folder, Optional.empty())));
        assertThatThrownBy(() -> none.seal(SECRET, "c")).isInstanceOf(Unavailable.class);
        for (var weak : List.of("c2hvcnQ=", "not base64!", base64(new byte[32]))) {
            assertThatThrownBy(() -> with(weak).seal(SECRET, "c"))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("ATOLL_SEAL_KEYS")
                    .hasMessageNotContaining(weak);
        }
    }

    @Test
    void a_fingerprint_tells_equal_texts_and_needs_the_key() {
        assertThat(with(key(1)).fingerprint("a")).isEqualTo(with(key(1)).fingerprint("a"));
        assertThat(with(key(1)).fingerprint("a")).isNotEqualTo(with(key(1)).fingerprint("b"));
        assertThat(with(key(1)).fingerprint("a")).isNotEqualTo(with(key(2)).fingerprint("a"));
    }

    private static Seal with(String... keys) {
        return new Seal(new SealKeys(config(Path.of("/nonexistent"), Optional.of(List.of(keys)))));
    }

    private static String key(int seed) {
        var bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static SealConfig config(Path folder, Optional<List<String>> keys) {
        return new SealConfig() {
            @Override
            public Path directory() {
                return folder;
            }

            @Override
            public Optional<List<String>> keys() {
                return keys;
            }
        };
    }
}
