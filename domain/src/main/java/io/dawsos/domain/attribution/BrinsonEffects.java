package io.dawsos.domain.attribution;

/**
 * What decisions added to a return, as fractions of the portfolio.
 *
 * @param allocation from weights other than the benchmark's
 * @param selection from returns within segments other than the benchmark's
 * @param interaction from both together
 */
public record BrinsonEffects(double allocation, double selection, double interaction) {

    /** Nothing added. */
    public static final BrinsonEffects NONE = new BrinsonEffects(0, 0, 0);

    /** Where interaction is counted. */
    public enum Interaction {
        /** On its own. */
        APART,
        /** With selection: weights are decided first (top-down). */
        IN_SELECTION,
        /** With allocation: securities are decided first (bottom-up). */
        IN_ALLOCATION
    }

    /** The sum of all three. */
    public double total() {
        return allocation + selection + interaction;
    }

    /** Adds others part by part. */
    public BrinsonEffects plus(BrinsonEffects other) {
        return new BrinsonEffects(
                allocation + other.allocation, selection + other.selection, interaction + other.interaction);
    }

    /** Multiplies each part. */
    public BrinsonEffects times(double factor) {
        return new BrinsonEffects(allocation * factor, selection * factor, interaction * factor);
    }

    /** The same with interaction counted elsewhere. */
    public BrinsonEffects counting(Interaction where) {
        return switch (where) {
            case APART -> this;
            case IN_SELECTION -> new BrinsonEffects(allocation, selection + interaction, 0);
            case IN_ALLOCATION -> new BrinsonEffects(allocation + interaction, selection, 0);
        };
    }
}
