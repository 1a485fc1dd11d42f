package io.atoll.ops.endpoint;

import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.contracts.connection.ConnectionTest.Stage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What stands between Atoll and a cluster, in plain words and without any secret. */
public class ProbeFailed extends IOException {

    private final transient ConnectionTest.Failure failure;

    ProbeFailed(Stage stage, @Nullable String address, String message) {
        super(message);
        this.failure = new ConnectionTest.Failure(stage, address, message);
    }

    public ConnectionTest.Failure failure() {
        return failure;
    }
}
