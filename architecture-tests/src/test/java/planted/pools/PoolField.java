package planted.pools;

class PoolField {
    com.zaxxer.hikari.@org.jspecify.annotations.Nullable HikariDataSource injected;
}
