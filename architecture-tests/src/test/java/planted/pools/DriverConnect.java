package planted.pools;

class DriverConnect {
    Object connect(java.sql.Driver driver) throws java.sql.SQLException {
        return driver.connect("jdbc:postgresql:x", new java.util.Properties());
    }
}
