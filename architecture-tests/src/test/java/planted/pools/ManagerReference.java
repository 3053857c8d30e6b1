package planted.pools;

class ManagerReference {
    interface Opening {
        Object open(String url) throws java.sql.SQLException;
    }

    Opening opening = java.sql.DriverManager::getConnection;
}
