package io.dawsos.persistence.contract;

import io.dawsos.application.contract.Ports;
import io.dawsos.persistence.TestStore;

/** The ports over PostgreSQL, emptied before each test. */
final class JdbiPorts implements Ports, AutoCloseable {

    private final TestStore store;

    private JdbiPorts(TestStore store) {
        this.store = store;
    }

    static JdbiPorts open() {
        return new JdbiPorts(TestStore.open());
    }

    JdbiPorts emptied() {
        store.empty();
        return this;
    }

    @Override
    public <T> T port(Class<T> type) {
        return store.port(type);
    }

    @Override
    public void close() {
        store.close();
    }
}
