package io.dawsos.application.pattern;

import io.dawsos.application.pattern.PatternCompiler.Compilation;
import io.dawsos.domain.pattern.PatternProblem;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The patterns that ship with the program, compiled at start; one broken document keeps the program from starting. */
public final class PatternCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(PatternCatalog.class);
    private static final List<String> BUILT_IN = List.of("portfolio_overview", "transaction_history");

    private final Map<String, CompiledPattern> patterns = new TreeMap<>();

    /** @throws BrokenPatternsException that names all problems of all documents */
    @Inject
    public PatternCatalog(PatternCompiler compiler) {
        List<PatternProblem> errors = new ArrayList<>();
        for (String id : BUILT_IN) {
            String file = id + ".json";
            Compilation compilation = compiler.compile(file, read("/patterns/" + file));
            for (PatternProblem problem : compilation.problems()) {
                if (problem.severity() == PatternProblem.Severity.ERROR) {
                    errors.add(problem);
                } else {
                    LOG.warn("{}", problem);
                }
            }
            compilation.pattern().ifPresent(pattern -> patterns.put(pattern.id(), pattern));
        }
        if (!errors.isEmpty()) {
            throw new BrokenPatternsException(errors);
        }
    }

    private static byte[] read(String resource) {
        try (InputStream document = PatternCatalog.class.getResourceAsStream(resource)) {
            if (document == null) {
                throw new IllegalStateException("the pattern " + resource + " is not on the class path");
            }
            return document.readAllBytes();
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
        CompiledPattern pattern = patterns.get(id);
        if (pattern == null) {
            throw new UnknownPatternException(id, List.copyOf(patterns.keySet()));
        }
        return pattern;
    }

    /** All patterns, by id. */
    public List<CompiledPattern> all() {
        return List.copyOf(patterns.values());
    }

    /** Thrown when patterns do not compile. */
    public static final class BrokenPatternsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenPatternsException(List<PatternProblem> problems) {
            super("broken patterns:\n" + PatternCompiler.render(problems));
        }
    }
}
