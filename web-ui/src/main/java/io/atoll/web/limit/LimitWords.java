package io.atoll.web.limit;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.web.shell.Figures;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Classes and limits in words. */
final class LimitWords {

    static String name(LimitClass limitClass) {
        return switch (limitClass) {
            case READ -> "Reading";
            case WRITE -> "Changes";
            case MESSAGE -> "Messages";
            case STREAM -> "Streams";
            case CONTROL -> "Limits";
            case PAGE -> "Pages";
            case SIGN_IN -> "Sign-ins";
            case ADDRESS -> "Strangers";
            case CONCURRENT -> "At the same time";
        };
    }

    /** The name where there is one of that id, else the id. */
    static String title(String id) {
        return Arrays.stream(LimitClass.values())
                .filter(c -> c.wire().equals(id))
                .map(LimitWords::name)
                .findFirst()
                .orElse(id);
    }

    static String text(LimitClass limitClass) {
        return switch (limitClass) {
            case READ -> "Requests to the API that change nothing";
            case WRITE -> "Requests to the API that may change something";
            case MESSAGE -> "Producing and reading records";
            case STREAM -> "Event streams that are opened";
            case CONTROL -> "Requests about limits themselves";
            case PAGE -> "Pages of this console";
            case SIGN_IN -> "Sign-ins and refreshes, from one address";
            case ADDRESS -> "Requests without a sign-in, from one address";
            case CONCURRENT -> "Requests that run at once, on one gateway";
        };
    }

    /** "600 in 60 s"; without a window the quota alone. */
    static String limit(int quota, @Nullable Integer windowSeconds) {
        String number = Figures.grouped(quota);
        return windowSeconds == null ? number : number + " in " + windowSeconds + " s";
    }

    private LimitWords() {}
}
