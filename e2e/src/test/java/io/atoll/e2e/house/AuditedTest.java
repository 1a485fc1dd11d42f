package io.atoll.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.atoll.contracts.audit.Audited;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What can be written into the audit holds no secret, whatever its depth. */
@Order(1)
class AuditedTest {
    private static final Pattern SECRET =
            Pattern.compile(
                    "passw|passphrase|secret|token|credential|privatekey|apikey|jaas|sealed",
                    Pattern.CASE_INSENSITIVE);

    private static List<JavaClass> audited() {
        return ArchitectureTest.HOUSE.stream()
                .filter(c -> !c.isInterface() && c.isAssignableTo(Audited.class))
                .toList();
    }

    @Test
    void no_component_of_what_is_audited_is_a_secret_or_is_named_like_one() {
        var found = new ArrayList<String>();
        audited().forEach(c -> collect(c, new HashSet<>(), found));
        assertThat(audited()).isNotEmpty();
        assertThat(found).isEmpty();
    }

    @Test
    void requests_are_never_audited() {
        assertThat(audited())
                .extracting(JavaClass::getSimpleName)
                .noneMatch(name -> name.endsWith("Request"));
    }

    private static void collect(JavaClass type, Set<String> seen, List<String> found) {
        if (!type.getPackageName().startsWith("io.atoll") || !seen.add(type.getName())) {
            return;
        }
        for (JavaField field : type.getFields()) {
            if (field.getModifiers().contains(JavaModifier.STATIC)) {
                continue;
            }
            var types = field.getType().getAllInvolvedRawTypes();
            boolean secret =
                    !field.getRawType().isPrimitive()
                            && !field.getRawType().getSimpleName().endsWith("View")
                            && (SECRET.matcher(field.getName()).find()
                                    || types.stream()
                                            .anyMatch(
                                                    t -> SECRET.matcher(t.getSimpleName()).find()));
            if (secret) {
                found.add(field.getFullName());
            }
            types.forEach(t -> collect(t, seen, found));
        }
    }
}
