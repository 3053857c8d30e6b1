package io.dawsos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.application.demo.DemoMarket;
import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.ExplanationCheck;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every number of the table of returns of the demo portfolio is taken apart, and put together again from its parts. */
class ExplainReturnsTest {

    /** Lists that are looked up elsewhere: rates that are not reported, days, a holding's own return in a table. */
    private static final Pattern NOT_APART = Pattern.compile(
            "money_weighted[.]all_rates.*|.*own_return|.*position_return|position_perf[.](daily|annual|local|fx).*|currency_attr[.](local|fx)_return");

    private static final int NODES = 60;
    private static final int WAYS = 5;

    @Test
    void every_return_is_made_of_its_parts() {
        ExplainedRun run = new ExplainedRun(
                "portfolio_performance",
                Map.of("step_days", BigDecimal.valueOf(60), "window_days", BigDecimal.valueOf(120)));
        assertThat(run.numbers())
                .hasSizeGreaterThan(250)
                .containsKeys(
                        "periods.periods.itd.mwr_annualized",
                        "periods.periods.1y.modified_dietz",
                        "money_weighted.ann_mwr",
                        "calendar.months[3].twr");
        check(run);
    }

    @Test
    void every_contribution_is_made_of_its_parts() {
        ExplainedRun run = new ExplainedRun("portfolio_attribution", Map.of("lookback_days", BigDecimal.valueOf(60)));
        assertThat(run.numbers())
                .hasSizeGreaterThan(120)
                .containsKeys("contributions.positions[3].fx", "contributions.sectors[2].contribution");
        check(run);
    }

    @Test
    void every_number_of_a_holding_is_made_of_its_parts() {
        ExplainedRun run = new ExplainedRun(
                "holding_deep_dive",
                Map.of(
                        "lookback_days",
                        BigDecimal.valueOf(60),
                        "security_id",
                        DemoMarket.SECURITIES.get(0).id().value().toString()));
        assertThat(run.numbers()).containsKeys("position_perf.volatility", "contribution.pct_of_portfolio_return");
        run.numbers()
                .keySet()
                .removeIf(path ->
                        path.startsWith("position.") || path.startsWith("risk.") || path.startsWith("transactions"));
        check(run);
    }

    private static void check(ExplainedRun run) {
        Random random = new Random(20261125);
        run.numbers().forEach((path, emitted) -> {
            if (NOT_APART.matcher(path).matches()) {
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
