package planted.pools;

class PoolReference {
    java.util.function.Supplier<Object> maker = com.zaxxer.hikari.HikariDataSource::new;
}
