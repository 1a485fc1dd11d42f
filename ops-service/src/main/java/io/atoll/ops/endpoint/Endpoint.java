package io.atoll.ops.endpoint;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

/** What the clients of one cluster are made of. */
public interface Endpoint {

    /** {@code host:port}, several with commas between. */
    String bootstrap();

    /**
     * Returns where clients may be made. Blocks: call on a virtual thread.
     *
     * @throws ProbeFailed with plain words, or whatever connecting throws
     */
    void verify() throws IOException;

    /** How clients are secured and tuned; asked for after {@code verify}. */
    Map<String, Object> settings();

    /** Does what makes or uses clients, so that no name leads them where they may not go. */
    <T> T guarded(Supplier<T> work);

    /** Begins the client ids. */
    String clientName();
}
