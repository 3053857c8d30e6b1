package io.dawsos.application.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import io.dawsos.application.contract.Ports;
import io.dawsos.application.imports.ImportTransactions.Options;
import io.dawsos.application.memory.InMemoryModule;
import io.dawsos.application.portfolio.UndoCommit;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.CashConversion;
import io.dawsos.domain.ledger.CorporateAction;
import io.dawsos.domain.ledger.IncomeInUnits;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LedgerFold;
import io.dawsos.domain.ledger.LedgerHash;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.pricing.PricingPacks;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rows of every type beyond plain trades, from text to entry. */
class ImportFurtherTypesTest {

    private static final String HEADER = "date,type,symbol,quantity,price,amount,currency,fee,tax,ratio_new,ratio_old,"
            + "other_symbol,received,received_currency,fraction,fx_rate,fx_currency,acquired";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);

    private final Injector injector = Guice.createInjector(
            new InMemoryModule(), binder -> binder.bind(Clock.class).toInstance(CLOCK));
    private final Ports ports = new Ports() {
        @Override
        public <T> T port(Class<T> type) {
            return injector.getInstance(type);
        }
    };
    private final UserId ada = ports.user("ada@example.org");
    private final Portfolio portfolio = ports.portfolio(ada, "Mine");
    private final AccessScope scope = AccessScope.of(ada);
    private final Ledger ledger = ports.port(Ledger.class);
    private final ImportTransactions imports = new ImportTransactions(
            (content, header, rows) -> {
                String[] lines;
                try {
                    lines = new String(content.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                header.accept(List.of(lines[0].split(",", -1)));
                for (int i = 1; i < lines.length; i++) {
                    rows.accept(new TableReader.Row(i + 1L, List.of(lines[i].split(",", -1))));
                }
            },
            ports.port(Portfolios.class),
            ledger,
            ports.port(Securities.class),
            ports.port(PricingPacks.class),
            CLOCK,
            UUID::randomUUID);

    private List<Transaction> run(String... rows) {
        String text = HEADER + "\n"
                + String.join("\n", Arrays.stream(rows).map(this::padded).toList());
        imports.run(
                ada,
                portfolio.id(),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new Options(false, Optional.empty(), "test.csv"));
        return entries().stream().map(LedgerEntry::transaction).toList();
    }

    private String padded(String row) {
        return row + ",".repeat(HEADER.split(",", -1).length - row.split(",", -1).length);
    }

    private List<LedgerEntry> entries() {
        return ledger.entries(
                scope,
                portfolio.id(),
                ledger.head(scope, portfolio.id()).orElseThrow().hash());
    }

    @Test
    void pence_become_pounds_exactly() {
        List<Transaction> read = run("2025-01-02,BUY,TSCO,1000,243.085,,GBX,500");
        assertThat(read).singleElement().isInstanceOfSatisfying(Transaction.Buy.class, buy -> {
            assertThat(buy.amount()).isEqualTo(Money.of("2435.85", "GBP"));
            assertThat(buy.price().orElseThrow()).isEqualByComparingTo("2.43085");
            assertThat(buy.fee()).isEqualByComparingTo("5");
        });
        assertThat(ports.port(Securities.class).list(Universe.REAL))
                .singleElement()
                .satisfies(security -> assertThat(security.currency().code()).isEqualTo("GBP"));
    }

    @Test
    void rows_become_what_happened() {
        List<Transaction> read = run(
                "2025-01-02,BUY,OLD,100,10,,USD,,,,,,,,,0.93,EUR",
                "2025-01-03,REINVESTED_DIVIDEND,OLD,1,11,,USD",
                "2025-01-04,SPIN_OFF,OLD,,,,,,,1,4,NEW,,,0.25",
                "2025-01-05,BONUS,OLD,,,,,,,1,10",
                "2025-01-06,RETURN_OF_CAPITAL,OLD,,,25,USD",
                "2025-01-07,FX_CONVERSION,,,,-106.03,EUR,1.5,,,,,124.97,USD",
                "2025-01-08,SHORT_SALE,NEW,50,3,,USD",
                "2025-01-09,MERGER,OLD,,,,USD,,,1,2,NEW",
                "2025-01-10,TRANSFER_IN,NEW,5,,40,USD,,,,,,,,,,,2020-05-06",
                "2025-01-11,STAKING,NEW,1");

        assertThat(read.get(0))
                .isInstanceOfSatisfying(
                        Transaction.Buy.class,
                        buy -> assertThat(buy.terms().rate().orElseThrow().convert(Money.of("100", "USD")))
                                .isEqualTo(Money.of("93.00", "EUR")));
        assertThat(read.get(1))
                .isInstanceOfSatisfying(
                        IncomeInUnits.class, paid -> assertThat(paid.amount()).contains(Money.of("11.00", "USD")));
        assertThat(read.get(2)).isInstanceOfSatisfying(CorporateAction.SpinOff.class, spinOff -> {
            assertThat(spinOff.fraction()).isEqualByComparingTo("0.25");
            assertThat(spinOff.oldUnits()).isEqualByComparingTo("4");
        });
        assertThat(read.get(3))
                .isInstanceOfSatisfying(
                        Transaction.Split.class,
                        bonus -> assertThat(bonus.newUnits()).isEqualByComparingTo("11"));
        assertThat(read.get(4)).isInstanceOf(CorporateAction.ReturnOfCapital.class);
        assertThat(read.get(5)).isInstanceOfSatisfying(CashConversion.class, conversion -> {
            assertThat(conversion.cashEffect()).contains(Money.of("-106.03", "EUR"));
            assertThat(conversion.counterEffect()).contains(Money.of("124.97", "USD"));
        });
        assertThat(read.get(7))
                .isInstanceOfSatisfying(
                        CorporateAction.Merger.class,
                        merger -> assertThat(merger.securities()).hasSize(2));
        assertThat(read.get(8))
                .isInstanceOfSatisfying(
                        Transaction.TransferIn.class,
                        in -> assertThat(in.acquired())
                                .hasValueSatisfying(date -> assertThat(date).isEqualTo("2020-05-06")));
    }

    @Test
    void what_a_type_needs_is_asked_for() {
        assertThatThrownBy(
                        () -> run("2025-01-04,SPIN_OFF,OLD,,,,USD,,,1,4,NEW", "2025-01-07,FX_CONVERSION,,,,106.03,EUR"))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(RowProblem::column)
                                .contains("fraction", "received", "received_currency"));
        assertThatThrownBy(() -> run("2025-01-04,REVERSAL")).isInstanceOf(ImportRefusedException.class);
    }

    @Test
    void a_file_that_was_taken_back_may_come_again() {
        String row = "2025-01-02,BUY,X,100,10,,USD";
        run(row);
        assertThatThrownBy(() -> run(row)).isInstanceOf(ImportRefusedException.class);
        UndoCommit undo = injector.getInstance(UndoCommit.class);
        LedgerHash wrong = ledger.head(scope, portfolio.id()).orElseThrow().hash();
        assertThat(undo.run(ada, portfolio.id(), wrong).outcome()).isEqualTo(UndoCommit.Outcome.UNDONE);
        assertThat(undo.run(ada, portfolio.id(), wrong).outcome()).isEqualTo(UndoCommit.Outcome.NOTHING_LEFT);
        assertThat(undo.run(ada, portfolio.id(), new LedgerHash("0".repeat(64))).outcome())
                .isEqualTo(UndoCommit.Outcome.UNKNOWN_COMMIT);
        run(row);
        assertThat(LedgerFold.inOrder(entries())).hasSize(1);
    }
}
