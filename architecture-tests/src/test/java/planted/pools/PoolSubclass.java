package planted.pools;

class PoolSubclass extends com.zaxxer.hikari.HikariDataSource {}
