package io.dawsos.domain.attribution;

/**
 * A return in base currency taken apart; the three parts sum to it.
 *
 * @param local from prices and income in local currency
 * @param fx from the exchange rate
 * @param interaction from both together
 */
public record Parts(double local, double fx, double interaction) {

    /** No return. */
    public static final Parts NONE = new Parts(0, 0, 0);

    /**
     * Takes the return of one holding apart: (1 + local)(1 + fx) - 1 = local + fx + local x fx.
     *
     * @param local its return in local currency
     * @param fx the return of that currency in base currency
     */
    public static Parts of(double local, double fx) {
        return new Parts(local, fx, local * fx);
    }

    /** The sum of the parts. */
    public double total() {
        return local + fx + interaction;
    }

    /** Adds other parts part by part. */
    public Parts plus(Parts other) {
        return new Parts(local + other.local, fx + other.fx, interaction + other.interaction);
    }

    /** Multiplies each part. */
    public Parts times(double factor) {
        return new Parts(local * factor, fx * factor, interaction * factor);
    }
}
