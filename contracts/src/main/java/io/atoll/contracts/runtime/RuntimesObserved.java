package io.atoll.contracts.runtime;

import java.time.Instant;
import java.util.List;

/**
 * What all runtimes have at one moment, as published on {@link io.atoll.contracts.Topics#RUNTIMES}.
 *
 * @param portsTotal size of the pool of ports
 * @param portsFree ports of the pool that no cluster holds
 */
public record RuntimesObserved(
        Instant observedAt, List<RuntimeView> runtimes, int portsTotal, int portsFree) {

    public RuntimesObserved {
        runtimes = List.copyOf(runtimes);
    }
}
