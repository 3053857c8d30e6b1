package io.dawsos.domain.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.attribution.BrinsonAttribution.Model;
import io.dawsos.domain.attribution.LinkedBrinson.Linking;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BrinsonTest {

    private static List<BrinsonSegment> random(Random random, int count) {
        double[] own = weights(random, count);
        double[] other = weights(random, count);
        List<BrinsonSegment> segments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            segments.add(new BrinsonSegment(
                    "s" + i, own[i], other[i], random.nextGaussian() * 0.1, random.nextGaussian() * 0.1));
        }
        return segments;
    }

    private static double[] weights(Random random, int count) {
        double[] weights = random.doubles(count, -0.2, 1).toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        weights[0] += 1 - sum;
        return weights;
    }

    @Property(tries = 500)
    void every_decomposition_sums_to_its_total(@ForAll Random random) {
        List<List<BrinsonSegment>> segments = new ArrayList<>();
        for (int t = 0; t < 1 + random.nextInt(12); t++) {
            segments.add(random(random, 1 + random.nextInt(6)));
        }
        double portfolio = 1;
        double benchmark = 1;
        for (List<BrinsonSegment> period : segments) {
            double own = 0;
            double other = 0;
            for (BrinsonSegment segment : period) {
                own += segment.portfolioWeight() * segment.portfolioReturn();
                other += segment.benchmarkWeight() * segment.benchmarkReturn();
            }
            portfolio *= 1 + own;
            benchmark *= 1 + other;
        }
        double excess = portfolio - benchmark;
        for (Model model : Model.values()) {
            List<BrinsonAttribution> periods = segments.stream()
                    .map(period -> BrinsonAttribution.of(period, model))
                    .toList();
            assertThat(periods).allSatisfy(period -> {
                assertThat(period.residual()).isCloseTo(0, within(1e-12));
                assertThat(period.total().total()).isCloseTo(period.portfolio() - period.benchmark(), within(1e-12));
            });
            if (periods.stream().allMatch(period -> period.portfolio() > -1 && period.benchmark() > -1)) {
                for (Linking linking : Linking.values()) {
                    LinkedBrinson linked =
                            LinkedBrinson.of(periods, linking).asOptional().orElseThrow();
                    double sum = 0;
                    for (BrinsonEffects effects : linked.bySegment().values()) {
                        sum += effects.total();
                    }
                    assertThat(sum).as(linking.name()).isCloseTo(excess, within(1e-9));
                    assertThat(linked.residual()).as(linking.name()).isCloseTo(0, within(1e-9));
                }
            }
        }
        List<GeometricBrinson> geometric = segments.stream()
                .flatMap(period -> GeometricBrinson.of(period).asOptional().stream())
                .toList();
        if (geometric.size() == segments.size()) {
            GeometricBrinson whole = GeometricBrinson.compounded(geometric);
            assertThat(whole.residual()).isCloseTo(0, within(1e-9));
            assertThat((1 + whole.allocation()) * (1 + whole.selection()) - 1)
                    .isCloseTo(portfolio / benchmark - 1, within(1e-9));
        }
        assertThat(GeometricBrinson.ofNotionalFunds(segments).total()).isCloseTo(excess, within(1e-9));
    }

    @Test
    void no_excess_links_to_none() {
        List<BrinsonSegment> even =
                List.of(new BrinsonSegment("a", 0.6, 0.4, 0.1, 0.1), new BrinsonSegment("b", 0.4, 0.6, 0.1, 0.1));
        BrinsonAttribution period = BrinsonAttribution.of(even, Model.BRINSON_FACHLER);
        for (Linking linking : Linking.values()) {
            assertThat(LinkedBrinson.of(List.of(period, period), linking)
                            .asOptional()
                            .orElseThrow()
                            .total()
                            .total())
                    .isCloseTo(0, within(1e-15));
        }
    }

    /** The limit of ln(own / other) / (own - other) is 1 / other; near it the logarithm would lose digits. */
    @Test
    void the_logarithmic_excess_is_smooth_where_there_is_none() {
        assertThat(LinkedBrinson.logarithmic(1.1, 1.1)).isCloseTo(1 / 1.1, within(1e-15));
        assertThat(LinkedBrinson.logarithmic(1.1 * (1 + 0.99e-6), 1.1))
                .isCloseTo(LinkedBrinson.logarithmic(1.1 * (1 + 1.01e-6), 1.1), within(1e-7));
    }

    @Test
    void weights_that_sum_to_less_leave_a_residual() {
        BrinsonAttribution split =
                BrinsonAttribution.of(List.of(new BrinsonSegment("a", 0.5, 1, 0.2, 0.1)), Model.BRINSON_FACHLER);
        assertThat(split.residual()).isCloseTo(-0.05, within(1e-15));
    }

    @Test
    void what_can_not_be_linked_says_why() {
        List<BrinsonSegment> lost = List.of(new BrinsonSegment("a", 1, 1, -1, 0.1));
        assertThat(LinkedBrinson.of(List.of(BrinsonAttribution.of(lost, Model.BRINSON_FACHLER)), Linking.CARINO)
                        .whyMissing())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("everything_lost"));
        assertThat(GeometricBrinson.of(List.of(new BrinsonSegment("a", 1, 1, 0, -1)))
                        .whyMissing())
                .isPresent();
        BrinsonSegment twice = new BrinsonSegment("a", 0.5, 0.5, 0, 0);
        assertThatThrownBy(() -> BrinsonAttribution.of(List.of(twice, twice), Model.BRINSON_FACHLER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_side_that_holds_nothing_takes_the_others_return() {
        assertThat(new BrinsonSegment("cash", 0.1, 0, 0.004, 0).filled().benchmarkReturn())
                .isEqualTo(0.004);
        assertThat(new BrinsonSegment("tech", 0, 0.1, 0, 0.02).filled().portfolioReturn())
                .isEqualTo(0.02);
        assertThat(new BrinsonSegment("both", 0.1, 0.1, 0.1, 0.02).filled().portfolioReturn())
                .isEqualTo(0.1);
    }
}
