package io.dawsos.application.pattern;

import io.dawsos.application.pattern.PatternCompiler.Compilation;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.pattern.PatternProblem;
import io.dawsos.domain.pattern.PatternVersions;
import io.dawsos.domain.pattern.PatternVersions.Kept;
import io.dawsos.domain.pattern.PatternVersions.Version;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The patterns that users added, by version, and the versions of all patterns that ever ran here. What is saved is compiled first,
 * kept under its hash, and then takes its place in the catalog as a whole.
 */
public final class PatternArchive {

    private static final Logger LOG = LoggerFactory.getLogger(PatternArchive.class);
    private static final AccessScope SYSTEM = AccessScope.system("patterns");

    private final PatternCatalog catalog;
    private final PatternCompiler compiler;
    private final PatternVersions versions;

    @Inject
    public PatternArchive(PatternCatalog catalog, PatternCompiler compiler, PatternVersions versions) {
        this.catalog = catalog;
        this.compiler = compiler;
        this.versions = versions;
    }

    /**
     * A version that was saved.
     *
     * @param warnings what is useless or risky in it
     */
    public record Saved(CompiledPattern pattern, List<PatternProblem> warnings) {}

    /** Thrown when a pattern that ships with the program is to be replaced. */
    public static final class BuiltInPatternException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BuiltInPatternException(String id) {
            super("the pattern \"" + id + "\" ships with the program");
        }
    }

    /** Thrown when a version is asked for that is not kept. */
    public static final class UnknownVersionException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownVersionException(String id, String hash) {
            super("the pattern \"" + id + "\" has no version " + hash);
        }
    }

    /**
     * Keeps the versions that ship with the program, and takes those of users into use that were before. One that does not
     * compile with this program is left out, and the log says why.
     */
    public synchronized void load() {
        versions.keep(
                SYSTEM, catalog.all().stream().map(PatternArchive::version).toList());
        versions.active()
                .forEach((id, hash) -> versions.find(hash).ifPresent(kept -> {
                    try {
                        catalog.activate(catalog.with(id, kept.document()));
                    } catch (BrokenPatternsException e) {
                        LOG.error("the pattern {} is left out: {}", id, e.getMessage());
                    }
                }));
    }

    private static Version version(CompiledPattern pattern) {
        return new Version(
                pattern.id(),
                pattern.version(),
                pattern.hash(),
                pattern.document(),
                pattern.includes().stream().map(CompiledPattern.Version::hash).toList());
    }

    /**
     * Saves a version and takes it into use.
     *
     * @throws BrokenPatternsException if it does not compile, or a pattern that calls it does not any more
     * @throws BuiltInPatternException if the id belongs to a pattern that ships with the program
     */
    public synchronized Saved save(AccessScope scope, String id, String document) {
        if (PatternCatalog.builtInIds().contains(id)) {
            throw new BuiltInPatternException(id);
        }
        PatternSet next = catalog.with(id, document);
        CompiledPattern pattern = next.find(id).orElseThrow();
        versions.keep(scope, List.of(version(pattern)));
        versions.activate(scope, id, pattern.hash());
        catalog.activate(next);
        return new Saved(
                pattern,
                next.problems().stream()
                        .filter(problem -> problem.file().equals(id + ".json"))
                        .toList());
    }

    /** All kept versions of a pattern, newest first. */
    public List<Kept> versions(String id) {
        return versions.versions(id);
    }

    /**
     * Finds a version of a pattern.
     *
     * @throws UnknownVersionException if it is not kept
     */
    public Version version(String id, String hash) {
        return versions.find(hash)
                .filter(version -> version.id().equals(id))
                .orElseThrow(() -> new UnknownVersionException(id, hash));
    }

    /**
     * Takes an earlier version into use again.
     *
     * @throws UnknownVersionException if it is not kept
     * @throws BrokenPatternsException if it does not compile with this program
     * @throws BuiltInPatternException if the id belongs to a pattern that ships with the program
     */
    public Saved rollBack(AccessScope scope, String id, String hash) {
        return save(scope, id, version(id, hash).document());
    }

    /**
     * Compiles the version of a hash with just those versions that it called.
     *
     * @return empty if it is not kept, or does not compile with this program
     */
    public Optional<CompiledPattern> compiled(String hash) {
        Optional<CompiledPattern> current = catalog.all().stream()
                .filter(pattern -> pattern.hash().equals(hash))
                .findFirst();
        return current.isPresent() ? current : versions.find(hash).flatMap(this::compile);
    }

    private Optional<CompiledPattern> compile(Version version) {
        Map<String, CompiledPattern> included = new TreeMap<>();
        List<String> open = new ArrayList<>(version.includes());
        for (String hash : open) {
            compiled(hash).ifPresent(pattern -> included.put(pattern.id(), pattern));
        }
        Compilation compilation = compiler.compile(
                version.id() + ".json", version.document().getBytes(StandardCharsets.UTF_8), new PatternLibrary() {
                    @Override
                    public Entry find(String id) {
                        return Optional.ofNullable(included.get(id))
                                .<Entry>map(Entry.Found::new)
                                .orElseGet(Entry.Unknown::new);
                    }

                    @Override
                    public Set<String> ids() {
                        return included.keySet();
                    }
                });
        return compilation.pattern();
    }
}
