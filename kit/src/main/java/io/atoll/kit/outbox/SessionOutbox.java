package io.atoll.kit.outbox;

import io.atoll.kit.problem.Trace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes through the Hibernate Reactive session of the caller. The table's trigger notifies. */
@ApplicationScoped
class SessionOutbox implements Outbox {

    @Override
    public Uni<Void> append(OutboxMessage message) {
        var trace = Trace.current().map(Trace::traceparent).orElse(null);
        return Panache.getSession()
                .invoke(SessionOutbox::requireTransaction)
                .call(Mutiny.Session::flush)
                .chain(
                        session ->
                                session.createNativeQuery(SqlOutbox.INSERT)
                                        .setParameter(1, message.topic())
                                        .setParameter(2, message.key())
                                        .setParameter(3, message.payload())
                                        .setParameter(4, trace)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static void requireTransaction(Mutiny.Session session) {
        if (session.currentTransaction() == null) {
            throw new IllegalStateException("A message is appended inside a transaction");
        }
    }
}
