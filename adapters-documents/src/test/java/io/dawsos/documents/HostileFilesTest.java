package io.dawsos.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.TypeLiteral;
import io.dawsos.application.imports.ImportMarketData;
import io.dawsos.application.imports.ImportRefusedException;
import io.dawsos.application.imports.ImportTransactions;
import io.dawsos.application.memory.InMemoryModule;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.PricingPacks;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are wrong: each is refused with a named reason, and nothing of it is stored. */
class HostileFilesTest {

    private static final UserId OWNER = new UserId(new UUID(0, 1));
    private static final PortfolioId PORTFOLIO = new PortfolioId(new UUID(0, 2));
    private static final String HEADER = "date,type,symbol,quantity,price,amount,currency,fee\n";

    private final Injector injector =
            Guice.createInjector(new InMemoryModule(), new DocumentsModule(), new AbstractModule() {
                @Override
                protected void configure() {
                    bind(ImportTransactions.class);
                    bind(ImportMarketData.class);
                    bind(Clock.class).toInstance(Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC));
                    bind(new TypeLiteral<Supplier<UUID>>() {}).toInstance(UUID::randomUUID);
                }
            });

    HostileFilesTest() {
        assertThat(injector.getInstance(Portfolios.class)
                        .add(
                                AccessScope.of(OWNER),
                                new Portfolio(PORTFOLIO, OWNER, "P", CurrencyCode.of("EUR"), Universe.REAL)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-02,BUY,X,-5,10,,EUR,|quantity|not more than 0
            2026-01-02,BUY,X,0,10,,EUR,|quantity|not more than 0
            2026-01-02,BUY,X,five,10,,EUR,|quantity|not a number
            2026-01-02,BUY,X,1e400,10,,EUR,|quantity|not a number
            2026-01-02,BUY,X,5,10,,XYZ,|currency|unknown currency
            2026-01-02,BUY,X,5,10,,eur,|currency|unknown currency
            02.01.26,BUY,X,5,10,,EUR,|date|the year has two digits
            2026-02-30,BUY,X,5,10,,EUR,|date|not a date
            2036-01-02,BUY,X,5,10,,EUR,|date|outside of
            2026-01-02,BYU,X,5,10,,EUR,|type|unknown type
            2026-01-02,BUY,,5,10,,EUR,|symbol|missing
            2026-01-02,BUY,X,5,,,EUR,|amount|missing
            2026-01-02,DIVIDEND,X,,,-3,EUR,|amount|less than 0
            2026-01-02,BUY,X,5,10,,EUR,-1|fee|less than 0
            2026-01-02,DEPOSIT,X,,,10,EUR,|symbol|has no security
            2026-01-02,BUY,X,5,10,,EUR,1,9||fields, the header has
            """)
    void a_bad_row_is_named_and_nothing_is_stored(
            String row, @org.jspecify.annotations.Nullable String column, String reason) {
        ImportRefusedException refused = refused(HEADER + "2026-01-01,DEPOSIT,,,,100,EUR,\n" + row + "\n");
        assertThat(refused.problems()).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.column()).isEqualTo(Optional.ofNullable(column).orElse(""));
            assertThat(problem.reason()).contains(reason);
        });
        assertNothingStored();
    }

    @Test
    void equal_rows_are_refused_until_they_are_allowed_and_a_second_import_adds_nothing() {
        String twice = HEADER + "2026-01-01,DEPOSIT,,,,100,EUR,\n2026-01-01,DEPOSIT,,,,100,EUR,\n";
        assertThat(refused(twice).problems().get(0).reason()).startsWith("duplicate_row");
        assertNothingStored();
        assertThat(run(twice, true).entries()).isEqualTo(2);
        assertThat(refused(HEADER + "2026-01-01,DEPOSIT,,,,100,EUR,\n").getMessage())
                .contains("the ledger has this");
    }

    @Test
    void content_that_is_no_table_is_refused_with_its_reason() {
        assertThat(refused("").problems().get(0).reason()).contains("empty");
        assertThat(refused(HEADER).problems().get(0).reason()).contains("no rows");
        assertThat(refused("date,type,amonut\n2026-01-01,DEPOSIT,1\n")
                        .problems()
                        .get(0)
                        .hint())
                .contains("amount");
        assertThat(refused(HEADER + "2026-01-01,DEPOSIT,\"open,,,100,EUR\n").problems())
                .isNotEmpty();
        assertThat(refused(HEADER + "2026-01-01,DEP\0OSIT,,,,100,EUR,\n")
                        .problems()
                        .get(0)
                        .reason())
                .contains("NUL");
        byte[] latin1 =
                (HEADER + "2026-01-01,DEPOSIT,,,,100,EUR,\n# caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(new ByteArrayInputStream(latin1)).problems().get(0).reason())
                .contains("UTF-8");
        assertNothingStored();
    }

    @Test
    void a_line_of_a_hundred_megabytes_is_refused_in_little_memory() {
        InputStream endless = new InputStream() {
            private long left = 100_000_000;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int count = (int) Math.min(length, left);
                java.util.Arrays.fill(target, offset, offset + count, (byte) 'x');
                left -= count;
                return count == 0 ? -1 : count;
            }
        };
        InputStream content = new java.io.SequenceInputStream(
                new ByteArrayInputStream((HEADER + "2026-01-01,DEPOSIT,").getBytes(StandardCharsets.UTF_8)), endless);
        assertThat(refused(content).problems().get(0).reason()).contains("characters");
        assertNothingStored();
    }

    @Test
    void a_file_of_prices_with_one_bad_row_stores_neither_prices_nor_securities() {
        String prices = "date,symbol,close,currency\n2026-01-02,X,10,EUR\n2026-01-05,X,-1,EUR\n";
        ImportRefusedException refused = catchThrowableOfType(
                ImportRefusedException.class,
                () -> injector.getInstance(ImportMarketData.class)
                        .prices(
                                AccessScope.of(OWNER),
                                Universe.REAL,
                                new ByteArrayInputStream(prices.getBytes(StandardCharsets.UTF_8)),
                                "prices.csv"));
        assertThat(refused.problems().get(0).column()).isEqualTo("close");
        assertNothingStored();
        assertThat(injector.getInstance(PricingPacks.class).newest(Universe.REAL))
                .isEmpty();
    }

    private void assertNothingStored() {
        assertThat(injector.getInstance(Ledger.class).head(AccessScope.of(OWNER), PORTFOLIO))
                .isEmpty();
        assertThat(injector.getInstance(Securities.class).list(Universe.REAL)).isEmpty();
    }

    private ImportTransactions.Result run(String content, boolean allowDuplicates) {
        return injector.getInstance(ImportTransactions.class)
                .run(
                        OWNER,
                        PORTFOLIO,
                        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                        new ImportTransactions.Options(allowDuplicates, Optional.empty(), "t.csv"));
    }

    private ImportRefusedException refused(String content) {
        return refused(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private ImportRefusedException refused(InputStream content) {
        return catchThrowableOfType(
                ImportRefusedException.class,
                () -> injector.getInstance(ImportTransactions.class)
                        .run(
                                OWNER,
                                PORTFOLIO,
                                content,
                                new ImportTransactions.Options(false, Optional.empty(), "t.csv")));
    }
}
