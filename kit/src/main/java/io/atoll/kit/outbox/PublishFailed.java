package io.atoll.kit.outbox;

/** Kafka did not take all of a batch; what it did not take stays in the table. */
final class PublishFailed extends RuntimeException {

    PublishFailed(Throwable cause) {
        super("Kafka did not take the messages: " + cause, cause);
    }
}
