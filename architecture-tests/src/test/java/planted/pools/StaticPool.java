package planted.pools;

class StaticPool {
    static final Object POOL = new com.zaxxer.hikari.HikariDataSource();
}
