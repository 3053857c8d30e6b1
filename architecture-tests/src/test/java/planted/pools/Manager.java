package planted.pools;

class Manager {
    Object connect() throws java.sql.SQLException {
        return java.sql.DriverManager.getConnection("jdbc:postgresql:x");
    }
}
