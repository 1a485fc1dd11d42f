package io.atoll.registry.template;

import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.kit.access.Caller;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Where templates get the specs of clusters from; called inside a transaction. */
public interface SpecSource {

    /** Empty where there is no such cluster or the caller may not see it. */
    Uni<Optional<KafkaSpec>> find(String clusterId, Caller caller);

    /** Ids like the wanted one, among those that the caller may see. */
    Uni<List<String>> near(String clusterId, Caller caller);
}
