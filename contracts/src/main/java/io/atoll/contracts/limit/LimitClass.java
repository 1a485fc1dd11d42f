package io.atoll.contracts.limit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A kind of requests that share a limit. The wire form is also the name of the policy. */
public enum LimitClass {
    /** Requests to the API that change nothing. */
    READ(Whom.TENANT, 1),
    /** Requests to the API that may change something. */
    WRITE(Whom.TENANT, 1),
    /** Records that are produced and read. */
    MESSAGE(Whom.TENANT, 1),
    /** Streams that are opened. */
    STREAM(Whom.TENANT, 1),
    /** Limits themselves: always enough to mend a limit that is too tight. */
    CONTROL(Whom.TENANT, 30),
    /** Pages of a browser. */
    PAGE(Whom.TENANT, 10),
    /** Sign-ins and exchanges of refresh tokens, from one address. */
    SIGN_IN(Whom.ADDRESS, 5),
    /** Whatever else an address asks without a credential that holds. */
    ADDRESS(Whom.ADDRESS, 5),
    /** Requests of one user or key at the same time, on one gateway. It has no window. */
    CONCURRENT(Whom.TENANT, 2);

    /** Who has a count of its own. */
    public enum Whom {
        /** Each user and each API key. */
        TENANT,
        /** Each network address. */
        ADDRESS
    }

    private final Whom whom;
    private final int lowest;

    LimitClass(Whom whom, int lowest) {
        this.whom = whom;
        this.lowest = lowest;
    }

    public Whom whom() {
        return whom;
    }

    /** The least that it can be limited to, so that nobody locks all admins out. */
    public int lowest() {
        return lowest;
    }

    /** False where requests are counted that run, not those of a time. */
    public boolean hasWindow() {
        return this != CONCURRENT;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Throws IllegalArgumentException where there is none of that name. */
    @JsonCreator
    public static LimitClass of(String wire) {
        for (LimitClass limitClass : values()) {
            if (limitClass.wire().equals(wire)) {
                return limitClass;
            }
        }
        throw new IllegalArgumentException("no class of limits: " + wire);
    }
}
