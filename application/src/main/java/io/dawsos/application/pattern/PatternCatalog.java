package io.dawsos.application.pattern;

import io.dawsos.domain.pattern.PatternProblem;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The patterns that can be run: those that ship with the program, compiled at start, and those that were added. The set is
 * replaced as a whole, so that who runs one sees all of a change or nothing of it; a set with an error never takes its place.
 */
public final class PatternCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(PatternCatalog.class);
    private static final List<String> BUILT_IN = List.of(
            "corporate_actions_upcoming",
            "dividend_income",
            "holding_deep_dive",
            "portfolio_attribution",
            "portfolio_health",
            "portfolio_lots",
            "portfolio_overview",
            "portfolio_performance",
            "portfolio_risk",
            "portfolio_tax_report",
            "tax_harvesting_opportunities",
            "transaction_history");

    private final PatternCompiler compiler;
    private volatile PatternSet current;

    /** @throws BrokenPatternsException if a pattern that ships with the program does not compile */
    @Inject
    public PatternCatalog(PatternCompiler compiler) {
        this.compiler = compiler;
        PatternSet set = PatternSet.compile(compiler, builtIn());
        if (!set.errors().isEmpty()) {
            throw new BrokenPatternsException(set.errors());
        }
        set.problems().forEach(problem -> LOG.warn("{}", problem));
        this.current = set;
    }

    /** The documents that ship with the program, by id. */
    public static Map<String, String> builtIn() {
        Map<String, String> documents = new TreeMap<>();
        BUILT_IN.forEach(id -> documents.put(id, read("/patterns/" + id + ".json")));
        return documents;
    }

    /** The ids of the patterns that ship with the program. */
    public static Set<String> builtInIds() {
        return Set.copyOf(BUILT_IN);
    }

    private static String read(String resource) {
        try (InputStream document = PatternCatalog.class.getResourceAsStream(resource)) {
            if (document == null) {
                throw new IllegalStateException("the pattern " + resource + " is not on the class path");
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Finds a pattern.
     *
     * @throws UnknownPatternException if there is none of that id
     */
    public CompiledPattern pattern(String id) {
        PatternSet set = current;
        return set.find(id)
                .orElseThrow(() -> new UnknownPatternException(
                        id, set.all().stream().map(CompiledPattern::id).toList()));
    }

    /** All patterns, by id. */
    public List<CompiledPattern> all() {
        return current.all();
    }

    /**
     * Compiles the set with a document more, or another in its place.
     *
     * @throws BrokenPatternsException if the document, or a pattern that calls it, does not compile then
     */
    public PatternSet with(String id, String document) {
        PatternSet next = current.with(compiler, id, document);
        if (!next.errors().isEmpty()) {
            List<PatternProblem> all = next.problems();
            throw new BrokenPatternsException(all);
        }
        return next;
    }

    /** Takes a set into use. */
    public void activate(PatternSet set) {
        current = set;
    }
}
