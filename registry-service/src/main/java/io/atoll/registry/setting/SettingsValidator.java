package io.atoll.registry.setting;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.kit.problem.NearNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks a map of broker settings; finds all that is wrong at once. Pure. */
public final class SettingsValidator {

    private final BrokerSettings settings = BrokerSettings.ofKafka();
    private final SettingRules rules = new SettingRules(settings);

    /**
     * @param pointer JSON pointer of the map; each error adds the setting's name to it
     */
    public List<FieldError> validate(Map<String, String> given, String pointer) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, String> sound = new LinkedHashMap<>();
        new TreeMap<>(given)
                .forEach(
                        (name, value) ->
                                problemOf(name, value)
                                        .ifPresentOrElse(
                                                p -> errors.add(error(pointer, name, p)),
                                                () -> sound.put(name, value)));
        rules.broken(sound).forEach(b -> errors.add(error(pointer, b.name(), b.detail())));
        return errors;
    }

    private Optional<String> problemOf(String name, String value) {
        Optional<String> refusal = SettingPolicy.refusalOf(name);
        if (refusal.isPresent()) {
            return refusal;
        }
        Optional<BrokerSetting> setting = settings.find(name);
        if (setting.isEmpty()) {
            return Optional.of("is not a broker setting of Kafka" + suggestion(name));
        }
        return setting.get().problemOf(value);
    }

    private String suggestion(String name) {
        List<String> allowed =
                settings.names().stream()
                        .filter(known -> SettingPolicy.refusalOf(known).isEmpty())
                        .toList();
        List<String> near = NearNames.of(name, allowed);
        return near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?";
    }

    private static FieldError error(String pointer, String name, String detail) {
        String token = name.replace("~", "~0").replace("/", "~1");
        return new FieldError(pointer + "/" + token, detail);
    }
}
