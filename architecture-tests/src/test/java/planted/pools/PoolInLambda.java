package planted.pools;

class PoolInLambda {
    java.util.function.Supplier<Object> maker = () -> new com.zaxxer.hikari.HikariDataSource();
}
