package io.dawsos.documents;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import io.dawsos.application.imports.StatementReader;
import io.dawsos.application.imports.TableReader;
import io.dawsos.documents.broker.BrokerStatements;
import io.dawsos.documents.program.ProgramFiles;

/** Wires the readers of files. */
public final class DocumentsModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(CsvTableReader.class).in(Singleton.class);
        bind(TableReader.class).to(CsvTableReader.class);
        Multibinder<StatementReader> readers = Multibinder.newSetBinder(binder(), StatementReader.class);
        BrokerStatements.readers().forEach(reader -> readers.addBinding().toInstance(reader));
        ProgramFiles.readers().forEach(reader -> readers.addBinding().toInstance(reader));
        readers.addBinding().toInstance(ProgramFiles.anyTable());
    }
}
