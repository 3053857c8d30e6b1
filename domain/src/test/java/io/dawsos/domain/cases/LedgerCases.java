package io.dawsos.domain.cases;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.ledger.CashCost;
import io.dawsos.domain.ledger.ClosedTrade;
import io.dawsos.domain.ledger.Disposal;
import io.dawsos.domain.ledger.Holdings;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LedgerFold;
import io.dawsos.domain.ledger.Lot;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.ledger.LotRules;
import io.dawsos.domain.ledger.Position;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.performance.CashFlows;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.performance.MoneyWeightedReturn;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A ledger of one instrument at a date, in its own or in another currency. */
final class LedgerCases {

    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private final JsonNode inputs;
    private final Book book;
    private final CaseBook caseBook;
    private final LocalDate asOf;
    private final CurrencyCode currency;
    private final Holdings holdings;
    private final Holdings inReport;

    private LedgerCases(JsonNode inputs, CaseBook caseBook, LocalDate asOf, CurrencyCode currency) {
        this.inputs = inputs;
        this.book = caseBook.book();
        this.caseBook = caseBook;
        this.asOf = asOf;
        this.currency = currency;
        this.holdings = LedgerFold.at(
                book.entries(), asOf, caseBook.matching(), caseBook.dust().orElse(LedgerFold.DUST));
        this.inReport = LedgerFold.at(
                book.entries(),
                asOf,
                new LotRules(
                        caseBook.matching(),
                        caseBook.dust().orElse(LedgerFold.DUST),
                        book.conversion(asOf).costIn(currency)));
    }

    static Answers ledger(JsonNode inputs) {
        CaseBook caseBook = new CaseBook(inputs);
        return byDate(inputs, date -> new LedgerCases(inputs, caseBook, date, instrumentCurrency(caseBook)).answers());
    }

    static Answers fxLedger(JsonNode inputs) {
        CaseBook caseBook = new CaseBook(inputs);
        CurrencyCode report = CurrencyCode.of(inputs.get("reportCurrency").asString());
        return byDate(
                inputs,
                date -> new LedgerCases(inputs, caseBook, date, report)
                        .answers()
                        .with(
                                "inInstrumentCurrency",
                                () -> new LedgerCases(inputs, caseBook, date, instrumentCurrency(caseBook)).answers()));
    }

    private static CurrencyCode instrumentCurrency(CaseBook caseBook) {
        return caseBook.book().slice(LocalDate.of(2030, 1, 1)).securities().values().stream()
                .findFirst()
                .map(security -> security.currency())
                .orElse(CurrencyCode.of("EUR"));
    }

    private static Answers byDate(JsonNode inputs, Function<LocalDate, Answers> at) {
        if (inputs.has("asOf")) {
            return at.apply(LocalDate.parse(inputs.get("asOf").asString()));
        }
        Map<String, Object> byDate = new TreeMap<>();
        for (JsonNode date : inputs.get("asOfDates")) {
            byDate.put(date.asString(), at.apply(LocalDate.parse(date.asString())));
        }
        return new Answers().with("byDate", () -> byDate);
    }

    private Answers answers() {
        return new Answers()
                .with("quantity", this::quantity)
                .with("positionListed", () -> !holdings.positions().isEmpty())
                .with("openCost", this::openCost)
                .with("averageCost", () -> openCost().divide(quantity(), PRECISION))
                .with("marketValue", this::marketValue)
                .with("unrealisedGain", this::unrealised)
                .with("realisedGain", this::realised)
                .with("totalGain", this::total)
                .with("returnOnCost", () -> unrealised().divide(openCost(), PRECISION))
                .with("income", this::income)
                .with("resultWithIncome", () -> total().add(income()))
                .with("fees", this::fees)
                .with("grossGain", this::total)
                .with("grossReturn", () -> total().divide(purchases(), PRECISION))
                .with("netGain", () -> total().subtract(fees()))
                .with("netReturn", () -> total().subtract(fees()).divide(purchases(), PRECISION))
                .with("cash", this::cash)
                .with("cashCurrencyResult", this::cashCurrencyResult)
                .with("netContribution", this::netContribution)
                .with("longTermCost", () -> matchedCost(days -> days > longTermDays()))
                .with("shortTermCost", () -> matchedCost(days -> days <= longTermDays()))
                .with("matchedLots", () -> matched().size())
                .with("lots", this::lots)
                .with("status", () -> missing().isEmpty() ? "AVAILABLE" : "UNAVAILABLE")
                .with("reason", () -> missing().get(0).code().toUpperCase(Locale.ROOT));
    }

    private List<Lot> openLots() {
        return holdings.positions().values().stream()
                .flatMap(position -> position.lots().stream())
                .toList();
    }

    private BigDecimal quantity() {
        return sum(holdings.positions().values(), Position::quantity);
    }

    private BigDecimal openCost() {
        return sum(
                inReport.positions().values(),
                position -> sum(position.lots(), lot -> lot.cost().orElseThrow().amount()));
    }

    private BigDecimal marketValue() {
        return sum(holdings.positions().values(), position -> {
            BigDecimal price = book.timeline(symbol(position), asOf)
                    .on(asOf)
                    .orElseThrow(() -> new NotSupportedException("no price on " + asOf))
                    .price();
            CurrencyCode own =
                    book.slice(asOf).security(position.security()).orElseThrow().currency();
            return inReport(Money.of(position.quantity().multiply(price), own), asOf);
        });
    }

    private String symbol(Position position) {
        return book.slice(asOf).security(position.security()).orElseThrow().symbol();
    }

    private BigDecimal unrealised() {
        return marketValue().subtract(openCost());
    }

    private BigDecimal realised() {
        return sum(
                inReport.disposals(),
                disposal -> disposal.realizedGain().orElseThrow().amount());
    }

    private BigDecimal total() {
        return realised().add(unrealised());
    }

    private BigDecimal income() {
        return sum(holdings.income(), income -> inReport(income.amount(), income.date()));
    }

    /** Fees of the instrument's currency; those in another stay out of the sums. */
    private BigDecimal fees() {
        return sumOf(
                Transaction.Fee.class,
                (fee, own) ->
                        fee.amount().currency().equals(own) ? inReport(fee.amount(), fee.date()) : BigDecimal.ZERO);
    }

    private BigDecimal purchases() {
        return sumOf(Transaction.Buy.class, (buy, own) -> inReport(buy.amount(), buy.date()));
    }

    private <T extends Transaction> BigDecimal sumOf(Class<T> type, BiFunction<T, CurrencyCode, BigDecimal> amount) {
        CurrencyCode own = instrumentCurrency(caseBook);
        return sum(
                book.entries().stream()
                        .map(LedgerEntry::transaction)
                        .filter(transaction -> !transaction.date().isAfter(asOf))
                        .filter(type::isInstance)
                        .map(type::cast)
                        .toList(),
                transaction -> amount.apply(transaction, own));
    }

    private Map<String, BigDecimal> cash() {
        Map<String, BigDecimal> cash = new TreeMap<>();
        caseBook.currencies().forEach(code -> cash.put(code, BigDecimal.ZERO));
        holdings.cash().forEach((code, amount) -> cash.put(code.code(), amount));
        return cash;
    }

    private BigDecimal cashCurrencyResult() {
        Map<CurrencyCode, Optional<Money>> costs =
                CashCost.at(book.entries(), asOf, book.conversion(asOf).costIn(currency));
        return sum(
                holdings.cash().entrySet(),
                balance -> inReport(Money.of(balance.getValue(), balance.getKey()), asOf)
                        .subtract(costs.get(balance.getKey()).orElseThrow().amount()));
    }

    /** What crossed the portfolio's border, as its valuation has it. */
    private BigDecimal netContribution() {
        DailyValuation valuation = book.valuation(currency.code(), asOf.toString());
        BigDecimal sum = BigDecimal.ZERO;
        for (int day = 0; day < valuation.days().size(); day++) {
            sum = sum.add(BigDecimal.valueOf(valuation.inflow(day)))
                    .subtract(BigDecimal.valueOf(valuation.outflow(day)));
        }
        return sum;
    }

    /** The trades that were closed, without their internal rate of return, which needs a root finder. */
    static Answers trades(JsonNode inputs) {
        CaseBook caseBook = new CaseBook(inputs);
        LocalDate end = LocalDate.of(2030, 1, 1);
        Holdings holdings = LedgerFold.at(caseBook.book().entries(), end, LotMatching.FIFO);
        ClosedTrade trade = ClosedTrade.of(holdings.disposals()).get(0);
        return new Answers()
                .with("profit", () -> trade.profit().amount())
                .with("return", () -> trade.rateOfReturn().orElseThrow())
                .with("irr", () -> mirroredRate(holdings.disposals().get(0)))
                .with("openQuantity", () -> sum(holdings.positions().values(), Position::quantity));
    }

    /** The proceeds of each short sale count as paid in, and with its part of the profit as had back. */
    private static double mirroredRate(Disposal cover) {
        int size = cover.matched().size();
        int[] days = new int[2 * size];
        double[] amounts = new double[2 * size];
        for (int i = 0; i < size; i++) {
            Disposal.MatchedLot lot = cover.matched().get(i);
            double cost = lot.cost().orElseThrow().amount().doubleValue();
            double gain = lot.proceeds().orElseThrow().amount().doubleValue() - cost;
            days[i] = (int) lot.opened().toEpochDay();
            days[size + i] = (int) cover.date().toEpochDay();
            amounts[i] = cost;
            amounts[size + i] = gain - cost;
        }
        return MoneyWeightedReturn.of(CashFlows.onDays(days, amounts))
                .flatMap(MoneyWeightedReturn::annual)
                .asOptional()
                .orElseThrow();
    }

    private List<Disposal.MatchedLot> matched() {
        return holdings.disposals().stream()
                .flatMap(disposal -> disposal.matched().stream())
                .toList();
    }

    private int longTermDays() {
        return inputs.get("options").get("longTermDays").asInt();
    }

    private BigDecimal matchedCost(Predicate<Long> held) {
        return sum(
                holdings.disposals(),
                disposal -> sum(
                        disposal.matched().stream()
                                .filter(lot -> held.test(ChronoUnit.DAYS.between(lot.opened(), disposal.date())))
                                .toList(),
                        lot -> lot.cost().orElseThrow().amount()));
    }

    private List<Object> lots() {
        return openLots().stream()
                .<Object>map(lot -> Map.of("acquired", lot.opened(), "quantity", lot.quantity()))
                .toList();
    }

    private List<Unavailable> missing() {
        return openLots().stream()
                .map(lot -> rate(lot.cost().orElseThrow().currency(), lot.opened()))
                .flatMap(rate -> rate.whyMissing().stream())
                .toList();
    }

    private Figure<BigDecimal> rate(CurrencyCode from, LocalDate date) {
        return book.conversion(asOf).rate(from, currency, date);
    }

    private BigDecimal inReport(Money money, LocalDate date) {
        return rate(money.currency(), date)
                .map(rate -> rate.multiply(money.amount()))
                .asOptional()
                .orElseThrow();
    }

    private static <T> BigDecimal sum(Iterable<T> parts, Function<T, BigDecimal> amount) {
        BigDecimal sum = BigDecimal.ZERO;
        for (T part : parts) {
            sum = sum.add(amount.apply(part));
        }
        return sum;
    }
}
