package io.atoll.gateway.identity.session;

import io.atoll.contracts.problem.ProblemType;
import io.atoll.kit.refusal.AtollException;

/** A sign-in that failed; does not tell an unknown name from a wrong password. */
public final class WrongSignIn extends AtollException {

    WrongSignIn(String detail) {
        super(ProblemType.UNAUTHENTICATED, detail);
    }

    static WrongSignIn password() {
        return new WrongSignIn("The name or the password is wrong.");
    }

    static WrongSignIn refreshToken() {
        return new WrongSignIn("The refresh token does not hold. Sign in again.");
    }
}
