package io.dawsos.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.ledger.LotId;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.TransactionId;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.tax.Parcel;
import io.dawsos.domain.tax.WashSales;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The examples of Publication 550 of the Internal Revenue Service and of a published calculator. */
class WashSaleOraclesTest {

    private static final PortfolioId PORTFOLIO = new PortfolioId(new UUID(0, 1));

    static Stream<Arguments> examples() {
        return StreamSupport.stream(NumericCase.read("oracles", "lots.json").spliterator(), false)
                .filter(oracle -> oracle.get("kind").asString().equals("wash_sale"))
                .map(oracle -> Arguments.argumentSet(oracle.get("id").asString(), oracle));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void losses_are_deferred_as_published(JsonNode oracle) {
        JsonNode inputs = oracle.get("inputs");
        JsonNode expected = oracle.get("expected");
        if (!inputs.has("trades")) {
            sellAndBuyBack(inputs, expected);
            return;
        }
        List<Parcel> parcels = new ArrayList<>();
        for (JsonNode trade : inputs.get("trades")) {
            parcels.add(parcel(trade, parcels.size()));
        }
        WashSales.Result result = WashSales.of(parcels, 30, UnaryOperator.identity());
        List<String> wanted = new ArrayList<>();
        expected.get("trades").forEach(trade -> wanted.add(text(trade)));
        assertThat(result.parcels().stream().map(WashSaleOraclesTest::text))
                .containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(disallowed(result))
                .isCloseTo(expected.get("total_disallowed").asDouble(), within(0.006));
    }

    private static void sellAndBuyBack(JsonNode inputs, JsonNode expected) {
        List<Parcel> parcels = List.of(
                parcel(LocalDate.of(2013, 1, 2), inputs.get("buy"), Optional.of(inputs.get("sell")), 0),
                parcel(LocalDate.of(2014, 1, 20), inputs.get("rebuy_within_30_days"), Optional.empty(), 1));
        WashSales.Result result = WashSales.of(parcels, 30, UnaryOperator.identity());
        assertThat(disallowed(result)).isEqualTo(expected.get("disallowed").asDouble());
        assertThat(result.matches().get(0).newCost().amount())
                .isEqualByComparingTo(expected.get("replacement_basis").decimalValue());
    }

    private static double disallowed(WashSales.Result result) {
        return result.matches().stream()
                .mapToDouble(match -> match.disallowed().amount().doubleValue())
                .sum();
    }

    private static Parcel parcel(LocalDate bought, JsonNode buy, Optional<JsonNode> sell, int lot) {
        BigDecimal shares = buy.get("shares").decimalValue();
        BigDecimal cost = CaseBook.decimal(buy, "cost")
                .orElseGet(() -> buy.get("price").decimalValue().multiply(shares));
        return new Parcel(
                PORTFOLIO,
                Book.id("X"),
                new LotId(new TransactionId(new UUID(0, lot)), 0),
                bought,
                shares,
                shares,
                Optional.of(dollars(cost)),
                sell.map(sold -> sale(
                        LocalDate.of(2014, 1, 2),
                        CaseBook.decimal(sold, "proceeds")
                                .orElseGet(
                                        () -> sold.get("price").decimalValue().multiply(shares)))));
    }

    private static Parcel parcel(JsonNode trade, int lot) {
        BigDecimal shares = trade.get("shares").decimalValue();
        return new Parcel(
                PORTFOLIO,
                Book.id("X"),
                new LotId(new TransactionId(new UUID(0, lot)), 0),
                LocalDate.parse(trade.get("buy_date").asString()),
                shares,
                shares,
                Optional.of(dollars(trade.get("basis").decimalValue())),
                CaseBook.decimal(trade, "proceeds")
                        .map(proceeds ->
                                sale(LocalDate.parse(trade.get("sell_date").asString()), proceeds)));
    }

    private static Parcel.Sale sale(LocalDate date, BigDecimal proceeds) {
        return new Parcel.Sale(new TransactionId(new UUID(1, 1)), date, false, Optional.of(dollars(proceeds)));
    }

    private static Money dollars(BigDecimal amount) {
        return Money.of(amount.toPlainString(), "USD");
    }

    private static String text(JsonNode trade) {
        return text(
                trade.get("shares").asDouble(),
                trade.get("buy_date").asString(),
                trade.get("basis").asDouble(),
                trade.path("sell_date").asString("held"),
                trade.path("disallowed_loss").asDouble(0));
    }

    private static String text(WashSales.Adjusted adjusted) {
        Parcel parcel = adjusted.parcel();
        return text(
                parcel.quantity().doubleValue(),
                adjusted.heldFrom().toString(),
                parcel.cost().orElseThrow().amount().doubleValue(),
                parcel.sale().map(sale -> sale.date().toString()).orElse("held"),
                adjusted.disallowed().map(loss -> loss.amount().doubleValue()).orElse(0.0));
    }

    private static String text(double shares, String from, double cost, String sold, double disallowed) {
        return String.format(
                Locale.ROOT, "%.2f from %s for %.2f sold %s less %.2f", shares, from, cost, sold, disallowed);
    }
}
