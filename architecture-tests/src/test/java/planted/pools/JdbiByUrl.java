package planted.pools;

class JdbiByUrl {
    Object open() {
        return org.jdbi.v3.core.Jdbi.create("jdbc:postgresql:x");
    }
}
