package io.atoll.ops.connection;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Not ready before the clusters are known: until then each of them would be answered as unknown.
@Readiness
class DirectoryReadiness implements HealthCheck {

    private final DirectoryConsumer consumer;
    private final ClusterDirectory directory;

    DirectoryReadiness(DirectoryConsumer consumer, ClusterDirectory directory) {
        this.consumer = consumer;
        this.directory = directory;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("clusters-known")
                .status(consumer.caughtUp())
                .withData("clusters", directory.all().size())
                .build();
    }
}
