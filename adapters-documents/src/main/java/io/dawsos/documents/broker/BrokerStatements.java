package io.dawsos.documents.broker;

import io.dawsos.application.imports.StatementReader;
import io.dawsos.documents.statement.CsvStatement;
import java.util.List;
import java.util.stream.Stream;

/** All readers of brokers' statements. */
public final class BrokerStatements {

    private BrokerStatements() {}

    /** All of them, the surest to recognise first. */
    public static List<StatementReader> readers() {
        return Stream.of(new Trading212(), new Degiro())
                .<StatementReader>map(CsvStatement::new)
                .toList();
    }
}
