package io.dawsos.domain.performance;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.ledger.CashConversion;
import io.dawsos.domain.ledger.CorporateAction;
import io.dawsos.domain.ledger.IncomeInUnits;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LedgerFold;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.money.CurrencyCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Fees and taxes paid on each valuation day, in base currency at the day's rate; refunds count negative. */
public final class DailyCosts {

    private final DailyValuation valuation;
    private final Map<CurrencyCode, Sleeve> sleeves = new TreeMap<>();
    private final double[] fees;
    private final double[] taxes;
    private Optional<Unavailable> gap = Optional.empty();

    private DailyCosts(DailyValuation valuation) {
        this.valuation = valuation;
        this.fees = new double[valuation.days().size()];
        this.taxes = new double[valuation.days().size()];
        valuation.sleeves().forEach(sleeve -> sleeves.putIfAbsent(sleeve.currency(), sleeve));
    }

    /** Which costs a return is stated before. */
    public enum Before {
        /** None: the net return. */
        NOTHING,
        FEES,
        TAXES,
        FEES_AND_TAXES
    }

    /**
     * Sums the costs that a ledger states: those of trades, income and conversions, and those that belong to nothing else.
     *
     * @param ledger the entries that were valued
     * @return missing if a cost is in a currency without a rate on its day
     */
    public static Figure<DailyCosts> of(List<LedgerEntry> ledger, DailyValuation valuation) {
        DailyCosts costs = new DailyCosts(valuation);
        for (LedgerEntry entry : LedgerFold.inOrder(ledger)) {
            costs.add(entry.transaction());
        }
        return costs.gap.<Figure<DailyCosts>>map(Figure::missing).orElseGet(() -> Figure.known(costs));
    }

    private void add(Transaction transaction) {
        if (transaction instanceof Transaction.Buy buy) {
            book(buy, buy.amount().currency(), buy.fee(), buy.tax());
        } else if (transaction instanceof Transaction.Sell sell) {
            book(sell, sell.amount().currency(), sell.fee(), sell.tax());
        } else if (transaction instanceof Transaction.Dividend dividend) {
            book(dividend, dividend.amount().currency(), dividend.fee(), dividend.tax());
        } else if (transaction instanceof Transaction.Interest interest) {
            book(interest, interest.amount().currency(), BigDecimal.ZERO, interest.tax());
        } else if (transaction instanceof Transaction.Fee fee) {
            book(fee, fee.amount().currency(), fee.amount().amount(), BigDecimal.ZERO);
        } else if (transaction instanceof Transaction.Tax tax) {
            book(tax, tax.amount().currency(), BigDecimal.ZERO, tax.amount().amount());
        } else if (transaction instanceof CashConversion conversion) {
            book(conversion, conversion.amount().currency(), conversion.fee(), BigDecimal.ZERO);
        } else if (transaction instanceof CorporateAction.ReturnOfCapital paid) {
            book(paid, paid.amount().currency(), BigDecimal.ZERO, paid.tax());
        } else if (transaction instanceof IncomeInUnits paid) {
            paid.amount().ifPresent(amount -> book(paid, amount.currency(), paid.fee(), paid.tax()));
        }
    }

    private void book(Transaction transaction, CurrencyCode currency, BigDecimal fee, BigDecimal tax) {
        int day = valuation.days().indexOnOrAfter(transaction.date());
        if (day >= fees.length || (fee.signum() == 0 && tax.signum() == 0)) {
            return;
        }
        Optional<Sleeve> sleeve = Optional.ofNullable(sleeves.get(currency));
        double rate = currency.equals(valuation.base())
                ? 1
                : sleeve.map(some -> some.rate(day)).orElse(Double.NaN);
        if (Double.isNaN(rate)) {
            gap = Optional.of(new Unavailable(
                    "fx_rate_missing",
                    "no rate from " + currency.code() + " to "
                            + valuation.base().code() + " on or before " + transaction.date() + ", for a cost",
                    "import rates between the two currencies that begin on or before " + transaction.date()));
            return;
        }
        fees[day] += fee.doubleValue() * rate;
        taxes[day] += tax.doubleValue() * rate;
    }

    /** Fees of a day. */
    public double fees(int day) {
        return fees[day];
    }

    /** Taxes of a day. */
    public double taxes(int day) {
        return taxes[day];
    }

    /**
     * The returns of the valuation as they would be if the owner had paid costs from elsewhere at the end of their day: before fees,
     * before taxes, or before both.
     */
    public ReturnSeries returns(Before before) {
        double[] added = new double[fees.length];
        for (int day = 0; day < added.length; day++) {
            added[day] = switch (before) {
                case NOTHING -> 0;
                case FEES -> fees[day];
                case TAXES -> taxes[day];
                case FEES_AND_TAXES -> fees[day] + taxes[day];
            };
        }
        return ReturnSeries.of(valuation, added);
    }
}
