package io.dawsos.domain.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The check that holds explanations together finds a wrong node of every operation. */
class ExplanationCheckTest {

    private static final List<Double> PARTS = List.of(0.04, 0.025, -0.03);

    private static Explanation leaf(double value) {
        return Explanation.leaf(Operation.PRICE, "price", BigDecimal.valueOf(value), "USD", "test");
    }

    private static List<Explanation> parts(Operation operation) {
        int many = switch (operation) {
            case RATIO, POWER -> 2;
            case SQUARE_ROOT, ROUND -> 1;
            default -> 3;
        };
        return PARTS.stream().limit(many).map(ExplanationCheckTest::leaf).toList();
    }

    private static double right(Operation operation) {
        return operation.compute(parts(operation).stream()
                .mapToDouble(part -> part.value().doubleValue())
                .toArray());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TRANSACTION", "PRICE", "RATE", "OBSERVATION", "PARAMETER", "ARGUMENT", "RATE_OF_RETURN"})
    void a_node_is_right_only_with_the_value_of_its_parts(Operation operation) {
        double value = right(operation);
        assertThat(ExplanationCheck.firstFault(node(operation, value), 10)).isEmpty();
        assertThat(ExplanationCheck.firstFault(node(operation, value + 1e-6), 10))
                .isPresent();
    }

    private static Explanation node(Operation operation, double value) {
        return Explanation.computed("node", value, "number", operation, () -> parts(operation));
    }

    @Test
    void the_present_values_of_a_rate_of_return_sum_to_nothing() {
        Explanation right = Explanation.computed(
                "rate", 0.1, "fraction", Operation.RATE_OF_RETURN, () -> List.of(leaf(-100), leaf(60), leaf(40)));
        Explanation wrong = Explanation.computed(
                "rate", 0.1, "fraction", Operation.RATE_OF_RETURN, () -> List.of(leaf(-100), leaf(60), leaf(40.0001)));
        assertThat(ExplanationCheck.firstFault(right, 10)).isEmpty();
        assertThat(ExplanationCheck.firstFault(wrong, 10)).isPresent();
    }

    @Test
    void a_way_down_ends_at_a_leaf_or_at_the_fault() {
        Explanation faulty = Explanation.computed("faulty", 1, "number", Operation.SUM, () -> List.of(leaf(2)));
        Explanation right = Explanation.computed("right", 1, "number", Operation.SUM, () -> List.of(leaf(1)));
        Explanation root = Explanation.computed("root", 2, "number", Operation.SUM, () -> List.of(right, faulty));
        ExplanationCheck.Descent good = ExplanationCheck.descend(root, many -> 0);
        assertThat(good.fault()).isEmpty();
        assertThat(good.path()).isEqualTo("0.0");
        assertThat(good.end().operation()).isEqualTo(Operation.PRICE);
        ExplanationCheck.Descent bad = ExplanationCheck.descend(root, many -> many - 1);
        assertThat(bad.fault())
                .hasValueSatisfying(fault -> assertThat(fault.node()).isSameAs(faulty));
        Random random = new Random(1);
        assertThat(Stream.generate(() -> ExplanationCheck.descend(root, random::nextInt))
                        .limit(64)
                        .filter(way -> way.fault().isPresent()))
                .hasSizeBetween(16, 48);
    }
}
