package io.atoll.kit.control;

/** The lease ended and the key was claimed anew: whoever gets this must not write any more. */
public final class FenceLost extends RuntimeException {

    public FenceLost(String loop, Claim claim) {
        super("Fence " + claim.fence() + " of " + loop + "/" + claim.key() + " is lost");
    }
}
