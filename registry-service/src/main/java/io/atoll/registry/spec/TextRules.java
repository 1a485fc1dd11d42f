package io.atoll.registry.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.atoll.contracts.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * No text of a request may hold control or invisible characters: they forge lines in files and logs
 * and hide what is written. Descriptions may have lines and tabs. Pure.
 */
public final class TextRules {

    private static final Pattern HIDDEN = Pattern.compile("[\\p{C}\\u2028\\u2029]");
    private static final Pattern HIDDEN_IN_LINES =
            Pattern.compile("[[\\p{C}\\u2028\\u2029]&&[^\\n\\r\\t\\u200d]]");
    private static final Pattern PATH = Pattern.compile("[/\\\\]|\\.\\.");

    private TextRules() {}

    public static boolean hasHidden(String text) {
        return HIDDEN.matcher(text).find();
    }

    /**
     * @param request any request as a JSON tree; its {@code /name} is checked as a display name too
     */
    public static List<FieldError> validate(JsonNode request) {
        List<FieldError> errors = new ArrayList<>();
        walk(request, "", errors);
        if (PATH.matcher(request.path("name").asText("")).find()) {
            errors.add(new FieldError("/name", "must not contain / or \\ or two dots in a row"));
        }
        return errors;
    }

    private static void walk(JsonNode node, String pointer, List<FieldError> errors) {
        if (node.isTextual() && hidden(node.textValue(), pointer)) {
            errors.add(new FieldError(pointer, "must not contain control or invisible characters"));
        }
        node.properties()
                .forEach(
                        field -> {
                            String below = pointer + "/" + token(field.getKey());
                            if (hasHidden(field.getKey())) {
                                errors.add(
                                        new FieldError(
                                                pointer,
                                                "has a name with control or invisible characters"));
                            }
                            walk(field.getValue(), below, errors);
                        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), pointer + "/" + i, errors);
        }
    }

    private static boolean hidden(String text, String pointer) {
        Pattern pattern = pointer.equals("/description") ? HIDDEN_IN_LINES : HIDDEN;
        return pattern.matcher(text).find();
    }

    private static String token(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
