package planted.layers.domain;

public class Impure {
    Object file = new java.io.File("x");

    Object clock() {
        return java.time.Instant.now();
    }

    double root() {
        return Math.sqrt(2);
    }
}
