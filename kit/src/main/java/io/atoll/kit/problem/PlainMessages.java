package io.atoll.kit.problem;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.MessageInterpolator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Texts of violations have parameters such as {@code {min}} and no expressions: the engine for
 * those is not started.
 */
@Dependent
class PlainMessages {

    @Produces
    @Singleton
    MessageInterpolator messages() {
        return new ParameterMessageInterpolator();
    }
}
