package io.atoll.gateway.legacy.takeover;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.atoll.kit.refusal.Invalid;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads one YAML document as a tree of plain values. What means something else to other readers is
 * refused with its line: tags, aliases, keys given twice, more than one document. Pure.
 */
final class YamlReader {
    private static final int DEEPEST = 20;

    private static final YAMLMapper YAML =
            YAMLMapper.builder(
                            YAMLFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    static JsonNode read(String text) {
        try {
            requirePlain(text);
            JsonNode tree = YAML.readTree(text);
            if (tree.isObject()) {
                return tree;
            }
        } catch (StreamConstraintsException e) {
            throw refused(e, "is nested too deeply");
        } catch (JsonProcessingException e) {
            throw refused(
                    e,
                    e.getOriginalMessage().startsWith("Duplicate field")
                            ? "has a key twice"
                            : "is not YAML of one document");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new Invalid("/text", "has no settings at its top");
    }

    /** A tree does not show them: Jackson reads an alias as its name, and drops tags. */
    private static void requirePlain(String text) throws IOException {
        try (YAMLParser parser = YAML.getFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.isCurrentAlias()) {
                    throw refused(parser, "has an alias: write out what it stands for");
                }
                if (parser.getTypeId() != null) {
                    throw refused(parser, "has a tag: give the value alone");
                }
            }
        }
    }

    private static Invalid refused(YAMLParser parser, String why) {
        return new Invalid(
                "/text", "%s, see line %d".formatted(why, parser.currentLocation().getLineNr()));
    }

    private static Invalid refused(JsonProcessingException e, String why) {
        var at = e.getLocation();
        return new Invalid(
                "/text", why + (at == null ? "" : ", see line %d".formatted(at.getLineNr())));
    }

    private YamlReader() {}
}
