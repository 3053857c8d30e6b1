package io.dawsos.domain.cases;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.ledger.Disposal.MatchedLot;
import io.dawsos.domain.ledger.Holdings;
import io.dawsos.domain.ledger.Lot;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.performance.DailyValuation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Units that move from one portfolio to another with their lots. */
final class TransferCases {

    private final JsonNode inputs;
    private final String currency;
    private final String date;

    private TransferCases(JsonNode inputs) {
        this.inputs = inputs;
        this.currency = inputs.get("currency").asString();
        this.date = inputs.get("transfer").get("date").asString();
    }

    static Answers transfer(JsonNode inputs) {
        return new TransferCases(inputs).answers();
    }

    private Answers answers() {
        Holdings whole = sender(true);
        Holdings withoutFees = sender(false);
        List<MatchedLot> moved = whole.disposals().get(0).matched();
        BigDecimal cost = whole.disposals().get(0).cost().orElseThrow().amount();
        return new Answers()
                .with("receiverCost", () -> cost)
                .with(
                        "receiverLots",
                        () -> received(moved, withoutFees.disposals().get(0).matched()))
                .with("senderLots", () -> left(whole, withoutFees))
                .with("receiverInflow", this::inflow)
                .with("carriedUnrealised", () -> inflow().subtract(cost))
                .with("residual", this::residual);
    }

    private Holdings sender(boolean feesInCost) {
        Book book = new Book();
        for (JsonNode lot : inputs.get("lots")) {
            BigDecimal quantity = lot.get("quantity").decimalValue();
            BigDecimal fee =
                    CaseBook.decimal(lot, "fee").filter(stated -> feesInCost).orElse(BigDecimal.ZERO);
            BigDecimal amount =
                    quantity.multiply(lot.get("price").decimalValue()).add(fee);
            book.buy(lot.get("acquired").asString(), "X", quantity.toPlainString(), amount.toPlainString(), currency);
        }
        book.transferOut(date, "X", inputs.get("transfer").get("quantity").asString());
        return book.holdings(date, LotMatching.FIFO);
    }

    private static List<Object> received(List<MatchedLot> moved, List<MatchedLot> withoutFees) {
        List<Object> lots = new ArrayList<>();
        for (int i = 0; i < moved.size(); i++) {
            MatchedLot lot = moved.get(i);
            lots.add(lot(
                    lot.opened().toString(),
                    lot.quantity(),
                    lot.cost(),
                    withoutFees.get(i).cost()));
        }
        return lots;
    }

    private static List<Object> left(Holdings whole, Holdings withoutFees) {
        List<Object> lots = new ArrayList<>();
        List<Lot> plain = withoutFees.positions().get(Book.id("X")).lots();
        for (Lot lot : whole.positions().get(Book.id("X")).lots()) {
            lots.add(lot(
                    lot.opened().toString(),
                    lot.quantity(),
                    lot.cost(),
                    plain.get(lots.size()).cost()));
        }
        return lots;
    }

    private static Map<String, Object> lot(
            String acquired, BigDecimal quantity, Optional<Money> cost, Optional<Money> withoutFees) {
        BigDecimal price = withoutFees.orElseThrow().amount().divide(quantity);
        BigDecimal fee = cost.orElseThrow().amount().subtract(withoutFees.get().amount());
        return Map.of("acquired", acquired, "quantity", quantity, "price", price, "fee", fee);
    }

    /** The receiver's ledger: units at what they had cost, valued at the market. */
    private DailyValuation receiver() {
        JsonNode transfer = inputs.get("transfer");
        BigDecimal cost = sender(true).disposals().get(0).cost().orElseThrow().amount();
        return new Book()
                .security("X", currency)
                .transferIn(
                        date,
                        "X",
                        transfer.get("quantity").asString(),
                        Optional.of(Money.of(cost, CurrencyCode.of(currency))))
                .price("X", date, transfer.get("marketPrice").asString())
                .valuation(currency, date);
    }

    private BigDecimal inflow() {
        DailyValuation valuation = receiver();
        return BigDecimal.valueOf(valuation.inflow(valuation.days().size() - 1));
    }

    /** What is left of the receiver's value when its inflow is taken off: a transfer earns nothing. */
    private BigDecimal residual() {
        DailyValuation valuation = receiver();
        int last = valuation.days().size() - 1;
        return BigDecimal.valueOf(valuation.total(last) - valuation.inflow(last));
    }
}
