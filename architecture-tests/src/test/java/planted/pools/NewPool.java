package planted.pools;

class NewPool {
    Object make() {
        return new com.zaxxer.hikari.HikariDataSource();
    }
}
