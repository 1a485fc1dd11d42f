package io.atoll.registry.setting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.junit.jupiter.api.Test;

/** Holds broker-settings.tsv equal to Kafka; write it anew with -Dgolden.update=true. */
class BrokerSettingsCatalogueTest {

    private static final Path FILE = Path.of("src/main/resources/broker-settings.tsv");
    private static final Pattern RANGE = Pattern.compile("\\[([-0-9.]*?),?\\.\\.\\.,?([-0-9.]*)]");

    @Test
    void catalogueIsKafkasOwnDefinition() throws IOException {
        String wanted = linesOf(KafkaConfig.configDef());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(FILE, wanted);
        }
        assertThat(Files.readString(FILE)).isEqualTo(wanted);
    }

    @Test
    void everyDefaultOfKafkaPassesItsOwnCheck() {
        BrokerSettings settings = BrokerSettings.ofKafka();
        for (String name : settings.names()) {
            BrokerSetting setting = settings.find(name).orElseThrow();
            if (setting.defaultValue() != null && setting.type() != BrokerSetting.Type.LIST) {
                assertThat(setting.problemOf(setting.defaultValue())).as(name).isEmpty();
            }
        }
    }

    static String linesOf(ConfigDef definition) {
        return new TreeMap<>(definition.configKeys())
                .values().stream()
                        .filter(key -> !key.internalConfig)
                        .map(BrokerSettingsCatalogueTest::line)
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(ConfigKey key) {
        String shown = key.validator == null ? "" : key.validator.toString();
        Matcher range = RANGE.matcher(shown);
        boolean ranged = key.validator instanceof ConfigDef.Range && range.matches();
        String choice = "ANY";
        String allowed = "";
        if (key.name.equals("compression.gzip.level")) { // a lambda: 1 to 9, or -1
            choice = "ONE_OF";
            allowed =
                    "-1,"
                            + IntStream.rangeClosed(1, 9)
                                    .mapToObj(Integer::toString)
                                    .collect(Collectors.joining(","));
        } else if (key.validator instanceof ConfigDef.ValidString) {
            choice = "ONE_OF";
            allowed = inBrackets(shown);
        } else if (key.validator instanceof ConfigDef.CaseInsensitiveValidString) {
            choice = "ONE_OF_ANY_CASE";
            allowed = inBrackets(shown);
        } else if (key.validator instanceof ConfigDef.ValidList) {
            choice = "EACH_OF";
            allowed = inBrackets(shown);
        }
        return String.join(
                "\t",
                key.name,
                key.type.name(),
                ranged ? range.group(1) : "",
                ranged ? range.group(2) : "",
                choice,
                allowed,
                defaultOf(key));
    }

    private static String inBrackets(String shown) {
        return List.of(shown.substring(shown.indexOf('[') + 1, shown.indexOf(']')).split(", "))
                .stream()
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static String defaultOf(ConfigKey key) {
        Object value = key.hasDefault() ? key.defaultValue : null;
        if (value == null || key.type == ConfigDef.Type.CLASS) {
            return "";
        }
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(","))
                : value.toString();
    }

    /** The file must be readable as text by a person, too. */
    @Test
    void catalogueIsPlainText() throws IOException {
        assertThat(Files.readString(FILE, UTF_8)).matches("[\\x20-\\x7e\\t\\n]*");
    }
}
