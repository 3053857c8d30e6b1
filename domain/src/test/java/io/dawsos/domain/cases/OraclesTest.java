package io.dawsos.domain.cases;

import static io.dawsos.domain.cases.Oracles.known;
import static io.dawsos.domain.cases.Oracles.oracles;
import static io.dawsos.domain.cases.Oracles.tolerance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.attribution.CurrencyAttribution;
import io.dawsos.domain.attribution.Parts;
import io.dawsos.domain.book.Book;
import io.dawsos.domain.ledger.Disposal;
import io.dawsos.domain.ledger.Holdings;
import io.dawsos.domain.ledger.Lot;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.performance.ReturnSeries;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Runs the answers of published libraries, authorities and books that the domain's present scope covers. */
class OraclesTest {

    // Currency

    static Stream<Arguments> currencies() {
        return oracles(
                "currency_attribution", oracle -> oracle.get("kind").asString().equals("local_fx_interaction"));
    }

    @ParameterizedTest
    @MethodSource("currencies")
    void local_fx_and_interaction_of_bacon(JsonNode oracle) {
        BigDecimal local =
                BigDecimal.ONE.add(oracle.get("inputs").get("local_return").decimalValue());
        BigDecimal fx = BigDecimal.ONE.add(oracle.get("inputs").get("fx_return").decimalValue());
        Book book = new Book()
                .deposit("2024-01-02", "1000", "JPY")
                .buyAt("2024-01-02", "X", "10", "100", "JPY")
                .rate("JPY", "GBP", "2024-01-02", "0.006")
                .price("X", "2024-01-05", local.multiply(new BigDecimal(100)).toPlainString())
                .rate(
                        "JPY",
                        "GBP",
                        "2024-01-05",
                        fx.multiply(new BigDecimal("0.006")).toPlainString());
        DailyValuation valuation = book.valuation("GBP", "2024-01-05");
        CurrencyAttribution split = known(CurrencyAttribution.of(valuation, ReturnSeries.of(valuation), 3));
        JsonNode expected = oracle.get("expected");
        Parts total = split.total();
        assertThat(total.local()).isCloseTo(expected.get("local").asDouble(), within(1e-12));
        assertThat(total.fx()).isCloseTo(expected.get("fx").asDouble(), within(1e-12));
        assertThat(total.interaction()).isCloseTo(expected.get("interaction").asDouble(), within(1e-12));
        assertThat(split.twr()).isCloseTo(expected.get("base_return").asDouble(), within(1e-12));
    }

    // Lots

    static Stream<Arguments> pairings() {
        return oracles(
                "lots",
                oracle -> oracle.get("measure").asString().equals("lot_pairing")
                        && !oracle.get("inputs").has("order")
                        && !oracle.get("inputs").get("method").asString().equals("LOFO"));
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void lots_paired_by_rp2(JsonNode oracle) {
        JsonNode inputs = oracle.get("inputs");
        Book book = new Book();
        List<String> dates = new ArrayList<>();
        for (JsonNode lot : inputs.get("lots")) {
            dates.add(lot.get("date").asString());
            book.buyAt(
                    dates.get(dates.size() - 1),
                    "X",
                    lot.get("units").asString(),
                    lot.get("unit_cost").asString(),
                    "USD");
        }
        inputs.get("sales").forEach(sale -> book.sell("2022-01-01", "X", sale.asString(), "1", "USD"));
        Holdings holdings = book.holdings(
                "2022-01-01", LotMatching.valueOf(inputs.get("method").asString()));
        List<String> found = holdings.disposals().stream()
                .map(disposal -> disposal.matched().stream()
                        .map(lot -> dates.indexOf(lot.opened().toString()) + 1 + ":" + lot.quantity())
                        .toList()
                        .toString())
                .toList();
        List<String> expected = new ArrayList<>();
        oracle.get("expected").get("matched_per_sale").forEach(sale -> {
            List<String> lots = new ArrayList<>();
            sale.forEach(lot ->
                    lots.add(lot.get("lot").asInt() + ":" + lot.get("units").asString()));
            expected.add(lots.toString());
        });
        assertThat(found).isEqualTo(expected);
    }

    static Stream<Arguments> bookings() {
        return oracles(
                "lots",
                oracle -> oracle.get("measure").asString().equals("booking")
                        && List.of("FIFO", "LIFO", "HIFO", "AVERAGE")
                                .contains(oracle.get("inputs").get("method").asString())
                        && oracle.get("expected").has("booked")
                        && anyLotOfOneInstrument(oracle.get("inputs")));
    }

    private static boolean anyLotOfOneInstrument(JsonNode inputs) {
        boolean plain = true;
        for (JsonNode lot : inputs.get("lots")) {
            plain &= lot.path("lot").has("cost")
                    && lot.get("instrument").equals(inputs.get("lots").get(0).get("instrument"));
        }
        for (JsonNode reduction : inputs.get("apply")) {
            plain &= reduction.path("lot").isEmpty() && reduction.get("units").asDouble() < 0;
        }
        return plain;
    }

    /** Lots in the order of their dates, as a ledger has them; the reductions follow. */
    @ParameterizedTest
    @MethodSource("bookings")
    void lots_booked_by_beancount(JsonNode oracle) {
        JsonNode inputs = oracle.get("inputs");
        Book book = new Book();
        for (JsonNode lot : inputs.get("lots")) {
            book.buyAt(
                    lot.get("lot").get("date").asString(),
                    "X",
                    lot.get("units").asString(),
                    lot.get("lot").get("cost").asString(),
                    lot.get("lot").get("cost_currency").asString());
        }
        for (JsonNode reduction : inputs.get("apply")) {
            book.sell(
                    "2020-01-01",
                    "X",
                    reduction.get("units").decimalValue().negate().toPlainString(),
                    "0",
                    "USD");
        }
        Holdings holdings = book.holdings(
                "2020-01-01", LotMatching.valueOf(inputs.get("method").asString()));
        List<String> booked = holdings.disposals().stream()
                .flatMap(disposal -> disposal.matched().stream())
                .map(lot -> text(
                        lot.quantity().negate(),
                        lot.cost().orElseThrow(),
                        lot.quantity(),
                        lot.opened().toString()))
                .toList();
        List<String> left = holdings.positions().values().stream()
                .flatMap(position -> position.lots().stream())
                .map(lot -> text(
                        lot.quantity(),
                        lot.cost().orElseThrow(),
                        lot.quantity(),
                        lot.opened().toString()))
                .toList();
        assertThat(booked).isEqualTo(lots(oracle.get("expected").get("booked")));
        assertThat(left).hasSameElementsAs(lots(oracle.get("expected").get("inventory_after")));
    }

    private static String text(BigDecimal units, Money cost, BigDecimal quantity, String date) {
        BigDecimal unitCost = cost.amount().divide(quantity, MathContext.DECIMAL64);
        return plain(units) + " at " + plain(unitCost) + " of " + date;
    }

    private static List<String> lots(JsonNode lots) {
        List<String> texts = new ArrayList<>();
        for (JsonNode lot : lots) {
            if (!lot.has("flag")) {
                texts.add(plain(lot.get("units").decimalValue()) + " at "
                        + plain(lot.get("lot").get("cost").decimalValue()) + " of "
                        + lot.get("lot").get("date").asString());
            }
        }
        return texts;
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    static Stream<Arguments> gains() {
        return oracles("lots", oracle -> oracle.get("kind").asString().equals("capital_gains"));
    }

    @ParameterizedTest
    @MethodSource("gains")
    void cost_and_gains_of_portfolio_performance(JsonNode oracle) {
        JsonNode inputs = oracle.get("inputs");
        Book book = new Book();
        for (JsonNode transaction : inputs.get("transactions")) {
            String date = transaction.get("date").asString();
            String shares = transaction.get("shares").asString();
            String amount = transaction.get("amount").asString();
            if (transaction.get("type").asString().equals("BUY")) {
                book.buy(date, "X", shares, amount, "EUR");
            } else {
                book.sell(date, "X", shares, amount, "EUR");
            }
        }
        for (var method : List.of(LotMatching.FIFO, LotMatching.AVERAGE)) {
            String suffix = method == LotMatching.FIFO ? "_fifo" : "_moving_average";
            Holdings holdings = book.holdings("2011-01-01", method);
            BigDecimal cost = holdings.positions().values().stream()
                    .flatMap(position -> position.lots().stream())
                    .map(OraclesTest::cost)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal realized = holdings.disposals().stream()
                    .map(Disposal::realizedGain)
                    .map(gain -> gain.orElseThrow().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            JsonNode expected = oracle.get("expected");
            assertThat(cost.doubleValue())
                    .isCloseTo(expected.get("cost" + suffix).asDouble(), within(tolerance(oracle)));
            if (expected.has("realized" + suffix)) {
                assertThat(realized.doubleValue())
                        .isCloseTo(expected.get("realized" + suffix).asDouble(), within(tolerance(oracle)));
            }
        }
    }

    static Stream<Arguments> splits() {
        return oracles(
                "corporate_actions", oracle -> oracle.get("kind").asString().equals("split"));
    }

    @ParameterizedTest
    @MethodSource("splits")
    void lots_after_a_split(JsonNode oracle) {
        Book book = new Book();
        for (JsonNode lot : oracle.get("inputs").get("lots")) {
            book.buy(
                    "2025-01-10",
                    "X",
                    lot.get("shares").asString(),
                    lot.get("basis").asString(),
                    "USD");
        }
        book.split("2025-01-20", "X", oracle.get("inputs").get("ratio").asString(), "1");
        List<Lot> lots = book.holdings("2025-01-20", LotMatching.FIFO)
                .positions()
                .get(Book.id("X"))
                .lots();
        JsonNode expected = oracle.get("expected").get("lots");
        assertThat(lots).hasSize(expected.size());
        for (int i = 0; i < lots.size(); i++) {
            assertThat(lots.get(i).quantity())
                    .isEqualByComparingTo(expected.get(i).get("shares").decimalValue());
            assertThat(cost(lots.get(i)))
                    .isEqualByComparingTo(expected.get(i).get("basis").decimalValue());
        }
    }

    private static BigDecimal cost(Lot lot) {
        return lot.cost().map(Money::amount).orElseThrow();
    }
}
