package io.atoll.registry.setting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The broker settings of Kafka that are not internal, read from {@code broker-settings.tsv}: name,
 * type, min, max, choice, allowed values, default.
 */
final class BrokerSettings {

    private static final BrokerSettings KAFKA = read();

    private final Map<String, BrokerSetting> byName;

    private BrokerSettings(Map<String, BrokerSetting> byName) {
        this.byName = byName;
    }

    static BrokerSettings ofKafka() {
        return KAFKA;
    }

    Optional<BrokerSetting> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Set<String> names() {
        return byName.keySet();
    }

    private static BrokerSettings read() {
        try (InputStream in = BrokerSettings.class.getResourceAsStream("/broker-settings.tsv")) {
            Map<String, BrokerSetting> settings = new TreeMap<>();
            new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines()
                    .map(BrokerSettings::parse)
                    .forEach(s -> settings.put(s.name(), s));
            return new BrokerSettings(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BrokerSetting parse(String line) {
        String[] cells = line.split("\t", -1);
        return new BrokerSetting(
                cells[0],
                BrokerSetting.Type.valueOf(cells[1]),
                number(cells[2]),
                number(cells[3]),
                BrokerSetting.Choice.valueOf(cells[4]),
                cells[5].isEmpty() ? List.of() : List.of(cells[5].split(",")),
                cells[6].isEmpty() ? null : cells[6]);
    }

    private static @Nullable BigDecimal number(String cell) {
        return cell.isEmpty() ? null : new BigDecimal(cell);
    }
}
