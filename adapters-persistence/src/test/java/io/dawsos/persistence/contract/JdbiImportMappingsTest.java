package io.dawsos.persistence.contract;

import io.dawsos.application.contract.ImportMappingsContract;
import io.dawsos.application.contract.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbiImportMappingsTest extends ImportMappingsContract {

    private final JdbiPorts store = JdbiPorts.open();

    @Override
    protected Ports ports() {
        return store.emptied();
    }

    @AfterAll
    void close() {
        store.close();
    }
}
