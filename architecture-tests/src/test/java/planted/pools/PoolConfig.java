package planted.pools;

class PoolConfig {
    Object make() {
        return new com.zaxxer.hikari.HikariConfig();
    }
}
