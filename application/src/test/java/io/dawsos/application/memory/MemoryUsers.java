package io.dawsos.application.memory;

import io.dawsos.domain.identity.EmailAddress;
import io.dawsos.domain.identity.Role;
import io.dawsos.domain.identity.User;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.identity.Users;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Optional;

/** Users in memory. */
final class MemoryUsers implements Users {

    private final MemoryStore store;

    @Inject
    MemoryUsers(MemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<User> byEmail(EmailAddress email) {
        synchronized (store) {
            return store.users.values().stream()
                    .filter(user -> user.email().equals(email))
                    .findFirst();
        }
    }

    @Override
    public Optional<User> byId(UserId id) {
        synchronized (store) {
            return Optional.ofNullable(store.users.get(id));
        }
    }

    @Override
    public Optional<User> firstAdmin() {
        synchronized (store) {
            return store.users.values().stream()
                    .filter(user -> user.role() == Role.ADMIN)
                    .min(Comparator.comparing(user -> user.email().value()));
        }
    }

    @Override
    public boolean add(User user) {
        synchronized (store) {
            return byEmail(user.email()).isEmpty() && store.users.putIfAbsent(user.id(), user) == null;
        }
    }
}
