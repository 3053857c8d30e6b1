package io.dawsos.bootstrap.wiring;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.dawsos.application.pattern.PatternCatalog;
import io.dawsos.application.pattern.PatternCompiler;
import io.dawsos.application.pattern.PatternSet;
import io.dawsos.application.run.ExecutionSettings;
import io.dawsos.documents.DocumentsModule;
import java.util.Map;
import java.util.TreeMap;

/** Compiles patterns against the program's capabilities without a database, for {@code pattern lint}. */
public final class PatternWorkbench {

    private final PatternCompiler compiler;

    /** Wires agents and compiler; nothing is opened and nothing listens. */
    public PatternWorkbench() {
        Injector injector = Guice.createInjector(
                Stage.DEVELOPMENT,
                new StrictModule(),
                new InfrastructureModule(),
                new DetachedModule(),
                new DocumentsModule(),
                new ApplicationModule(ExecutionSettings.standard(), Runnable::run));
        this.compiler = injector.getInstance(PatternCompiler.class);
    }

    /**
     * Compiles documents beside the patterns that ship with the program, which they may call or replace.
     *
     * @param documents by id
     */
    public PatternSet compile(Map<String, String> documents) {
        Map<String, String> all = new TreeMap<>(PatternCatalog.builtIn());
        all.putAll(documents);
        return PatternSet.compile(compiler, all);
    }
}
