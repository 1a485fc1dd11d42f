package io.atoll.ops.outbound;

import java.net.UnknownHostException;

/** The operator's rules do not let this address be reached. */
public final class OutboundRefused extends UnknownHostException {

    OutboundRefused(String message) {
        super(message);
    }
}
