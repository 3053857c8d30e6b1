package io.dawsos.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgerDigestTest {

    private static final PortfolioId PORTFOLIO = new PortfolioId(new UUID(0, 1));
    private static final UserId ACTOR = new UserId(new UUID(0, 2));
    private static final Instant AT = Instant.parse("2026-11-25T10:11:12.123456Z");

    /** The expected hash was computed from the specified form by a program in another language. */
    @Test
    void the_hash_of_the_golden_commit_is_as_specified() {
        List<Transaction> transactions = List.of(
                new Transaction.Deposit(LocalDate.of(2026, 1, 2), Money.of("1000.00", "EUR"), "Cafe\u0301"),
                new Transaction.Buy(
                        LocalDate.of(2026, 1, 5),
                        new SecurityId(new UUID(0, 3)),
                        new BigDecimal("10.500"),
                        Optional.of(new BigDecimal("12.34")),
                        Money.of("130.07", "EUR"),
                        new BigDecimal("0.50"),
                        BigDecimal.ZERO,
                        ""));
        assertThat(LedgerDigest.hash(PORTFOLIO, Optional.empty(), 0, ACTOR, AT, "golden", transactions)
                        .hex())
                .isEqualTo("2444ae055d781867995862eabb5da18d9b762c435d1838a064ee5a425b0656d3");
    }

    /** The expected hash was computed from the specified form by a program in another language. */
    @Test
    void the_hash_of_the_golden_commit_with_rarer_fields_is_as_specified() {
        TransactionId opening = new TransactionId(new UUID(0, 9));
        List<Transaction> transactions = List.of(
                new CashConversion(
                        LocalDate.of(2026, 1, 2),
                        Money.of("106.03", "EUR"),
                        Money.of("124.97438010", "USD"),
                        BigDecimal.ZERO,
                        ""),
                new Transaction.Sell(
                        TransactionType.SELL,
                        LocalDate.of(2026, 1, 5),
                        new SecurityId(new UUID(0, 3)),
                        new BigDecimal("10.500"),
                        Optional.of(new BigDecimal("12.34")),
                        Money.of("130.07", "EUR"),
                        new BigDecimal("0.50"),
                        BigDecimal.ZERO,
                        new TradeTerms(
                                Optional.of(Money.of("100.00", "USD")),
                                Optional.of(new StatedRate(CurrencyCode.of("EUR"), new BigDecimal("0.930"))),
                                List.of(new LotChoice(new LotId(opening, 0), new BigDecimal("4.50")))),
                        ""));
        assertThat(LedgerDigest.hash(PORTFOLIO, Optional.empty(), 0, ACTOR, AT, "golden", transactions)
                        .hex())
                .isEqualTo("23b41ed04f4d3e846dbb837d32894454afc7e5f10c08b45643759ff783040fe1");
    }

    @Test
    void decimals_that_are_equal_hash_alike_and_any_changed_field_hashes_otherwise() {
        Transaction deposit = new Transaction.Deposit(LocalDate.of(2026, 1, 2), Money.of("5.10", "EUR"), "");
        Transaction same = new Transaction.Deposit(LocalDate.of(2026, 1, 2), Money.of("5.1", "EUR"), "");
        Transaction other = new Transaction.Deposit(LocalDate.of(2026, 1, 2), Money.of("5.11", "EUR"), "");
        assertThat(hash(deposit)).isEqualTo(hash(same)).isNotEqualTo(hash(other));
    }

    private static LedgerHash hash(Transaction transaction) {
        return LedgerDigest.hash(PORTFOLIO, Optional.empty(), 0, ACTOR, AT, "", List.of(transaction));
    }
}
