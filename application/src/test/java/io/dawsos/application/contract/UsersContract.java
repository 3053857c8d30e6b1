package io.dawsos.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.identity.EmailAddress;
import io.dawsos.domain.identity.Role;
import io.dawsos.domain.identity.User;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.identity.Users;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link Users} promises. */
public abstract class UsersContract {

    /** Gives ports over an empty store. */
    protected abstract Ports ports();

    private static User user(String email, Role role) {
        return new User(new UserId(UUID.randomUUID()), new EmailAddress(email), "$argon2id$hash", role);
    }

    @Test
    void a_user_is_found_by_address_and_identity() {
        Users users = ports().port(Users.class);
        User ada = user("Ada@Example.org", Role.USER);
        assertThat(users.byEmail(ada.email())).isEmpty();
        assertThat(users.add(ada)).isTrue();
        assertThat(users.byEmail(new EmailAddress("ada@example.ORG"))).contains(ada);
        assertThat(users.byId(ada.id())).contains(ada);
        assertThat(users.byId(new UserId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void an_address_belongs_to_one_user() {
        Users users = ports().port(Users.class);
        User first = user("ada@example.org", Role.USER);
        assertThat(users.add(first)).isTrue();
        assertThat(users.add(user("ada@example.org", Role.ADMIN))).isFalse();
        assertThat(users.byEmail(first.email())).contains(first);
    }

    @Test
    void the_first_administrator_is_the_one_with_the_least_address() {
        Users users = ports().port(Users.class);
        assertThat(users.firstAdmin()).isEmpty();
        users.add(user("a@example.org", Role.USER));
        User boss = user("b@example.org", Role.ADMIN);
        users.add(user("c@example.org", Role.ADMIN));
        users.add(boss);
        assertThat(users.firstAdmin()).contains(boss);
    }
}
