package io.dawsos.application.pattern;

import io.dawsos.application.shape.Shape;
import io.dawsos.domain.capability.RequestContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The fields of the context that templates may name as {@code ctx.field}. */
enum ContextField {
    PRICING_PACK_ID(Shape.Scalar.STRING),
    LEDGER_COMMIT_HASH(Shape.Scalar.STRING),
    AS_OF(Shape.Scalar.DATE),
    PORTFOLIO_ID(Shape.Scalar.UUID),
    BASE_CURRENCY(Shape.Scalar.STRING);

    private final Shape shape;

    ContextField(Shape present) {
        this.shape = new Shape.Maybe(present, false);
    }

    Shape shape() {
        return shape;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ContextField> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.label().equals(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(ContextField::label).toList();
    }

    Optional<Object> read(RequestContext context) {
        return switch (this) {
            case PRICING_PACK_ID -> context.pack().map(pack -> pack.id().value());
            case LEDGER_COMMIT_HASH ->
                context.portfolio().flatMap(pinned -> pinned.head().map(hash -> hash.hex()));
            case AS_OF -> context.pack().map(pack -> pack.asOf());
            case PORTFOLIO_ID ->
                context.portfolio().map(pinned -> pinned.portfolio().id().value());
            case BASE_CURRENCY ->
                context.portfolio()
                        .map(pinned -> pinned.portfolio().baseCurrency().code());
        };
    }
}
