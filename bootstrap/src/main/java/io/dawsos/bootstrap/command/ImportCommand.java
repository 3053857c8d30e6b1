package io.dawsos.bootstrap.command;

import io.dawsos.application.imports.ImportCorporateEvents;
import io.dawsos.application.imports.ImportMarketData;
import io.dawsos.application.imports.ImportStatement;
import io.dawsos.application.imports.ImportTransactions;
import io.dawsos.application.imports.StatementFile;
import io.dawsos.application.portfolio.CreatePortfolio;
import io.dawsos.bootstrap.wiring.Installation;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports files into an installation that no server uses. */
@Command(
        name = "import",
        description =
                "Import a file whole, or refuse it and name every bad row. Statements of other programs are KIND statement.")
final class ImportCommand implements Callable<Integer> {

    /** What a file holds. */
    enum Kind {
        statement,
        transactions,
        securities,
        prices,
        fx,
        macro,
        events
    }

    @Mixin
    private InstallationOptions options = new InstallationOptions();

    @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
    private Kind kind = Kind.transactions;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");

    @Option(names = "--portfolio", paramLabel = "NAME", description = "The portfolio whose ledger takes transactions.")
    private @Nullable String portfolio;

    @Option(
            names = "--base-currency",
            paramLabel = "CODE",
            description = "Create the portfolio in this currency if it is not there.")
    private @Nullable String baseCurrency;

    @Option(
            names = "--only",
            paramLabel = "VALUE",
            description = "Take only rows whose column portfolio has this value.")
    private @Nullable String only;

    @Option(names = "--allow-duplicates", description = "Take rows that equal another row or an entry of the ledger.")
    private boolean allowDuplicates;

    @Mixin
    private StatementOptions statement = new StatementOptions();

    @Override
    public Integer call() throws Exception {
        if (!Files.isReadable(file)) {
            throw new IOException("can't read " + file);
        }
        try (Installation installation = options.open();
                InputStream content = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            UserId owner = installation.owner().user().id();
            if (kind == Kind.statement) {
                return importStatement(installation, owner, content);
            }
            if (kind == Kind.transactions) {
                printTransactions(importTransactions(installation, owner, content));
            } else {
                printMarketData(importMarketData(installation, owner, content));
            }
        }
        return 0;
    }

    private ImportTransactions.Result importTransactions(Installation installation, UserId owner, InputStream content)
            throws IOException {
        Portfolio target = portfolio(installation, owner);
        return installation
                .get(ImportTransactions.class)
                .run(
                        owner,
                        target.id(),
                        content,
                        new ImportTransactions.Options(allowDuplicates, Optional.ofNullable(only), fileName()));
    }

    private int importStatement(Installation installation, UserId owner, InputStream content) throws IOException {
        ImportStatement imports = installation.get(ImportStatement.class);
        StatementFile named = StatementFile.of(fileName(), content);
        if (statement.preview()) {
            PortfolioId target = known(installation, owner)
                    .orElseThrow(() -> new IOException("no such portfolio; a preview creates none"));
            return statement.print(imports.preview(owner, target, named, statement.options(), StatementOptions.ROWS));
        }
        return statement.print(imports.run(owner, portfolio(installation, owner).id(), named, statement.options()));
    }

    private Optional<PortfolioId> known(Installation installation, UserId owner) {
        return installation.get(Portfolios.class).list(AccessScope.of(owner)).stream()
                .filter(found -> found.name().equals(portfolio))
                .map(Portfolio::id)
                .findFirst();
    }

    private Portfolio portfolio(Installation installation, UserId owner) throws IOException {
        String name = Optional.ofNullable(portfolio)
                .orElseThrow(() -> new IOException("--portfolio is needed for transactions"));
        Optional<Portfolio> known = installation.get(Portfolios.class).list(AccessScope.of(owner)).stream()
                .filter(found -> found.name().equals(name))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        String code = Optional.ofNullable(baseCurrency)
                .orElseThrow(() -> new IOException("no portfolio \"" + name + "\"; --base-currency creates it"));
        return installation
                .get(CreatePortfolio.class)
                .run(owner, name, CurrencyCode.of(code), Universe.REAL)
                .orElseThrow();
    }

    private ImportMarketData.Result importMarketData(Installation installation, UserId owner, InputStream content) {
        ImportMarketData imports = installation.get(ImportMarketData.class);
        AccessScope scope = AccessScope.of(owner);
        return switch (kind) {
            case prices -> imports.prices(scope, Universe.REAL, content, fileName());
            case fx -> imports.rates(scope, Universe.REAL, content, fileName());
            case macro -> imports.macro(scope, Universe.REAL, content, fileName());
            case events -> installation.get(ImportCorporateEvents.class).run(scope, Universe.REAL, content, fileName());
            case securities -> imports.securities(scope, Universe.REAL, content);
            case statement, transactions -> throw new IllegalStateException("transactions are no market data");
        };
    }

    private String fileName() {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static void printTransactions(ImportTransactions.Result result) {
        System.out.println(result.entries() + " entries in commit " + result.commit());
        result.warnings().forEach(warning -> System.out.println("  look: " + warning));
    }

    private static void printMarketData(ImportMarketData.Result result) {
        System.out.println(result.stored() + " of " + result.offered() + " rows stored"
                + result.revision().map(number -> " in revision " + number).orElse("")
                + result.pack().map(pack -> ", newest pack " + pack).orElse(""));
    }
}
