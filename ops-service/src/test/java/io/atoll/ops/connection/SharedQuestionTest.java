package io.atoll.ops.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.ops.connection.DirectoryCatchUp.SharedQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SharedQuestionTest {

    private final List<CompletableFuture<String>> asked = new ArrayList<>();
    private final SharedQuestion<String> question = new SharedQuestion<>(this::ask);

    private CompletableFuture<String> ask() {
        asked.add(new CompletableFuture<>());
        return asked.getLast();
    }

    @Test
    void whoeverComesWhileOneIsUnderWaySharesTheNextAndNoneThatIsOlder() {
        var first = question.ask();
        var second = question.ask();
        var third = question.ask();
        assertThat(asked).hasSize(1);

        asked.getFirst().complete("old");
        assertThat(asked).hasSize(2);
        assertThat(first).isCompletedWithValue("old");
        assertThat(second).isNotDone();

        var fourth = question.ask();
        asked.get(1).complete("new");
        assertThat(second).isCompletedWithValue("new");
        assertThat(third).isCompletedWithValue("new");
        assertThat(fourth).isNotDone();
        assertThat(asked).hasSize(3);
    }

    @Test
    void afterAnAnswerAndAfterAFailureItIsAskedAnew() {
        question.ask();
        asked.getFirst().complete("one");
        var second = question.ask();
        var third = question.ask();
        assertThat(asked).hasSize(2);

        asked.get(1).completeExceptionally(new IllegalStateException("no answer"));
        assertThat(second).isCompletedExceptionally();
        asked.get(2).complete("three");
        assertThat(third).isCompletedWithValue("three");

        question.ask();
        assertThat(asked).hasSize(4);
    }
}
