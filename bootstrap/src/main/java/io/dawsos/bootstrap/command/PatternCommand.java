package io.dawsos.bootstrap.command;

import io.dawsos.application.pattern.PatternCatalog;
import io.dawsos.application.pattern.PatternSet;
import io.dawsos.application.run.ExecutionRequest;
import io.dawsos.application.run.PatternOrchestrator;
import io.dawsos.application.run.View;
import io.dawsos.bootstrap.wiring.Installation;
import io.dawsos.bootstrap.wiring.PatternWorkbench;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.pattern.PatternProblem;
import io.dawsos.domain.pattern.PatternProblem.Severity;
import io.dawsos.domain.pricing.PackId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Works with patterns. */
@Command(
        name = "pattern",
        description = "Work with patterns.",
        subcommands = {PatternCommand.RunCommand.class, PatternCommand.LintCommand.class})
final class PatternCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        return DawsosCommand.commandLine().execute("pattern", "--help");
    }

    /** Runs a pattern and prints its answer. */
    @Command(name = "run", description = "Run a pattern and print its answer as JSON.")
    static final class RunCommand implements Callable<Integer> {

        @Mixin
        private InstallationOptions options = new InstallationOptions();

        @Parameters(index = "0", paramLabel = "PATTERN", description = "The pattern's id.")
        private String pattern = "";

        @Option(
                names = "--portfolio",
                paramLabel = "NAME",
                description = "The portfolio by name; the first one if absent.")
        private @Nullable String portfolio;

        @Option(names = "--input", paramLabel = "NAME=VALUE", description = "An input of the pattern.")
        private Map<String, String> inputs = new LinkedHashMap<>();

        @Option(names = "--pack", paramLabel = "ID", description = "The pricing pack; the newest if absent.")
        private @Nullable String pack;

        @Option(names = "--as-of", paramLabel = "DATE", description = "The date to answer for.")
        private @Nullable LocalDate asOf;

        @Override
        public Integer call() throws Exception {
            try (Installation installation = options.open()) {
                Map<String, Object> given = new LinkedHashMap<>();
                inputs.forEach((name, value) -> given.put(name, typed(value)));
                if (portfolio != null) {
                    given.put("portfolio_id", portfolioId(installation, portfolio));
                }
                byte[] json = installation
                        .get(PatternOrchestrator.class)
                        .answer(
                                new ExecutionRequest(
                                        installation.owner().user().id(),
                                        pattern,
                                        given,
                                        true,
                                        Optional.ofNullable(pack).map(PackId::new),
                                        Optional.ofNullable(asOf)),
                                View.OUTPUTS)
                        .json();
                System.out.println(new String(json, StandardCharsets.UTF_8));
            }
            return 0;
        }

        private static Object typed(String text) {
            if (text.matches("-?\\d+(\\.\\d+)?")) {
                return new BigDecimal(text);
            }
            return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
        }

        private static String portfolioId(Installation installation, String name) throws IOException {
            return installation
                    .get(Portfolios.class)
                    .list(AccessScope.of(installation.owner().user().id()))
                    .stream()
                    .filter(found -> found.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no portfolio \"" + name + "\""))
                    .id()
                    .value()
                    .toString();
        }
    }

    /** Checks pattern documents and prints what is wrong with them. */
    @Command(
            name = "lint",
            description = {
                "Check pattern documents and print every finding with file, line and column.",
                "Exits with 1 if there is an error, with 0 if there are warnings at most."
            })
    static final class LintCommand implements Callable<Integer> {

        @Parameters(arity = "0..*", paramLabel = "FILE", description = "Documents; the built-in patterns if absent.")
        private List<Path> files = List.of();

        @Override
        public Integer call() throws IOException {
            Map<String, String> documents = new LinkedHashMap<>();
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                documents.put(
                        name.endsWith(".json") ? name.substring(0, name.length() - 5) : name, Files.readString(file));
            }
            if (files.isEmpty()) {
                documents.putAll(PatternCatalog.builtIn());
            }
            PatternSet set = new PatternWorkbench().compile(documents);
            List<PatternProblem> found = set.problems().stream()
                    .filter(problem -> documents.containsKey(problem.file().replaceAll("\\.json$", "")))
                    .toList();
            found.forEach(System.out::println);
            long errors = found.stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .count();
            System.out.println(
                    documents.size() + " checked, " + errors + " errors, " + (found.size() - errors) + " warnings");
            return errors == 0 ? 0 : 1;
        }
    }
}
