package io.dawsos.documents;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import io.dawsos.application.imports.StatementReader;
import io.dawsos.application.imports.TableReader;

/** Wires the readers of files. */
public final class DocumentsModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(CsvTableReader.class).in(Singleton.class);
        bind(TableReader.class).to(CsvTableReader.class);
        Multibinder.newSetBinder(binder(), StatementReader.class);
    }
}
