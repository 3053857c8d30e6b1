package io.dawsos.bootstrap.wiring;

import com.google.inject.AbstractModule;

/** Makes an injector strict: nothing is bound by accident, proxied in a circle or built without an annotated constructor. */
final class StrictModule extends AbstractModule {
    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireAtInjectOnConstructors();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
    }
}
