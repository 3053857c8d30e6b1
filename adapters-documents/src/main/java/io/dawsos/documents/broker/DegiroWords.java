package io.dawsos.documents.broker;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of Degiro's descriptions in the languages of its customers. */
final class DegiroWords {

    private static final String NUMBER = "([\\d\\s.,\\u00a0\\u202f\\u2009]+)";
    private static final String WORDS =
            "(Koop|Verkoop|Buy|Sell|Kauf|Verkauf|Achat|Vente|Compra|Venta|Venda|Acquisto|Vendita)";

    /** A trade: word, quantity, price, currency of the price. */
    static final Pattern TRADE =
            Pattern.compile("(?:.*: )?" + WORDS + "\\s+" + NUMBER + ".*?@\\s*" + NUMBER + "\\s*([A-Z]{3}).*");

    private static final List<String> SALES =
            List.of("Verkoop", "Sell", "Verkauf", "Vente", "Venta", "Venda", "Vendita");

    private DegiroWords() {}

    /** What a row is about. */
    enum Topic {
        COSTS,
        DIVIDEND,
        DIVIDEND_TAX,
        CONVERSION,
        DEPOSIT,
        WITHDRAWAL,
        INTEREST,
        FEE,
        GIFT,
        INTERNAL,
        PRODUCT_CHANGE,
        UNKNOWN
    }

    static boolean sale(String word) {
        return SALES.contains(word);
    }

    static Topic topic(String description) {
        String text = description.toLowerCase(Locale.ROOT);
        if (any(
                text,
                "productwijziging",
                "product change",
                "produktwechsel",
                "changement de produit",
                "cambio de producto")) {
            return Topic.PRODUCT_CHANGE;
        }
        if (any(
                text,
                "cash sweep",
                "geldrekening bij flatex",
                "reservation ideal",
                "processed flatex withdrawal",
                "geldkonto bei der flatex",
                "cash account at flatex",
                "compte espèces auprès de flatex")) {
            return Topic.INTERNAL;
        }
        if (any(
                text,
                "transactiekosten",
                "transaction and/or third",
                "transaktionsgebühr",
                "frais degiro de courtage",
                "comissões de transação",
                "comisiones de transacción",
                "costi di transazione",
                "costes de transacción")) {
            return Topic.COSTS;
        }
        if (any(
                text,
                "dividendbelasting",
                "dividend tax",
                "dividendensteuer",
                "impôts sur dividende",
                "imposto sobre dividendo",
                "retención del dividendo",
                "ritenuta sul dividendo")) {
            return Topic.DIVIDEND_TAX;
        }
        if (any(text, "dividend", "fondsausschüttung", "coupure")) {
            return Topic.DIVIDEND;
        }
        if (any(
                text,
                "valuta creditering",
                "valuta debitering",
                "fx credit",
                "fx debit",
                "fx withdrawal",
                "cambio de divisa",
                "crédito de divisa",
                "cr\u00c3\u00a9dito de divisa",
                "levantamento de divisa",
                "währungswechsel",
                "opération de change",
                "credito valuta",
                "prelievo valuta")) {
            return Topic.CONVERSION;
        }
        return cash(text);
    }

    private static Topic cash(String text) {
        if (any(
                text,
                "terugstorting",
                "flatex withdrawal",
                "auszahlung",
                "retirada",
                "retrait",
                "withdrawal",
                "prelievo")) {
            return Topic.WITHDRAWAL;
        }
        if (any(text, "deposit", "storting", "einzahlung", "ingreso", "versement", "depósito", "deposito")) {
            return Topic.DEPOSIT;
        }
        if (any(
                text,
                "connection fee",
                "aansluitingskosten",
                "corporate action kosten",
                "custody",
                "exchange fee",
                "gebühr",
                "kosten",
                "frais",
                "fee")) {
            return Topic.FEE;
        }
        if (any(text, "interest", "rente", "zinsen", "intérêt", "fonds monétaires (")) {
            return Topic.INTEREST;
        }
        return text.contains("courtesy") || text.contains("compensat") ? Topic.GIFT : Topic.UNKNOWN;
    }

    private static boolean any(String text, String... words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
