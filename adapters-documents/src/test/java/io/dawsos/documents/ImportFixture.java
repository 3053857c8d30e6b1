package io.dawsos.documents;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.TypeLiteral;
import io.dawsos.application.imports.DawsosCsv;
import io.dawsos.application.imports.ImportStatement;
import io.dawsos.application.imports.ImportStatement.Options;
import io.dawsos.application.imports.ImportStatement.Undecided;
import io.dawsos.application.imports.StatementFile;
import io.dawsos.application.imports.StatementFormats;
import io.dawsos.application.imports.StatementPreview;
import io.dawsos.application.memory.InMemoryModule;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.imports.ImportMapping;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerFold;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/** Imports of statements through the real readers over ports in memory, into one portfolio in euros. */
public final class ImportFixture {

    public static final UserId OWNER = new UserId(new UUID(0, 1));
    public static final PortfolioId PORTFOLIO = new PortfolioId(new UUID(0, 2));
    private static final int ALL = 10_000;

    private final Injector injector =
            Guice.createInjector(new InMemoryModule(), new DocumentsModule(), new AbstractModule() {
                @Override
                protected void configure() {
                    bind(ImportStatement.class);
                    bind(StatementFormats.class);
                    bind(DawsosCsv.class);
                    bind(Clock.class).toInstance(Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC));
                    bind(new TypeLiteral<Supplier<UUID>>() {}).toInstance(UUID::randomUUID);
                }
            });

    public ImportFixture() {
        injector.getInstance(Portfolios.class)
                .add(
                        AccessScope.of(OWNER),
                        new Portfolio(PORTFOLIO, OWNER, "P", CurrencyCode.of("EUR"), Universe.REAL));
    }

    /** A file of the folder of samples, which is beside the repository or where dawsos.shared says; skips the test if it is absent. */
    public static Path sample(String name) {
        Optional<Path> folder =
                Optional.ofNullable(System.getProperty("dawsos.shared")).map(Path::of);
        for (Path at = Path.of("").toAbsolutePath(); folder.isEmpty() && at != null; at = at.getParent()) {
            folder = Optional.of(at.resolve("shared")).filter(Files::isDirectory);
        }
        Path file = folder.orElse(Path.of("shared")).resolve("data/ledgers").resolve(name);
        Assumptions.assumeTrue(Files.isReadable(file), () -> "no sample " + name);
        return file;
    }

    public <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    public StatementPreview preview(String content) {
        return preview(content, ImportMapping.NONE);
    }

    public StatementPreview preview(String content, ImportMapping mapping) {
        return preview(content.getBytes(StandardCharsets.UTF_8), mapping);
    }

    public StatementPreview preview(byte[] content, ImportMapping mapping) {
        return get(ImportStatement.class)
                .preview(
                        OWNER,
                        PORTFOLIO,
                        StatementFile.of("file", new ByteArrayInputStream(content)),
                        new Options(Optional.empty(), mapping, Undecided.REFUSE, false),
                        ALL);
    }

    public StatementPreview previewSample(String name) {
        return preview(read(name), ImportMapping.NONE);
    }

    public ImportStatement.Result run(byte[] content) {
        return get(ImportStatement.class)
                .run(
                        OWNER,
                        PORTFOLIO,
                        StatementFile.of("file", new ByteArrayInputStream(content)),
                        new Options(Optional.empty(), ImportMapping.NONE, Undecided.TAKE, true));
    }

    /** Takes a file whole or not at all. */
    public ImportStatement.Result strictly(byte[] content) {
        return get(ImportStatement.class)
                .run(OWNER, PORTFOLIO, StatementFile.of("file", new ByteArrayInputStream(content)), Options.STRICT);
    }

    public static byte[] read(String name) {
        try {
            return Files.readAllBytes(sample(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The transactions of the ledger that count, in the order in which they count. */
    public List<Transaction> ledger() {
        AccessScope scope = AccessScope.of(OWNER);
        Ledger ledger = get(Ledger.class);
        return ledger.head(scope, PORTFOLIO)
                .map(head -> LedgerFold.inOrder(ledger.entries(scope, PORTFOLIO, head.hash())).stream()
                        .map(entry -> entry.transaction())
                        .toList())
                .orElse(List.of());
    }
}
