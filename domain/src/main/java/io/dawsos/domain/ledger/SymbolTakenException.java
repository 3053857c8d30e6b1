package io.dawsos.domain.ledger;

/** Thrown when a symbol belongs to another security of its universe, such as one that somebody else has just registered. */
public final class SymbolTakenException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String symbol;

    /** Names the symbol. */
    public SymbolTakenException(String symbol) {
        super("the symbol " + symbol + " belongs to another security");
        this.symbol = symbol;
    }

    /** The symbol. */
    public String symbol() {
        return symbol;
    }
}
