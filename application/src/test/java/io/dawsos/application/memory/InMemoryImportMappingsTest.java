package io.dawsos.application.memory;

import com.google.inject.Guice;
import com.google.inject.Injector;
import io.dawsos.application.contract.ImportMappingsContract;
import io.dawsos.application.contract.Ports;

class InMemoryImportMappingsTest extends ImportMappingsContract {

    @Override
    protected Ports ports() {
        Injector injector = Guice.createInjector(new InMemoryModule());
        return new Ports() {
            @Override
            public <T> T port(Class<T> type) {
                return injector.getInstance(type);
            }
        };
    }
}
