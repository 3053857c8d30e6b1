package io.dawsos.application.memory;

import io.dawsos.domain.corporateaction.Announcement;
import io.dawsos.domain.execution.ExecutionRecord;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.User;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.CurrencyPair;
import io.dawsos.domain.pricing.PackId;
import io.dawsos.domain.pricing.PricingPack;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The data of all ports; every port locks it while it works. */
final class MemoryStore {

    final Map<UserId, User> users = new LinkedHashMap<>();
    final Map<PortfolioId, Portfolio> portfolios = new LinkedHashMap<>();
    final Map<PortfolioId, List<LedgerCommit>> commits = new HashMap<>();
    final Map<PortfolioId, List<LedgerEntry>> entries = new HashMap<>();
    final Map<SecurityId, NavigableMap<Long, Security>> securities = new HashMap<>();
    final Map<SecurityId, Versions> prices = new HashMap<>();
    final Map<Universe, Map<CurrencyPair, Versions>> rates = new HashMap<>();
    final Map<Universe, Map<String, Versions>> macro = new HashMap<>();
    final Map<List<Object>, NavigableMap<Long, Announcement>> events = new HashMap<>();
    final Map<PackId, PricingPack> packs = new LinkedHashMap<>();
    final Map<UUID, ExecutionRecord> executions = new LinkedHashMap<>();
    private final Map<Universe, NavigableMap<Long, String>> chains = new HashMap<>();
    private long revision;

    @Inject
    MemoryStore() {}

    /** The values of one subject by date, and for each date by revision. */
    static final class Versions extends TreeMap<LocalDate, TreeMap<Long, BigDecimal>> {
        private static final long serialVersionUID = 1L;
    }

    boolean sees(AccessScope scope, UserId owner) {
        return scope instanceof AccessScope.OfSystem
                || ((AccessScope.OfUser) scope).user().equals(owner);
    }

    Optional<Portfolio> portfolio(AccessScope scope, PortfolioId id) {
        return Optional.ofNullable(portfolios.get(id)).filter(found -> sees(scope, found.owner()));
    }

    long addRevision(Universe universe, String content) {
        NavigableMap<Long, String> chain = chains.computeIfAbsent(universe, key -> new TreeMap<>());
        String before = chain.isEmpty() ? "" : chain.lastEntry().getValue();
        chain.put(++revision, sha256(before + "\n" + content));
        return revision;
    }

    Optional<Map.Entry<Long, String>> newestRevision(Universe universe) {
        return Optional.ofNullable(
                chains.getOrDefault(universe, new TreeMap<>()).lastEntry());
    }

    List<Portfolio> list(AccessScope scope) {
        return new ArrayList<>(portfolios.values())
                .stream().filter(found -> sees(scope, found.owner())).toList();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
