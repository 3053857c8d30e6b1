package planted.layers.application;

public class Leaky {
    Object web = new planted.layers.web.Page();

    Object now() {
        return java.time.LocalDate.now();
    }

    void print() {
        System.out.println("x");
    }
}
