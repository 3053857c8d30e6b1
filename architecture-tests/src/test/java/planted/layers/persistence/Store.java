package planted.layers.persistence;

public class Store {
    Object reader() {
        return new planted.layers.documents.Reader();
    }

    Object server(io.javalin.Javalin server) {
        return server;
    }
}
