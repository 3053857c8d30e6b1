package io.dawsos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.application.run.Explanations.NothingToExplainException;
import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.ExplanationCheck;
import io.dawsos.domain.explanation.Operation;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every number of the overview of the demo portfolio is taken apart, and put together again from its parts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainTest {

    private static final int NODES = 150;
    private static final int WAYS = 30;

    private final ExplainedRun run =
            new ExplainedRun("portfolio_overview", Map.of("lookback_days", BigDecimal.valueOf(60)));
    private final Map<String, BigDecimal> numbers = run.numbers();

    private Explanation explain(String path) {
        return run.explain(path);
    }

    @Test
    void every_number_is_made_of_its_parts() {
        assertThat(numbers)
                .hasSizeGreaterThan(280)
                .containsKeys("perf_metrics.sharpe_ratio", "currency_attr.fx_return");
        numbers.forEach((path, emitted) -> {
            Explanation root = explain(path);
            assertThat(root.value()).as(path).isEqualByComparingTo(emitted);
            assertThat(ExplanationCheck.firstFault(root, NODES)).as(path).isEmpty();
        });
    }

    @Test
    void every_way_down_is_right_and_ends_at_what_was_recorded() {
        Random random = new Random(20261125);
        Map<Operation, Integer> ends = new TreeMap<>();
        numbers.keySet().forEach(path -> {
            Explanation root = explain(path);
            for (int way = 0; way < WAYS; way++) {
                ExplanationCheck.Descent descent = ExplanationCheck.descend(root, random::nextInt);
                assertThat(descent.fault()).as(path + " at " + descent.path()).isEmpty();
                ends.merge(descent.end().operation(), 1, Integer::sum);
                if (descent.end().operation() == Operation.SUM) {
                    // A day or a sleeve without flows: nothing was added up.
                    assertThat(descent.end().value()).as(descent.path()).isZero();
                }
            }
        });
        assertThat(ends)
                .containsOnlyKeys(
                        Operation.TRANSACTION, Operation.PRICE, Operation.RATE, Operation.PARAMETER, Operation.SUM);
    }

    @Test
    void a_return_leads_down_to_transactions_prices_and_rates() {
        Explanation root = explain("perf_metrics.twr_itd");
        Map<Operation, Integer> seen = new TreeMap<>();
        walk(root, 0, seen);
        assertThat(seen).containsKeys(Operation.CHAIN_LINK, Operation.TRANSACTION, Operation.PRICE, Operation.RATE);
    }

    private static void walk(Explanation node, int depth, Map<Operation, Integer> seen) {
        seen.merge(node.operation(), 1, Integer::sum);
        assertThat(depth).isLessThan(20);
        var parts = node.parts().get();
        // The last day has all that there is; the tree has thousands of days.
        for (int i = Math.max(0, parts.size() - 25); i < parts.size(); i++) {
            if (depth < 2 ? i == parts.size() - 1 || parts.size() < 10 : true) {
                walk(parts.get(i), depth + 1, seen);
            }
        }
    }

    @Test
    void a_sector_leads_to_the_positions_that_are_in_it() {
        Explanation value = explain("sector_allocation.sectors[0].value");
        assertThat(value.parts().get())
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.operation()).isEqualTo(Operation.PRODUCT));
    }

    @Test
    void a_changed_part_is_found() {
        Explanation right = explain("perf_metrics.volatility");
        Explanation wrong = new Explanation(
                right.label(),
                right.value().multiply(new BigDecimal("1.002")),
                right.exact(),
                right.unit(),
                right.operation(),
                right.method(),
                right.source(),
                right.tolerance(),
                right.parts());
        assertThat(ExplanationCheck.firstFault(wrong, NODES)).isPresent();
    }

    @Test
    void what_is_no_number_is_not_explained() {
        for (String path : new String[] {
            "perf_metrics",
            "perf_metrics.as_of",
            "nothing",
            "valued_positions.positions[999].price",
            "x[",
            "",
            "historical_nav.data[0]"
        }) {
            assertThatThrownBy(() -> explain(path)).as(path).isInstanceOf(NothingToExplainException.class);
        }
    }
}
