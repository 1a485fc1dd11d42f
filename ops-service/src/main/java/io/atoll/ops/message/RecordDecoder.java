package io.atoll.ops.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.util.RawValue;
import io.atoll.contracts.topic.Encoding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How bytes of a record stand in JSON. Never fails: what does not fit the encoding that was asked
/// for falls back to text, and what is no text to base64. Pure.
final class RecordDecoder {

    /// Deeper JSON is shown as text: readers of the answer have a limit too.
    private static final int DEPTH = 500;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                    .build();

    private RecordDecoder() {}

    /// @param wanted null: found out; JSON objects and arrays, printable text, or base64
    /// @param limit bytes to show at most
    static Decoded decode(byte @Nullable [] bytes, @Nullable Encoding wanted, int limit) {
        if (bytes == null) {
            return Decoded.NOTHING;
        }
        if (bytes.length > limit) {
            return cut(bytes, wanted, limit);
        }
        return switch (wanted) {
            case null -> guessed(bytes);
            case JSON -> json(bytes).orElseGet(() -> textOrBase64(bytes, false));
            case TEXT -> textOrBase64(bytes, true);
            case BASE64 -> base64(bytes, false);
        };
    }

    private static Decoded guessed(byte[] bytes) {
        return looksLikeJson(bytes)
                ? json(bytes).orElseGet(() -> textOrBase64(bytes, false))
                : textOrBase64(bytes, false);
    }

    private static boolean looksLikeJson(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
                return b == '{' || b == '[';
            }
        }
        return false;
    }

    /// Checked token by token and passed on as it is, so that no number loses a digit.
    private static Optional<Decoded> json(byte[] bytes) {
        var text = text(bytes);
        if (text == null || !isOneValue(text)) {
            return Optional.empty();
        }
        return Optional.of(new Decoded(new RawValue(text), Encoding.JSON, false));
    }

    private static boolean isOneValue(String text) {
        try (var parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            parser.finishToken();
            return parser.nextToken() == (JsonToken) null;
        } catch (IOException e) {
            return false;
        }
    }

    private static Decoded textOrBase64(byte[] bytes, boolean controlsToo) {
        var text = text(bytes);
        return text != null && (controlsToo || isPrintable(text))
                ? new Decoded(text, Encoding.TEXT, false)
                : base64(bytes, false);
    }

    private static Decoded base64(byte[] bytes, boolean truncated) {
        return new Decoded(Base64.getEncoder().encodeToString(bytes), Encoding.BASE64, truncated);
    }

    /// Cut JSON is no JSON any more, so it is shown as text.
    private static Decoded cut(byte[] bytes, @Nullable Encoding wanted, int limit) {
        if (wanted != Encoding.BASE64) {
            var text = text(Arrays.copyOf(bytes, boundary(bytes, limit)));
            if (text != null && (wanted == Encoding.TEXT || isPrintable(text))) {
                return new Decoded(text, Encoding.TEXT, true);
            }
        }
        return base64(Arrays.copyOf(bytes, limit), true);
    }

    /// The last place at or before `limit` that does not cut a UTF-8 sequence.
    private static int boundary(byte[] bytes, int limit) {
        int at = limit;
        while (at > 0 && limit - at < 4 && (bytes[at] & 0xC0) == 0x80) {
            at--;
        }
        return at;
    }

    private static @Nullable String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isPrintable(String text) {
        return text.chars()
                .noneMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
    }
}
