package io.atoll.e2e.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** No request of the API gets in without its rules applied. */
@Order(1)
class RequestRulesTest {

    @Test
    void resources_leave_rules_to_bodies_and_records_of_parameters() {
        ArchitectureTest.check(
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("Resource")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("jakarta.validation..")));
        ArchitectureTest.check(
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .haveSimpleNameEndingWith("Resource")
                        .and()
                        .areDeclaredInClassesThat()
                        .resideOutsideOfPackage("io.atoll.web..")
                        .should(new ApplyTheRulesOfTheirParameters()));
    }

    /** Bodies are checked as they are read, records of query parameters are not. */
    private static final class ApplyTheRulesOfTheirParameters extends ArchCondition<JavaMethod> {
        ApplyTheRulesOfTheirParameters() {
            super("apply the rules of their parameters");
        }

        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            boolean asked =
                    method.getParameters().stream()
                            .anyMatch(p -> p.isAnnotatedWith("jakarta.ws.rs.BeanParam"));
            boolean applied =
                    method.getMethodCallsFromSelf().stream()
                            .anyMatch(call -> call.getName().equals("requireParameters"));
            if (asked && !applied) {
                events.add(SimpleConditionEvent.violated(method, method.getDescription()));
            }
        }
    }
}
