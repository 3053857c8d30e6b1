package io.dawsos.persistence;

import static io.dawsos.persistence.Samples.DATE;
import static io.dawsos.persistence.Samples.SYSTEM;
import static io.dawsos.persistence.Samples.decimal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.domain.execution.StoreUnavailableException;
import io.dawsos.domain.execution.StoreUnavailableException.Cause;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.CurrencyPair;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.domain.pricing.MarketData.RecordedBatch;
import io.dawsos.domain.pricing.MarketSlice;
import io.dawsos.domain.pricing.PricingPack;
import io.dawsos.domain.pricing.PricingPacks;
import io.dawsos.domain.pricing.SliceRequest;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarketDataRecordTest {

    private static final CurrencyPair USD_CAD = new CurrencyPair(CurrencyCode.of("USD"), CurrencyCode.of("CAD"));

    private static TestStore store;
    private static MarketData marketData;

    private Security security;

    @BeforeAll
    static void open() {
        store = TestStore.open();
        marketData = store.port(MarketData.class);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void describe_a_security() {
        store.empty();
        security = Samples.security(store, Universe.REAL);
    }

    @Test
    void a_slice_has_the_newest_of_each_date_up_to_the_cut_and_the_last_one_before_the_range() {
        recordPrices("1", "2", "3", "4");
        PricingPack before = pack();
        record(DATE.plusDays(2), "3.5");
        PricingPack after = pack();

        assertThat(values(before, DATE.plusDays(2), DATE.plusDays(9))).containsExactly("2", "3", "4");
        assertThat(values(after, DATE.plusDays(2), DATE.plusDays(9))).containsExactly("2", "3.5", "4");
        assertThat(values(after, DATE.plusDays(2), DATE.plusDays(2))).containsExactly("2", "3.5");
        assertThat(values(after, DATE.plusDays(30), DATE.plusDays(40))).containsExactly("4");
        assertThat(values(after, DATE.minusDays(9), DATE.minusDays(1))).isEmpty();
    }

    @Test
    void a_slice_never_reads_past_the_date_of_its_pack() {
        recordPrices("1", "2", "3", "4");
        PricingPack early = store.port(PricingPacks.class)
                .build(Universe.REAL, Optional.of(DATE.plusDays(1)))
                .orElseThrow();
        assertThat(values(early, DATE, DATE.plusDays(9))).containsExactly("1", "2");
        assertThat(values(early, DATE.plusDays(3), DATE.plusDays(9))).containsExactly("2");
    }

    @Test
    void values_keep_their_digits_and_kinds_may_alternate() {
        marketData.record(SYSTEM, Universe.REAL, "test", sink -> {
            for (int day = 0; day < 3000; day++) {
                LocalDate date = DATE.plusDays(day);
                sink.price(security.id(), date, decimal("1234567890.10"));
                sink.rate(USD_CAD, date, decimal("1.3500"));
                sink.macro("A\tSERIES\\ \u00fc", date, decimal("-0.000000000000000001"));
            }
        });
        MarketSlice slice = marketData.slice(
                pack(),
                new SliceRequest(
                        Set.of(security.id()),
                        Set.of(USD_CAD),
                        Set.of("A\tSERIES\\ \u00fc"),
                        DATE,
                        DATE.plusDays(5000)));
        assertThat(slice.pricesOf(security.id()).size()).isEqualTo(3000);
        assertThat(slice.pricesOf(security.id()).exact(2999)).isEqualTo(decimal("1234567890.10"));
        assertThat(slice.ratesOf(USD_CAD).size()).isEqualTo(3000);
        assertThat(slice.ratesOf(USD_CAD).exact(0)).isEqualTo(decimal("1.3500"));
        assertThat(slice.macroOf("A\tSERIES\\ \u00fc").exact(1500)).isEqualTo(decimal("-0.000000000000000001"));
    }

    @Test
    void of_equal_dates_in_a_batch_the_last_counts_and_what_is_in_force_is_not_stored_again() {
        RecordedBatch first = marketData.record(SYSTEM, Universe.REAL, "test", sink -> {
            sink.price(security.id(), DATE.plusDays(1), decimal("7"));
            sink.price(security.id(), DATE, decimal("1"));
            sink.price(security.id(), DATE, decimal("2"));
        });
        assertThat(first.offered()).isEqualTo(3);
        assertThat(first.stored()).isEqualTo(2);
        assertThat(values(pack(), DATE, DATE)).containsExactly("2");

        RecordedBatch same = record(DATE, "2.0");
        assertThat(same.stored()).isZero();
        assertThat(same.revision()).isEmpty();
        assertThat(same.newest()).contains(DATE);

        RecordedBatch back = record(DATE, "1");
        assertThat(back.stored()).isEqualTo(1);
        assertThat(record(DATE, "2").stored()).isEqualTo(1);
    }

    @Test
    void a_security_that_a_batch_describes_has_prices_in_the_same_revision() {
        Security fresh = new Security(
                new SecurityId(UUID.randomUUID()),
                "FRESH",
                "Fresh",
                security.type(),
                security.currency(),
                Optional.empty(),
                Universe.REAL);
        marketData.record(SYSTEM, Universe.REAL, "test", sink -> {
            sink.price(fresh.id(), DATE, decimal("5"));
            sink.security(fresh);
        });
        MarketSlice slice = slice(pack(), Set.of(fresh.id()), DATE, DATE);
        assertThat(slice.security(fresh.id())).contains(fresh);
        assertThat(slice.pricesOf(fresh.id()).exact(0)).isEqualTo(decimal("5"));
    }

    @Test
    void a_price_of_a_security_of_another_universe_is_refused() {
        assertThatThrownBy(() -> marketData.record(
                        SYSTEM, Universe.SIMULATED, "test", sink -> sink.price(security.id(), DATE, decimal("5"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(security.id().value().toString());
    }

    @Test
    void a_feed_that_fails_leaves_nothing_and_its_exception_is_thrown_on() throws SQLException {
        class Malformed extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }
        String revisions = store.sql("select count(*) from revisions").get(0);
        assertThatThrownBy(() -> marketData.record(SYSTEM, Universe.REAL, "test", sink -> {
                    for (int day = 0; day < 5000; day++) {
                        sink.price(security.id(), DATE.plusDays(day), decimal("5"));
                    }
                    throw new Malformed();
                }))
                .isInstanceOf(Malformed.class);
        assertThat(store.sql("select count(*) from price_observations")).containsExactly("0");
        assertThat(store.sql("select count(*) from revisions")).containsExactly(revisions);
        assertThat(record(DATE, "1").stored()).isEqualTo(1);
    }

    @Test
    void a_batch_whose_connection_is_killed_leaves_nothing_and_says_that_the_store_is_lost() throws SQLException {
        assertThatThrownBy(() -> marketData.record(SYSTEM, Universe.REAL, "test", sink -> {
                    for (int day = 0; day < 50_000; day++) {
                        sink.price(security.id(), DATE.plusDays(day), decimal("5"));
                        if (day == 25_000) {
                            killCopies();
                        }
                    }
                }))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        e -> assertThat(e.reason()).isEqualTo(Cause.LOST));
        assertThat(store.sql("select count(*) from price_observations")).containsExactly("0");
        assertThat(record(DATE, "1").stored()).isEqualTo(1);
    }

    private static void killCopies() {
        try {
            assertThat(
                            store.sql(
                                    "select pg_terminate_backend(pid, 10000) from pg_stat_activity where query like 'copy staged%'"))
                    .isNotEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void revisions_are_numbered_in_the_order_of_their_commits_and_chained() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(3);
        try {
            List<Future<Long>> written = new ArrayList<>();
            for (int batch = 0; batch < 30; batch++) {
                BigDecimal price = new BigDecimal(batch + 1);
                written.add(writers.submit(() -> marketData
                        .record(SYSTEM, Universe.REAL, "test", sink -> sink.price(security.id(), DATE, price))
                        .revision()
                        .orElseThrow()));
            }
            List<Long> seen = new ArrayList<>();
            while (seen.size() < 31) {
                long newest = newestRevision();
                int known = seen.size();
                List<Long> now = committed();
                // What is committed once is never joined by a lower number later.
                assertThat(now.subList(0, known)).isEqualTo(seen);
                seen = now;
                assertThat(seen.get(seen.size() - 1)).isGreaterThanOrEqualTo(newest);
            }
            for (Future<Long> number : written) {
                assertThat(seen).contains(number.get(60, TimeUnit.SECONDS));
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(store.sql("select count(*) from revisions r where chained_hash <> encode(sha256(convert_to(coalesce("
                        + "(select chained_hash from revisions b where b.number < r.number order by b.number desc limit 1), '')"
                        + " || chr(10) || content_hash, 'UTF8')), 'hex')"))
                .containsExactly("0");
    }

    private static long newestRevision() throws SQLException {
        return Long.parseLong(store.sql("select max(number) from revisions").get(0));
    }

    private static List<Long> committed() throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Connection connection = store.connection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select number from " + store.schema() + ".revisions order by number")) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    private void recordPrices(String... prices) {
        marketData.record(SYSTEM, Universe.REAL, "test", sink -> {
            for (int day = 0; day < prices.length; day++) {
                sink.price(security.id(), DATE.plusDays(day), decimal(prices[day]));
            }
        });
    }

    private RecordedBatch record(LocalDate date, String price) {
        return marketData.record(
                SYSTEM, Universe.REAL, "test", sink -> sink.price(security.id(), date, decimal(price)));
    }

    private static PricingPack pack() {
        return store.port(PricingPacks.class)
                .build(Universe.REAL, Optional.empty())
                .orElseThrow();
    }

    private List<String> values(PricingPack pack, LocalDate from, LocalDate to) {
        var series = slice(pack, Set.of(security.id()), from, to).pricesOf(security.id());
        List<String> values = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            values.add(series.exact(i).toPlainString());
        }
        return values;
    }

    private static MarketSlice slice(PricingPack pack, Set<SecurityId> securities, LocalDate from, LocalDate to) {
        return marketData.slice(pack, new SliceRequest(securities, Set.of(), Set.of(), from, to));
    }
}
