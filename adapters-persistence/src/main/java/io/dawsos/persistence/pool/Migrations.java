package io.dawsos.persistence.pool;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/** The schema's versions, applied in order over the one pool. */
public final class Migrations {

    private final ConnectionPool pool;

    @Inject
    Migrations(ConnectionPool pool) {
        this.pool = pool;
    }

    /**
     * Brings the schema to the newest version.
     *
     * @return how many versions were applied
     * @throws PowerfulRoleException if row-level security does not hold for the role of the pool
     */
    public int migrate() {
        refusePowerfulRole();
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(pool.dataSource())
                .locations("classpath:io/dawsos/persistence/migrations")
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /** A superuser, and a role that bypasses row-level security, sees every user's rows whatever the policies say. */
    private void refusePowerfulRole() {
        try (Connection connection = pool.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet role = statement.executeQuery(
                        "select rolname, rolsuper or rolbypassrls from pg_roles" + " where rolname = current_user")) {
            if (role.next() && role.getBoolean(2)) {
                throw new PowerfulRoleException(role.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("can't read the rights of the database role: " + e.getSQLState(), e);
        }
    }

    /** Thrown when the role of the pool is above row-level security. */
    public static final class PowerfulRoleException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PowerfulRoleException(String role) {
            super("the database role \"" + role
                    + "\" is a superuser or bypasses row-level security, so that users would see"
                    + " each other's rows; make it plain with: alter role \"" + role + "\" nosuperuser nobypassrls");
        }
    }
}
