package planted.pools;

class PoolParameter {
    PoolParameter(com.zaxxer.hikari.HikariDataSource injected) {}
}
