package planted.cycle.one;

public class One {
    Object other() {
        return new planted.cycle.two.Two();
    }
}
