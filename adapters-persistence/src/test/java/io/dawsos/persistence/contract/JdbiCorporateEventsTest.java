package io.dawsos.persistence.contract;

import io.dawsos.application.contract.CorporateEventsContract;
import io.dawsos.application.contract.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbiCorporateEventsTest extends CorporateEventsContract {

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
