package io.dawsos.bootstrap.command;

import io.dawsos.application.imports.ImportStatement;
import io.dawsos.application.imports.ImportStatement.Undecided;
import io.dawsos.application.imports.StatementPreview;
import io.dawsos.application.imports.StatementPreview.Status;
import io.dawsos.domain.imports.ImportMapping;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a statement is imported, and what is said about it. */
final class StatementOptions {

    /** Rows that a preview lists. */
    static final int ROWS = 1000;

    /** What becomes of rows that need a decision. */
    enum Choice {
        refuse,
        take,
        skip
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The format of a statement, such as degiro; found out if absent.")
    private @Nullable String format;

    @Option(names = "--preview", description = "Say what an import of a statement would do, row by row; store nothing.")
    private boolean preview;

    @Option(
            names = "--undecided",
            paramLabel = "CHOICE",
            defaultValue = "refuse",
            description = "What becomes of rows that need a decision: ${COMPLETION-CANDIDATES}.")
    private Choice undecided = Choice.refuse;

    @Option(names = "--skip-refused", description = "Leave out the rows of a statement that can't be taken.")
    private boolean skipRefused;

    @Option(
            names = "--setting",
            paramLabel = "NAME=VALUE",
            description = "How to read a statement: encoding, separator, decimal, date_format, currency and others.")
    private Map<String, String> settings = new HashMap<>();

    @Option(
            names = "--column",
            paramLabel = "FIELD=COLUMN",
            description = "The column of a statement that fills one of our fields.")
    private Map<String, String> columns = new HashMap<>();

    @Option(
            names = "--type",
            paramLabel = "WORD=TYPE",
            description = "The type that a word of a statement means, or IGNORE.")
    private Map<String, String> types = new HashMap<>();

    @Option(
            names = "--symbol",
            paramLabel = "KEY=SYMBOL",
            description = "Our symbol for an ISIN or symbol of a statement.")
    private Map<String, String> symbols = new HashMap<>();

    boolean preview() {
        return preview;
    }

    ImportStatement.Options options() {
        return new ImportStatement.Options(
                Optional.ofNullable(format),
                new ImportMapping(settings, columns, types, symbols),
                Undecided.valueOf(undecided.name().toUpperCase(Locale.ROOT)),
                skipRefused);
    }

    /** Says what an import would do; gives 1 if it would be refused. */
    int print(StatementPreview found) {
        System.out.println(found.title() + " (" + found.format() + "): " + counts(found.counts()));
        found.settings().forEach((name, value) -> System.out.println("  " + name + " = " + value));
        found.securities()
                .forEach(security -> System.out.println("  security " + security.key() + " is " + security.symbol()
                        + " in " + security.currency() + ", "
                        + security.status().name().toLowerCase(Locale.ROOT)
                        + (security.reason().isEmpty() ? "" : ": " + security.reason())));
        found.rows().forEach(StatementOptions::print);
        found.warnings().forEach(warning -> System.out.println("  look: " + warning));
        return found.count(Status.REFUSED) + found.count(Status.NEEDS_DECISION) == 0 ? 0 : 1;
    }

    private static void print(StatementPreview.Row row) {
        String becomes = row.fields()
                .map(fields -> fields.date() + " " + fields.type()
                        + row.symbol().map(name -> " " + name).orElse("")
                        + fields.amount()
                                .map(money -> " " + money.amount().toPlainString() + " " + money.currency())
                                .orElse(""))
                .orElse("");
        System.out.println("  line " + row.line() + " " + row.status().name().toLowerCase(Locale.ROOT)
                + (becomes.isEmpty() ? "" : ": " + becomes)
                + (row.reason().isEmpty() ? "" : " (" + row.reason() + ")"));
    }

    /** Says what became of an import. */
    int print(ImportStatement.Result result) {
        System.out.println(result.format() + ": " + counts(result.counts()) + "; " + result.entries() + " entries"
                + result.commit().map(hash -> " in commit " + hash).orElse(""));
        result.warnings().forEach(warning -> System.out.println("  look: " + warning));
        return 0;
    }

    private static String counts(Map<Status, Long> counts) {
        StringBuilder text = new StringBuilder();
        counts.forEach((status, count) -> text.append(text.length() == 0 ? "" : ", ")
                .append(count)
                .append(' ')
                .append(status.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        return text.toString();
    }
}
