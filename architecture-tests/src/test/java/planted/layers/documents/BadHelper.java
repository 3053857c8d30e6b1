package planted.layers.documents;

public class BadHelper {
    static int count;

    @jakarta.inject.Inject
    public @org.jspecify.annotations.Nullable Object field;

    @jakarta.inject.Inject
    void set(Object value) {
        count++;
    }

    Object injector() {
        return com.google.inject.Guice.createInjector();
    }
}
