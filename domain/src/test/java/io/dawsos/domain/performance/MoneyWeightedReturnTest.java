package io.dawsos.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.performance.MoneyWeightedReturn.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MoneyWeightedReturnTest {

    private static final MathContext DIGITS = new MathContext(60);

    private static Figure<MoneyWeightedReturn> yearly(double... amounts) {
        return MoneyWeightedReturn.of(
                CashFlows.at(IntStream.range(0, amounts.length).asDoubleStream().toArray(), amounts));
    }

    private static List<Double> rates(Figure<MoneyWeightedReturn> found) {
        return found.asOptional().orElseThrow().rates().stream()
                .map(rate -> known(rate.annual()))
                .toList();
    }

    private static <T> T known(Figure<T> figure) {
        return figure.asOptional().orElseThrow();
    }

    @Test
    void a_year_at_ten_percent() {
        MoneyWeightedReturn found = known(yearly(-100, 110));
        assertThat(known(found.annual())).isCloseTo(0.1, within(1e-14));
        assertThat(known(found.wholePeriod())).isCloseTo(0.1, within(1e-14));
        assertThat(known(found.modifiedDietz())).isCloseTo(0.1, within(1e-14));
        assertThat(found.unique()).isTrue();
    }

    @Test
    void a_part_of_a_year_has_a_rate_a_year_and_one_of_its_own() {
        MoneyWeightedReturn found = known(MoneyWeightedReturn.of(
                CashFlows.onDays(new int[] {100, 173}, new double[] {-100, 110}))); // 73 days are a fifth of a year
        assertThat(known(found.annual())).isCloseTo(0.61051, within(1e-12));
        assertThat(known(found.wholePeriod())).isCloseTo(0.1, within(1e-14));
        assertThat(found.years()).isEqualTo(0.2);
    }

    @Test
    void flows_of_one_day_are_one_flow() {
        Figure<MoneyWeightedReturn> found =
                MoneyWeightedReturn.of(CashFlows.onDays(new int[] {365, 0, 0, 365}, new double[] {60, -150, 50, 50}));
        assertThat(rates(found)).hasSize(1);
        assertThat(known(known(found).annual())).isCloseTo(0.1, within(1e-14));
    }

    @Test
    void a_loss_of_nearly_everything_in_a_day_has_no_rate_a_year_but_its_own() {
        MoneyWeightedReturn found =
                known(MoneyWeightedReturn.of(CashFlows.onDays(new int[] {0, 1}, new double[] {-100, 10})));
        assertThat(found.annual().whyMissing())
                .get()
                .extracting(Unavailable::code)
                .isEqualTo("rate_out_of_range");
        assertThat(known(found.wholePeriod())).isCloseTo(-0.9, within(1e-13));
    }

    @Test
    void rates_near_minus_100_percent() {
        assertThat(rates(yearly(-1e9, 1)).get(0)).isCloseTo(-1 + 1e-9, within(1e-15));
        assertThat(rates(yearly(-100, 60, -1)).get(0)).isCloseTo(-1 + 1 / 59.94, within(1e-3));
    }

    /** 0 = -1 + 2.2 x - 1.21 x^2 = -(1 - 1.1 x)^2. */
    @Test
    void a_rate_that_only_touches_is_found_once() {
        assertThat(rates(yearly(-1, 2.2, -1.21)))
                .singleElement()
                .satisfies(rate -> assertThat(rate).isCloseTo(0.1, within(1e-6)));
    }

    @Test
    void a_rate_of_exactly_nothing_beside_another() {
        assertThat(rates(yearly(-100, 250, -150))).satisfies(rates -> {
            assertThat(rates.get(0)).isEqualTo(0);
            assertThat(rates.get(1)).isCloseTo(0.5, within(1e-14));
        });
        assertThat(rates(yearly(-100, 100))).containsExactly(0.0);
    }

    @Test
    void of_several_rates_the_nearest_to_modified_dietz_is_reported() {
        // Fin.js: 25 % and 400 %; the gain is -1600 on a capital of 1600 - 5000, so that there is no estimate, and 25 %
        // is nearer to 0
        MoneyWeightedReturn none = known(yearly(-1600, 10000, -10000));
        assertThat(known(none.annual())).isCloseTo(0.25, within(1e-14));
        assertThat(none.unique()).isFalse();
        assertThat(none.modifiedDietz().whyMissing()).isPresent();
        // (1 - 1.1 x)(1 - 2 x)(1 - 3 x) times -10: a gain of 2 on a capital of 10 - 61 x 2/3 + 115 x 1/3
        double[] amounts = {-10, 61, -115, 66};
        MoneyWeightedReturn several = known(yearly(amounts));
        assertThat(rates(yearly(amounts))).hasSize(3);
        double estimate = 2 / (10 - 61 * 2 / 3.0 + 115 / 3.0);
        assertThat(known(several.modifiedDietz())).isCloseTo(estimate, within(1e-12));
        assertThat(known(several.annual())).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void what_has_no_rate_says_why() {
        assertThat(code(yearly())).isEqualTo("flows_one_sided");
        assertThat(code(yearly(-100, 0))).isEqualTo("flows_one_sided");
        assertThat(code(yearly(100, 5))).isEqualTo("flows_one_sided");
        assertThat(code(yearly(-100, 150, -150))).isEqualTo("no_money_weighted_rate");
        assertThat(code(MoneyWeightedReturn.of(CashFlows.onDays(new int[] {5, 5}, new double[] {-100, 110}))))
                .isEqualTo("period_empty");
        assertThatThrownBy(() -> CashFlows.at(new double[] {0}, new double[] {Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String code(Figure<MoneyWeightedReturn> found) {
        return found.whyMissing().orElseThrow().code();
    }

    @Test
    void a_portfolio_between_two_days() {
        Book book = new Book()
                .deposit("2022-01-03", "1000", "EUR")
                .buyAt("2022-01-03", "X", "10", "100", "EUR")
                .price("X", "2022-07-01", "90")
                .deposit("2022-07-01", "900", "EUR")
                .buyAt("2022-07-01", "X", "10", "90", "EUR")
                .price("X", "2023-01-03", "120");
        DailyValuation valuation = book.valuation("EUR", "2023-01-03");
        int last = valuation.days().size() - 1;
        MoneyWeightedReturn all = known(MoneyWeightedReturn.of(valuation, -1, last));
        CashFlows byHand = CashFlows.onDays(
                new int[] {day("2022-01-03"), day("2022-07-01"), day("2023-01-03")}, new double[] {-1000, -900, 2400});
        assertThat(byHand.presentValue(known(all.annual()))).isCloseTo(0, within(1e-9));
        int july = valuation.days().indexOnOrBefore(LocalDate.parse("2022-07-01"));
        MoneyWeightedReturn half = known(MoneyWeightedReturn.of(valuation, july, last));
        assertThat(known(half.wholePeriod())).isCloseTo(2400.0 / 1800 - 1, within(1e-12));
    }

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    @Test
    void an_end_that_has_no_value_is_named() {
        Book book = new Book().deposit("2022-01-03", "1000", "EUR").deposit("2022-01-04", "10", "XAF");
        DailyValuation valuation = book.valuation("EUR", "2022-01-05");
        assertThat(MoneyWeightedReturn.of(valuation, -1, 2).whyMissing()).isPresent();
    }

    /** Flows of a polynomial with known rates: the product of (1 - (1 + r) x). */
    @Property(tries = 300)
    void finds_every_rate_that_was_built_in(@ForAll Random random) {
        int count = 1 + random.nextInt(5);
        double[] wanted = new double[count];
        for (int i = 0; i < count; i++) {
            wanted[i] = -0.9 + 0.31 * i + 0.2 * random.nextDouble();
        }
        double[] amounts = {-100};
        for (double rate : wanted) {
            double[] next = new double[amounts.length + 1];
            for (int i = 0; i < amounts.length; i++) {
                next[i] += amounts[i];
                next[i + 1] -= amounts[i] * (1 + rate);
            }
            amounts = next;
        }
        List<Double> found = rates(yearly(amounts));
        assertThat(found).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(found.get(i)).isCloseTo(wanted[i], within(1e-9));
        }
    }

    /** Decimals of 60 digits and a scan of signs: an independent computation that finds the same rates. */
    @Property(tries = 200)
    void agrees_with_exact_decimals_on_random_flows(@ForAll Random random) {
        int count = 2 + random.nextInt(12);
        int[] years = IntStream.range(0, count).map(i -> random.nextInt(15)).toArray();
        double[] amounts = random.doubles(count, -1000, 1000).toArray();
        Figure<MoneyWeightedReturn> found = MoneyWeightedReturn.of(
                CashFlows.at(Arrays.stream(years).asDoubleStream().toArray(), amounts));
        double[] roots = found.asOptional()
                .map(some -> some.rates().stream().mapToDouble(Rate::continuous).toArray())
                .orElse(new double[0]);
        int crossings = 0;
        int before = sign(years, amounts, -3);
        for (int step = 1; step <= 600; step++) {
            double s = -3 + step * 0.01;
            int now = sign(years, amounts, s);
            if (now != before) {
                crossings++;
                double end = s;
                assertThat(Arrays.stream(roots).anyMatch(root -> root >= end - 0.01 && root <= end))
                        .as("a root between %s and %s", s - 0.01, s)
                        .isTrue();
            }
            before = now;
        }
        assertThat(Arrays.stream(roots).filter(root -> Math.abs(root) < 3).count())
                .isGreaterThanOrEqualTo(crossings);
        for (double root : roots) {
            if (Math.abs(root) < 3) {
                assertThat(sign(years, amounts, root - 1e-9))
                        .as("crosses at %s", root)
                        .isNotEqualTo(sign(years, amounts, root + 1e-9));
            }
        }
    }

    private static int sign(int[] years, double[] amounts, double continuous) {
        BigDecimal discount = new BigDecimal(Math.exp(-continuous));
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < years.length; i++) {
            sum = sum.add(new BigDecimal(amounts[i]).multiply(discount.pow(years[i], DIGITS)));
        }
        return sum.signum();
    }
}
