package io.atoll.e2e.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.atoll.e2e.suite.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom in the house, read from the compiled classes of all modules. */
@Order(1)
class ArchitectureTest {
    static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .importPaths(
                            Repository.MODULES.stream()
                                    .map(
                                            m ->
                                                    Repository.root()
                                                            .resolve(m)
                                                            .resolve("target/classes"))
                                    .filter(Files::isDirectory)
                                    .toArray(Path[]::new));

    /** Which rooms of ours each room may know besides itself. */
    static Stream<Map.Entry<String, String[]>> rooms() {
        return Stream.of(
                room("contracts"),
                room("log"),
                room("kit", "contracts"),
                room("broker", "contracts"),
                room("testkit", "contracts", "kit", "broker"),
                room("registry", "contracts", "kit"),
                room("provisioner", "contracts", "kit"),
                room("ops", "contracts", "kit"),
                room("gateway", "contracts", "kit"),
                room("web", "contracts"),
                room("launcher"));
    }

    private static Map.Entry<String, String[]> room(String name, String... known) {
        return Map.entry(name, known);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_knows_only_the_rooms_below_it(Map.Entry<String, String[]> room) {
        var own = "io.atoll." + room.getKey() + "..";
        var known =
                Stream.concat(
                                Stream.of(own),
                                Stream.of(room.getValue()).map(r -> "io.atoll." + r + ".."))
                        .toArray(String[]::new);
        check(
                noClasses()
                        .that()
                        .resideInAPackage(own)
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("io.atoll..")
                                        .and(not(resideInAnyPackage(known)))));
    }

    @Test
    void contracts_know_the_jdk_validation_and_annotations_only() {
        check(
                classes()
                        .that()
                        .resideInAPackage("io.atoll.contracts..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "java..",
                                "jakarta.validation..",
                                "com.fasterxml.jackson.annotation..",
                                "org.jspecify.annotations..",
                                "io.atoll.contracts.."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contracts",
                "kit",
                "registry",
                "provisioner",
                "ops",
                "gateway",
                "web",
                "launcher"
            })
    void features_form_no_circle(String room) {
        check(slices().matching("io.atoll." + room + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void names_tell_a_role() {
        check(
                noClasses()
                        .that()
                        .areTopLevelClasses()
                        .should()
                        .haveNameMatching(
                                ".*(Util|Utils|Helper|Manager|Common|Base|Impl|Data|Info)"));
        check(
                noClasses()
                        .should()
                        .resideInAnyPackage(
                                "..util..",
                                "..utils..",
                                "..common..",
                                "..support..",
                                "..model..",
                                "..dto..",
                                "..impl.."));
    }

    @Test
    void only_the_outbox_the_message_room_and_dead_letters_write_to_kafka() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "io.atoll.kit.outbox..",
                                "io.atoll.ops.connection..",
                                "io.atoll.ops.message..",
                                "io.atoll.bench..",
                                "io.atoll.testkit..")
                        .and()
                        .doNotHaveSimpleName("DeadLetters")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("org.apache.kafka.clients.producer..")));
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "org.eclipse.microprofile.reactive.messaging..",
                                        "io.smallrye.reactive.messaging..")));
    }

    @Test
    void kafka_administration_stays_in_its_rooms() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "io.atoll.kit.outbox..",
                                "io.atoll.ops.connection..",
                                "io.atoll.ops.topic..",
                                "io.atoll.ops.group..",
                                "io.atoll.ops.picture..",
                                "io.atoll.ops.message..",
                                "io.atoll.provisioner.kind.kafka..",
                                "io.atoll.provisioner.desired..",
                                "io.atoll.broker..",
                                "io.atoll.bench..",
                                "io.atoll.testkit..")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("org.apache.kafka.clients.admin..")));
    }

    @Test
    void container_clients_stay_in_their_runtime() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.atoll.provisioner.runtime.docker..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("com.github.dockerjava..")));
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.atoll.provisioner.runtime.kubernetes..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("io.fabric8..")));
    }

    @Test
    void the_provisioner_starts_without_hibernate_and_bean_validation() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("io.atoll.provisioner..")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "jakarta.validation..",
                                        "jakarta.persistence..",
                                        "org.hibernate..",
                                        "io.quarkus.hibernate..")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kit", "registry", "provisioner", "ops", "gateway", "web"})
    void time_is_given_and_not_taken(String room) {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("io.atoll." + room + "..")
                        .should()
                        .callMethod(java.time.Instant.class, "now")
                        .orShould()
                        .callMethod(java.time.LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(java.time.OffsetDateTime.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void rows_never_leave_their_room() {
        check(classes().that().haveSimpleNameEndingWith("Entity").should(new StayAtHome()));
    }

    @Test
    void a_constructor_takes_at_most_six_things() {
        check(
                constructors()
                        .that()
                        .areDeclaredInClassesThat()
                        .areNotRecords()
                        .and()
                        .areDeclaredInClassesThat()
                        .areNotEnums()
                        .should(new AtMostSixParameters()));
    }

    private static final class AtMostSixParameters extends ArchCondition<JavaConstructor> {
        AtMostSixParameters() {
            super("take at most six parameters");
        }

        @Override
        public void check(JavaConstructor constructor, ConditionEvents events) {
            if (constructor.getRawParameterTypes().size() > 6) {
                events.add(
                        SimpleConditionEvent.violated(constructor, constructor.getDescription()));
            }
        }
    }

    private static final class StayAtHome extends ArchCondition<JavaClass> {
        StayAtHome() {
            super("be known in their own package only");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (var dependency : type.getDirectDependenciesToSelf()) {
                var origin = dependency.getOriginClass().getPackageName();
                if (!origin.equals(type.getPackageName())) {
                    events.add(
                            SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                }
            }
        }
    }

    static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }
}
