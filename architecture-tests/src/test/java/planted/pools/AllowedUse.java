package planted.pools;

class AllowedUse {
    Object use(javax.sql.DataSource given) {
        return org.jdbi.v3.core.Jdbi.create(given);
    }
}
