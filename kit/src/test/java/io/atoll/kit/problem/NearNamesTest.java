package io.atoll.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {

    @ParameterizedTest
    @CsvSource({
        "orders,orders,0",
        "'',abc,3",
        "abc,'',3",
        "kitten,sitting,3",
        "orders,oders,1",
        "orders,roders,1",
        "ab,ba,1"
    })
    void distanceCountsInsertDeleteReplaceAndSwap(String a, String b, int distance) {
        assertThat(NearNames.distance(a, b)).isEqualTo(distance);
        assertThat(NearNames.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void nearestNamesComeFirstAndAtMostThree() {
        var known = List.of("payments", "order", "orders-eu", "odrers", "ordersx", "orders2");
        assertThat(NearNames.of("orders", known)).containsExactly("odrers", "order", "orders2");
    }

    @Test
    void letterCaseDoesNotCount() {
        assertThat(NearNames.of("ORDERS", List.of("orders"))).containsExactly("orders");
    }

    /** Such a one costs as much as its length times that of all the names there are. */
    @Test
    void nothingIsNearToANameLongerThanAny() {
        var longest = "x".repeat(255);
        assertThat(NearNames.of(longest, List.of(longest + "y"))).containsExactly(longest + "y");
        assertThat(NearNames.of(longest + "y", List.of(longest, longest + "y"))).isEmpty();
    }

    @Test
    void nothingIsNearToAStrangeName() {
        assertThat(NearNames.of("zebra", List.of("orders", "payments"))).isEmpty();
    }
}
