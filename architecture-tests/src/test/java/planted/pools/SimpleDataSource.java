package planted.pools;

class SimpleDataSource {
    Object make() {
        return new org.postgresql.ds.PGSimpleDataSource();
    }
}
