package planted.cycle.two;

public class Two {
    Object other() {
        return new planted.cycle.one.One();
    }
}
