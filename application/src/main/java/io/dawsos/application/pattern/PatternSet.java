package io.dawsos.application.pattern;

import io.dawsos.application.pattern.PatternCompiler.Compilation;
import io.dawsos.domain.pattern.PatternProblem;
import io.dawsos.domain.pattern.PatternProblem.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Patterns that may call each other, compiled together. Immutable. */
public final class PatternSet {

    private final Map<String, CompiledPattern> patterns;
    private final List<PatternProblem> problems;

    private PatternSet(Map<String, CompiledPattern> patterns, List<PatternProblem> problems) {
        this.patterns = patterns;
        this.problems = List.copyOf(problems);
    }

    /**
     * Compiles documents.
     *
     * @param documents by the ids that they must have
     */
    public static PatternSet compile(PatternCompiler compiler, Map<String, String> documents) {
        Compiling compiling = new Compiling(compiler, documents);
        documents.keySet().stream().sorted().forEach(compiling::find);
        return new PatternSet(compiling.compiled, compiling.problems);
    }

    /** The same set with one document more, or another in its place; all others are compiled again, since they may call it. */
    public PatternSet with(PatternCompiler compiler, String id, String document) {
        Map<String, String> documents = new TreeMap<>();
        patterns.forEach((known, pattern) -> documents.put(known, pattern.document()));
        documents.put(id, document);
        return compile(compiler, documents);
    }

    /** Finds a pattern that compiled. */
    public Optional<CompiledPattern> find(String id) {
        return Optional.ofNullable(patterns.get(id));
    }

    /** All patterns that compiled, by id. */
    public List<CompiledPattern> all() {
        return List.copyOf(patterns.values());
    }

    /** What was found in all documents, errors and warnings. */
    public List<PatternProblem> problems() {
        return problems;
    }

    /** What keeps patterns from loading. */
    public List<PatternProblem> errors() {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    /** Compiles each document when it is first asked for, by the set or by a pattern that calls it. */
    private static final class Compiling implements PatternLibrary {
        private final PatternCompiler compiler;
        private final Map<String, String> documents;
        private final Map<String, CompiledPattern> compiled = new TreeMap<>();
        private final Set<String> broken = new HashSet<>();
        private final Set<String> underWay = new HashSet<>();
        private final List<PatternProblem> problems = new ArrayList<>();

        Compiling(PatternCompiler compiler, Map<String, String> documents) {
            this.compiler = compiler;
            this.documents = documents;
        }

        @Override
        public Entry find(String id) {
            String document = documents.get(id);
            if (document == null) {
                return new Entry.Unknown();
            }
            if (underWay.contains(id)) {
                return new Entry.Cyclic();
            }
            if (!compiled.containsKey(id) && !broken.contains(id)) {
                underWay.add(id);
                compile(id, document);
                underWay.remove(id);
            }
            return broken.contains(id)
                    ? new Entry.Broken()
                    : new Entry.Found(java.util.Objects.requireNonNull(compiled.get(id)));
        }

        private void compile(String id, String document) {
            Compilation compilation = compiler.compile(id + ".json", document.getBytes(StandardCharsets.UTF_8), this);
            problems.addAll(compilation.problems());
            Optional<CompiledPattern> named =
                    compilation.pattern().filter(pattern -> pattern.id().equals(id));
            if (named.isPresent()) {
                compiled.put(id, named.get());
                return;
            }
            broken.add(id);
            compilation
                    .pattern()
                    .ifPresent(pattern -> problems.add(new PatternProblem(
                            "id_mismatch",
                            Severity.ERROR,
                            id + ".json",
                            1,
                            1,
                            "/id",
                            Optional.empty(),
                            "the id \"" + pattern.id() + "\" is not the name of the document, \"" + id + "\"",
                            Optional.of(id))));
        }

        @Override
        public Set<String> ids() {
            return documents.keySet();
        }
    }
}
