package planted.pools;

class MigrationByUrl {
    Object migrate() {
        return org.flywaydb.core.Flyway.configure().dataSource("jdbc:postgresql:x", "user", "password");
    }
}
