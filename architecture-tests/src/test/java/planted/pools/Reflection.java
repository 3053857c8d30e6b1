package planted.pools;

class Reflection {
    Object make() throws ReflectiveOperationException {
        return Class.forName("com.zaxxer.hikari.HikariDataSource")
                .getDeclaredConstructor()
                .newInstance();
    }
}
