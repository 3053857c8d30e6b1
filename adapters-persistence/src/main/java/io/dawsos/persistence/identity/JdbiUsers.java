package io.dawsos.persistence.identity;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.EmailAddress;
import io.dawsos.domain.identity.Role;
import io.dawsos.domain.identity.User;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.identity.Users;
import io.dawsos.persistence.pool.Database;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Users in PostgreSQL. Who logs in is not known yet, so these rows are read by the system. */
public final class JdbiUsers implements Users {

    private static final AccessScope SCOPE = AccessScope.system("users");
    private static final String COLUMNS = "select id, email, password_hash, role from users ";

    private final Database database;

    @Inject
    JdbiUsers(Database database) {
        this.database = database;
    }

    @Override
    public Optional<User> byEmail(EmailAddress email) {
        return database.inScope(
                SCOPE,
                handle -> handle.createQuery(COLUMNS + "where email = :email")
                        .bind("email", email.value())
                        .map(JdbiUsers::user)
                        .findOne());
    }

    @Override
    public Optional<User> byId(UserId id) {
        return database.inScope(
                SCOPE,
                handle -> handle.createQuery(COLUMNS + "where id = :id")
                        .bind("id", id.value())
                        .map(JdbiUsers::user)
                        .findOne());
    }

    @Override
    public Optional<User> firstAdmin() {
        return database.inScope(
                SCOPE,
                handle -> handle.createQuery(COLUMNS + "where role = 'ADMIN' order by email limit 1")
                        .map(JdbiUsers::user)
                        .findOne());
    }

    @Override
    public boolean add(User user) {
        return database.inScope(
                SCOPE,
                handle -> handle.createUpdate("insert into users (id, email, password_hash, role)"
                                        + " values (:id, :email, :hash, :role) on conflict do nothing")
                                .bind("id", user.id().value())
                                .bind("email", user.email().value())
                                .bind("hash", user.passwordHash())
                                .bind("role", user.role().name())
                                .execute()
                        == 1);
    }

    private static User user(ResultSet row, StatementContext context) throws SQLException {
        return new User(
                new UserId(row.getObject("id", UUID.class)),
                new EmailAddress(row.getString("email")),
                row.getString("password_hash"),
                Role.valueOf(row.getString("role")));
    }
}
