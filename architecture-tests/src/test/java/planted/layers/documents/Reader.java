package planted.layers.documents;

public class Reader {
    Object page() {
        return new planted.layers.web.Page();
    }

    Object client() {
        return java.net.http.HttpClient.newHttpClient();
    }
}
