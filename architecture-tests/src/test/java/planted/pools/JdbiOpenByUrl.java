package planted.pools;

class JdbiOpenByUrl {
    Object open() {
        return org.jdbi.v3.core.Jdbi.open("jdbc:postgresql:x");
    }
}
