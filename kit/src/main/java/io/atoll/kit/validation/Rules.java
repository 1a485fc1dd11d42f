package io.atoll.kit.validation;

import io.atoll.kit.problem.Violations;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * The annotations of Bean Validation on what comes in: bodies ({@link BodyCheck}) and records of
 * query parameters, which their resource gives to {@link #requireParameters}. Those on single
 * parameters and on what goes out are not looked at.
 *
 * <p>The engine is made when the start is over, or with the first value: to learn the rules of all
 * classes took a fifth of the start of a service. It learns those of a class with its first value.
 */
@ApplicationScoped
public class Rules {

    private static final long AFTER_THE_START_SECONDS = 5;

    void warmUp(@Observes StartupEvent event) {
        CompletableFuture.delayedExecutor(AFTER_THE_START_SECONDS, TimeUnit.SECONDS)
                .execute(Engine::validator);
    }

    /** Refuses a body that breaks a rule, with every rule that it breaks (400). */
    void requireBody(Object body) {
        var broken = Engine.validator().validate(body);
        if (!broken.isEmpty()) {
            throw Violations.ofBody(broken);
        }
    }

    /** The same for a record of query parameters. */
    public void requireParameters(Record parameters) {
        var broken = Engine.validator().validate(parameters);
        if (!broken.isEmpty()) {
            throw Violations.ofParameters(broken);
        }
    }

    /** Texts have parameters such as {@code {min}} and no expressions, and are English. */
    private static final class Engine {

        private static final Validator VALIDATOR =
                Validation.byProvider(HibernateValidator.class)
                        .configure()
                        .ignoreXmlConfiguration()
                        .messageInterpolator(
                                new ParameterMessageInterpolator(
                                        Set.of(Locale.ENGLISH), Locale.ENGLISH, false))
                        .buildValidatorFactory()
                        .getValidator();

        static Validator validator() {
            return VALIDATOR;
        }
    }
}
