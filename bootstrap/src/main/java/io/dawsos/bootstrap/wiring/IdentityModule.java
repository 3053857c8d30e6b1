package io.dawsos.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import io.dawsos.application.identity.Login;
import io.dawsos.application.identity.OwnerAccount;
import io.dawsos.domain.identity.PasswordHashing;
import io.dawsos.web.authentication.Argon2Passwords;

/** Wires users and passwords, which the reference data needs before patterns and agents are there. */
final class IdentityModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Argon2Passwords.class).in(Singleton.class);
        bind(PasswordHashing.class).to(Argon2Passwords.class);
        bind(OwnerAccount.class).in(Singleton.class);
        bind(Login.class).in(Singleton.class);
    }
}
