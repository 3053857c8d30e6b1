package io.dawsos.application.imports;

import io.dawsos.application.imports.StatementPreview.Mentioned;
import io.dawsos.application.imports.StatementPreview.SecurityStatus;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The securities that one statement names, and what is unsure about each. */
final class MentionedSecurities {

    private final SecurityRegistry registry;
    private final Map<String, String> mapped;
    private final Map<String, Mentioned> mentioned = new LinkedHashMap<>();
    private final Map<String, String> keyOfSymbol = new HashMap<>();

    MentionedSecurities(SecurityRegistry registry, Map<String, String> mapped) {
        this.registry = registry;
        this.mapped = mapped;
    }

    /** The symbol of ours for what a row says; empty if it names no security. */
    Optional<String> symbol(Map<String, String> fields) {
        Optional<String> isin = text(fields, "isin");
        Optional<String> symbol = text(fields, "symbol");
        return isin.map(mapped::get)
                .or(() -> symbol.map(mapped::get))
                .or(() -> symbol.filter(name -> registry.find(name).isPresent()))
                .or(() -> isin.filter(name -> registry.find(name).isPresent()))
                .or(() -> symbol)
                .or(() -> isin);
    }

    static Optional<String> text(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Notes the security of a row; gives why somebody has to decide about it, empty if nobody has. */
    Optional<String> note(TransactionRow row, Map<String, String> source) {
        if (row.symbol().isEmpty()) {
            return Optional.empty();
        }
        String symbol = row.symbol().get();
        String key = text(source, "isin").or(() -> text(source, "symbol")).orElse(symbol);
        boolean decided = mapped.containsKey(key)
                || text(source, "symbol").filter(mapped::containsKey).isPresent();
        Optional<Security> known = registry.known(symbol);
        Optional<String> doubt = decided ? Optional.empty() : doubt(row, symbol, key, known);
        String currency = known.map(Security::currency)
                .or(() -> row.hints().currency())
                .or(() -> row.fields().amount().map(Money::currency))
                .map(CurrencyCode::code)
                .orElse("");
        String name = known.map(Security::name).or(() -> row.hints().name()).orElse(symbol);
        Mentioned before = mentioned.get(key);
        SecurityStatus status = doubt.isPresent()
                ? SecurityStatus.NEEDS_DECISION
                : known.isPresent() ? SecurityStatus.KNOWN : SecurityStatus.NEW;
        mentioned.put(
                key,
                before == null
                        ? new Mentioned(key, symbol, name, currency, status, doubt.orElse(""), 1)
                        : new Mentioned(
                                key,
                                before.symbol(),
                                before.name(),
                                before.currency(),
                                doubt.isPresent() ? status : before.status(),
                                doubt.orElse(before.reason()),
                                before.rows() + 1));
        return doubt;
    }

    private Optional<String> doubt(TransactionRow row, String symbol, String key, Optional<Security> known) {
        String first = keyOfSymbol.computeIfAbsent(symbol, name -> key);
        if (!first.equals(key)) {
            return Optional.of("the statement calls both " + first + " and " + key + " " + symbol);
        }
        Optional<CurrencyCode> said = row.hints().currency();
        return known.filter(security -> row.fields().price().isPresent()
                        && said.isPresent()
                        && !security.currency().equals(said.get()))
                .map(security -> symbol + " is quoted in " + security.currency() + " here, the statement says "
                        + said.orElseThrow());
    }

    List<Mentioned> all() {
        return List.copyOf(mentioned.values());
    }
}
