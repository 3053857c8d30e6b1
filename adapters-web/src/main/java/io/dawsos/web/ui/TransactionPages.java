package io.dawsos.web.ui;

import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerHash;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Security;
import io.dawsos.web.http.Callers;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.routes.Answers;
import io.dawsos.web.routes.CommitUndo;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What was entered into a ledger, page by page, with its chain of commits and the way to take one back. */
final class TransactionPages implements Endpoint.Group {

    private static final int COMMITS = 20;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Pages pages;
    private final PatternPages patterns;
    private final Ledger ledger;
    private final Securities securities;
    private final CommitUndo undo;

    @Inject
    TransactionPages(Pages pages, PatternPages patterns, Ledger ledger, Securities securities, CommitUndo undo) {
        this.pages = pages;
        this.patterns = patterns;
        this.ledger = ledger;
        this.securities = securities;
        this.undo = undo;
    }

    /**
     * What the page shows.
     *
     * @param symbol the security that is searched for; empty if none is
     * @param searched why the search found nothing; empty if it did
     * @param older the address of the page with older transactions; empty at the end
     */
    record Model(
            String path,
            String symbol,
            String searched,
            boolean first,
            List<Row> rows,
            Shown missing,
            String older,
            List<Commit> commits,
            int commitCount,
            List<Result.Missing> unavailable) {}

    /** A transaction. */
    record Row(
            String date,
            String type,
            String symbol,
            Shown quantity,
            Shown price,
            Shown amount,
            String currency,
            Shown fee,
            Shown tax,
            Shown realized,
            String note) {}

    /** A commit of the chain. */
    record Commit(String hash, long sequence, String at, int entries, String note, boolean head) {}

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.page("/portfolios/{id}/transactions", "Transactions and commits of a ledger", this::list),
                Endpoint.form("/portfolios/{id}/commits/{commit}/undo", "Take a commit back", this::undo));
    }

    private void list(Context context) {
        Portfolio portfolio = pages.portfolio(context);
        String path = "/portfolios/" + portfolio.id().value();
        String symbol = Answers.query(context, "symbol").orElse("").strip();
        Optional<Security> security = symbol.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(securities
                        .bySymbol(portfolio.universe(), List.of(symbol))
                        .get(symbol));
        String searched = symbol.isEmpty() || security.isPresent()
                ? ""
                : "No security is called " + symbol + "; symbols are exact.";
        Map<String, Object> inputs = new LinkedHashMap<>();
        Optional<String> cursor = Answers.query(context, "cursor");
        cursor.ifPresent(place -> inputs.put("cursor", place));
        security.ifPresent(found -> inputs.put("security_id", found.id().value().toString()));
        Result result = patterns.run(context, "transaction_history", portfolio, inputs);
        String next = result.text("transactions.next_cursor");
        List<LedgerCommit> chain = ledger.commits(Callers.scope(context), portfolio.id());
        Model model = new Model(
                path,
                symbol,
                searched,
                cursor.isEmpty(),
                searched.isEmpty() ? rows(result) : List.of(),
                result.has("transactions.transactions")
                        ? Shown.text("")
                        : result.textOrWhy("transactions.transactions"),
                next.isEmpty() || !searched.isEmpty()
                        ? ""
                        : path + "/transactions?symbol=" + encoded(symbol) + "&cursor=" + encoded(next),
                commits(chain),
                chain.size(),
                result.missing());
        pages.show(context, "transactions", pages.frame(context, "Transactions", "transactions", portfolio), model);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<Row> rows(Result result) {
        return result.items("transactions.transactions").stream()
                .map(path -> {
                    String currency = result.text(path + ".currency");
                    return new Row(
                            result.text(path + ".transaction_date"),
                            words(result.text(path + ".transaction_type")),
                            result.text(path + ".symbol"),
                            stated(result, path + ".quantity", result.quantity(path + ".quantity")),
                            stated(result, path + ".price", result.price(path + ".price", "")),
                            stated(result, path + ".amount", result.money(path + ".amount", currency)),
                            currency,
                            stated(result, path + ".fee", result.money(path + ".fee", currency)),
                            stated(result, path + ".tax", result.money(path + ".tax", currency)),
                            stated(result, path + ".realized_pnl", result.money(path + ".realized_pnl", currency)),
                            result.text(path + ".note"));
                })
                .toList();
    }

    /** What a transaction does not state is a dash, unless there is a reason; it is not taken apart, for it is stated. */
    private static Shown stated(Result result, String path, Shown figure) {
        if (result.has(path)) {
            return new Shown(figure.text(), figure.sign(), "", figure.sorting(), "", "");
        }
        return result.why(path).isPresent() ? figure : Shown.text("\u2013");
    }

    private static String words(String type) {
        String lower = type.toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.isEmpty() ? "" : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }

    private static List<Commit> commits(List<LedgerCommit> chain) {
        return IntStream.range(0, Math.min(COMMITS, chain.size()))
                .mapToObj(back -> {
                    LedgerCommit commit = chain.get(chain.size() - 1 - back);
                    LedgerHash hash = commit.hash();
                    return new Commit(
                            hash.hex(),
                            commit.sequence(),
                            MINUTE.format(commit.at()),
                            commit.entryCount(),
                            commit.note(),
                            back == 0);
                })
                .toList();
    }

    private void undo(Context context) {
        Portfolio portfolio = pages.portfolio(context);
        undo.run(Callers.of(context).user(), portfolio.id(), context.pathParam("commit"));
        Pages.goTo(context, "/portfolios/" + portfolio.id().value() + "/transactions#commits");
    }
}
