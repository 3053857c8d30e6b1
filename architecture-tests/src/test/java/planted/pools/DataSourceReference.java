package planted.pools;

class DataSourceReference {
    java.util.function.Supplier<Object> maker = org.postgresql.ds.PGSimpleDataSource::new;
}
