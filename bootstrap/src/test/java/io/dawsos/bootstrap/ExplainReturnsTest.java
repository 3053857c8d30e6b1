package io.dawsos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.ExplanationCheck;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every number of the table of returns of the demo portfolio is taken apart, and put together again from its parts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainReturnsTest {

    private static final int NODES = 60;
    private static final int WAYS = 5;

    private final ExplainedRun run = new ExplainedRun(
            "portfolio_performance",
            Map.of("step_days", BigDecimal.valueOf(60), "window_days", BigDecimal.valueOf(120)));

    @Test
    void every_number_is_made_of_its_parts() {
        assertThat(run.numbers())
                .hasSizeGreaterThan(250)
                .containsKeys(
                        "periods.periods.itd.mwr_annualized",
                        "periods.periods.1y.modified_dietz",
                        "money_weighted.ann_mwr",
                        "calendar.months[3].twr");
        Random random = new Random(20261125);
        run.numbers().forEach((path, emitted) -> {
            if (path.startsWith("money_weighted.all_rates")) {
                return;
            }
            Explanation root = run.explain(path);
            assertThat(root.value()).as(path).isEqualByComparingTo(emitted);
            assertThat(ExplanationCheck.firstFault(root, NODES)).as(path).isEmpty();
            for (int way = 0; way < WAYS; way++) {
                ExplanationCheck.Descent descent = ExplanationCheck.descend(root, random::nextInt);
                assertThat(descent.fault()).as(path + " at " + descent.path()).isEmpty();
            }
        });
    }
}
