package io.dawsos.documents.program;

import io.dawsos.application.imports.StatementFile;
import io.dawsos.application.imports.StatementReader;
import io.dawsos.application.imports.StatementRow;
import io.dawsos.application.imports.StatementSink;
import io.dawsos.application.imports.UnreadableStatementException;
import io.dawsos.documents.statement.Draft;
import io.dawsos.documents.statement.JsonText;
import io.dawsos.documents.statement.TextEncoding;
import io.dawsos.domain.imports.ImportMapping;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Ghostfolio's own export in JSON. Its rows are numbered from 1, since JSON has no lines. */
final class GhostfolioJson implements StatementReader {

    /** Platforms whose statements this program knows. Others are taken when the setting {@code platforms} names them. */
    private static final Set<String> PLATFORMS = new TreeSet<>(Set.of(
            "charles schwab",
            "coinbase",
            "degiro",
            "freetrade",
            "interactive brokers",
            "revolut",
            "saxo",
            "swissquote",
            "trade republic",
            "trading 212"));

    @Override
    public String format() {
        return "ghostfolio_json";
    }

    @Override
    public String title() {
        return "Ghostfolio export (JSON)";
    }

    @Override
    public boolean recognizes(StatementFile file) {
        String head = TextEncoding.head(file).stripLeading();
        return head.startsWith("{") && head.contains("\"activities\"") && head.contains("\"dataSource\"");
    }

    @Override
    public void read(StatementFile file, ImportMapping mapping, StatementSink sink) {
        JsonNode root = JsonText.read(file);
        JsonNode activities = root.get("activities");
        if (activities == null || !activities.isArray()) {
            throw new UnreadableStatementException(1, "no list of activities", "export from Ghostfolio again");
        }
        Map<String, JsonNode> profiles = byKey(root, "assetProfiles", "symbol");
        Map<String, JsonNode> accounts = byKey(root, "accounts", "id");
        Map<String, JsonNode> platforms = byKey(root, "platforms", "id");
        for (int i = 0; i < activities.size(); i++) {
            JsonNode activity = activities.get(i);
            long number = i + 1L;
            sink.row(unknownPlatform(activity, accounts, platforms, mapping)
                    .map(name -> new Draft(number)
                            .refused(
                                    "platform",
                                    name,
                                    "the account is of an unknown platform",
                                    "say settings.platforms=" + name + " in the mapping to take it"))
                    .orElseGet(() -> row(number, activity, profiles)));
        }
    }

    private static Map<String, JsonNode> byKey(JsonNode root, String list, String key) {
        Map<String, JsonNode> found = new HashMap<>();
        JsonNode members = root.get(list);
        if (members != null) {
            members.forEach(member -> found.put(JsonText.text(member, key), member));
        }
        return found;
    }

    private static Optional<String> unknownPlatform(
            JsonNode activity, Map<String, JsonNode> accounts, Map<String, JsonNode> platforms, ImportMapping mapping) {
        List<String> allowed =
                List.of(mapping.settings().getOrDefault("platforms", "").split("\\|", -1));
        return Optional.ofNullable(accounts.get(JsonText.text(activity, "accountId")))
                .flatMap(account -> Optional.ofNullable(platforms.get(JsonText.text(account, "platformId"))))
                .map(platform -> JsonText.text(platform, "name"))
                .filter(name -> !PLATFORMS.contains(name.toLowerCase(Locale.ROOT)) && !allowed.contains(name));
    }

    private static StatementRow row(long number, JsonNode activity, Map<String, JsonNode> profiles) {
        Draft draft = new Draft(number);
        String symbol = JsonText.text(activity, "symbol");
        String source = JsonText.text(activity, "dataSource");
        JsonNode profile = profiles.get(symbol);
        if (profile != null) {
            draft.with("name", JsonText.text(profile, "name"))
                    .with("isin", JsonText.text(profile, "isin"))
                    .with("security_type", type(profile));
        } else if (source.equals("MANUAL")) {
            return draft.refused(
                    "symbol",
                    symbol,
                    "unknown security: a symbol of data source MANUAL needs its entry in assetProfiles",
                    "export with assetProfiles");
        }
        String name = source.equals("MANUAL") ? draft.get("name") : "";
        return new GhostfolioActivity(
                        number,
                        JsonText.text(activity, "date"),
                        name.isEmpty() ? symbol : name,
                        source,
                        JsonText.text(activity, "currency"),
                        JsonText.text(activity, "unitPrice"),
                        JsonText.text(activity, "quantity"),
                        JsonText.text(activity, "type"),
                        JsonText.text(activity, "fee"),
                        JsonText.text(activity, "comment"))
                .row(draft);
    }

    private static String type(JsonNode profile) {
        String kind = JsonText.text(profile, "assetSubClass");
        return switch (kind.isEmpty() ? JsonText.text(profile, "assetClass") : kind) {
            case "STOCK", "EQUITY" -> "equity";
            case "ETF", "MUTUALFUND" -> "fund";
            case "CRYPTOCURRENCY" -> "crypto";
            case "BOND", "FIXED_INCOME" -> "bond";
            case "COMMODITY", "PRECIOUS_METAL" -> "commodity";
            default -> "";
        };
    }
}
