package io.atoll.ops.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeapBudgetTest {

    private static final long CAPACITY = 8 << 20;

    @Test
    void whoIsAloneIsGivenUpToHalf() {
        var budget = new HeapBudget(CAPACITY);
        assertThat(budget.reserve(1_000)).isEqualTo(1_000);
        budget.release(1_000);
        assertThat(budget.reserve(CAPACITY)).isEqualTo(CAPACITY / 2);
    }

    @Test
    void aBodyFindsRoomWholeOrNotAtAll() {
        var budget = new HeapBudget(CAPACITY);
        assertThat(budget.tryReserve(2 * CAPACITY)).isTrue();
        assertThat(budget.tryReserve(1)).isFalse();
        budget.release(2 * CAPACITY);
        assertThat(budget.tryReserve(CAPACITY / 2)).isTrue();
        assertThat(budget.tryReserve(CAPACITY / 2)).isTrue();
        assertThat(budget.tryReserve(1)).isFalse();
    }

    @Test
    void manyTogetherHoldNoMoreThanTheCapacityAndALittleEach() {
        var budget = new HeapBudget(CAPACITY);
        var held = new ArrayDeque<Long>();
        var random = new Random(5);
        long sum = 0;
        for (int i = 0; i < 10_000; i++) {
            if (held.isEmpty() || (held.size() < 40 && random.nextBoolean())) {
                held.add(budget.reserve(random.nextLong(1, CAPACITY)));
                sum += held.getLast();
            } else {
                sum -= held.getFirst();
                budget.release(held.removeFirst());
            }
            assertThat(sum).isLessThanOrEqualTo(CAPACITY + 40L * (64 << 10));
        }
    }
}
