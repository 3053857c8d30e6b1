package io.dawsos.documents.program;

import io.dawsos.documents.statement.CsvHeader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What columns and words of tables usually mean, in several languages. */
final class GenericColumns {

    private static final Map<String, List<String>> NAMES = names();
    private static final Map<String, List<String>> TYPES = types();

    private GenericColumns() {}

    private static Map<String, List<String>> names() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put(
                "date",
                List.of(
                        "trade date",
                        "date",
                        "trade_date",
                        "datum",
                        "buchungsdatum",
                        "date d'operation",
                        "date de transaction",
                        "fecha",
                        "data",
                        "transaction date",
                        "datetime"));
        names.put(
                "type",
                List.of(
                        "type",
                        "action",
                        "side",
                        "transaction type",
                        "transaction",
                        "typ",
                        "operation",
                        "opération",
                        "type de transaction",
                        "art",
                        "transactietype",
                        "tipo",
                        "activity"));
        names.put("isin", List.of("isin", "instrument isin", "isin code"));
        names.put("symbol", List.of("symbol", "ticker", "symbole", "code", "instrument symbol", "instrument"));
        names.put(
                "name",
                List.of(
                        "name",
                        "company",
                        "security",
                        "wertpapier",
                        "libelle",
                        "libellé",
                        "instrument name",
                        "titel",
                        "product",
                        "produkt"));
        names.put(
                "quantity",
                List.of(
                        "quantity",
                        "qty",
                        "shares",
                        "units",
                        "anzahl",
                        "stück",
                        "quantite",
                        "quantité",
                        "no. of shares",
                        "aantal",
                        "cantidad"));
        names.put(
                "price",
                List.of(
                        "price",
                        "unit price",
                        "per share cost",
                        "price per share",
                        "kurs",
                        "cours",
                        "prix",
                        "koers",
                        "precio"));
        names.put(
                "amount",
                List.of(
                        "amount",
                        "total",
                        "net amount",
                        "settle amount net",
                        "total amount",
                        "betrag",
                        "montant",
                        "bedrag",
                        "importe",
                        "value"));
        names.put(
                "currency",
                List.of("currency", "ccy", "währung", "waehrung", "devise", "valuta", "divisa", "currency code"));
        names.put(
                "fee",
                List.of("fee", "fees", "commission", "frais", "gebühr", "gebühren", "provision", "kosten", "courtage"));
        names.put(
                "tax",
                List.of("tax", "taxes", "steuer", "steuern", "impots", "impôts", "belasting", "withholding tax"));
        names.put("note", List.of("note", "notes", "comment", "comments", "description", "notiz", "memo"));
        return names;
    }

    private static Map<String, List<String>> types() {
        Map<String, List<String>> types = new LinkedHashMap<>();
        types.put(
                "BUY",
                List.of("buy", "bought", "purchase", "kauf", "achat", "koop", "aankoop", "compra", "acquisto", "köp"));
        types.put("SELL", List.of("sell", "sold", "sale", "verkauf", "vente", "verkoop", "venta", "vendita", "sälj"));
        types.put(
                "DIVIDEND",
                List.of("dividend", "div", "dividende", "dividendo", "cash dividend", "ausschüttung", "utdelning"));
        types.put(
                "INTEREST",
                List.of(
                        "interest",
                        "interest earned",
                        "zinsen",
                        "interet",
                        "intérêt",
                        "rente",
                        "ränta",
                        "interest income"));
        types.put(
                "DEPOSIT",
                List.of("deposit", "cash deposit", "einzahlung", "versement", "storting", "insättning", "ingreso"));
        types.put(
                "WITHDRAWAL",
                List.of(
                        "withdrawal",
                        "withdraw",
                        "cash withdrawal",
                        "auszahlung",
                        "prelevement",
                        "prélèvement",
                        "retrait",
                        "onttrekking",
                        "uttag"));
        types.put("FEE", List.of("fee", "fees", "gebühr", "frais", "kosten", "custody fee", "commission"));
        types.put("TAX", List.of("tax", "steuer", "impot", "impôt", "belasting", "withholding tax"));
        return types;
    }

    /** The columns of a header by the fields that they most likely fill. */
    static Map<String, String> guess(CsvHeader header) {
        Map<String, String> columns = new LinkedHashMap<>();
        NAMES.forEach((field, names) -> names.stream()
                .filter(header::has)
                .filter(name -> !columns.containsValue(name))
                .findFirst()
                .ifPresent(name -> columns.put(field, name)));
        return columns;
    }

    /** The field that a column fills; empty text if none. */
    static String fieldOf(String column, Map<String, String> columns) {
        String key = column.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
        Optional<String> field = columns.entrySet().stream()
                .filter(entry ->
                        entry.getValue().strip().toLowerCase(Locale.ROOT).equals(key))
                .map(Map.Entry::getKey)
                .findFirst();
        return field.orElse("");
    }

    /** The type that a word means; the word itself if none. */
    static String type(String word) {
        String key = word.strip().toLowerCase(Locale.ROOT);
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(key))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(word);
    }
}
