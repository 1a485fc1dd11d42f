package io.atoll.ops.message;

import static io.atoll.ops.Api.admin;
import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.ops.Api;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
class AbandonedBrowseIT {

    private static final String CLUSTER = "abandoned-it";

    @Inject ConsumeQueries queries;

    @Test
    void aBrowseThatNobodyWaitsForReadsNothingMore() {
        Api.running(CLUSTER);
        Api.topic(CLUSTER, "left", 1);
        admin().body("{\"topic\":\"left\",\"records\":[{\"value\":1}]}")
                .post(Api.CLUSTERS + CLUSTER + "/produce");
        for (var from : new String[] {"earliest", "latest"}) {
            assertThat(queries.consume(CLUSTER, asked(from), () -> true).scannedRecords()).isZero();
            assertThat(queries.consume(CLUSTER, asked(from), () -> false).scannedRecords())
                    .isEqualTo(1);
        }
    }

    private static ConsumeParameters asked(String from) {
        return new ConsumeParameters(
                "left",
                null,
                from,
                null,
                null,
                10,
                1_000,
                20_000,
                100,
                "auto",
                "auto",
                null,
                "read_committed");
    }
}
