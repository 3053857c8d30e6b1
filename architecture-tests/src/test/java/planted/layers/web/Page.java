package planted.layers.web;

public class Page {
    Object store() {
        return new planted.layers.persistence.Store();
    }

    Object connection(java.sql.Connection connection) {
        return connection;
    }
}
