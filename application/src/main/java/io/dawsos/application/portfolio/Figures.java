package io.dawsos.application.portfolio;

import io.dawsos.domain.figure.Figure;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;

/** Arithmetic over figures: a result is known if all its parts are, and else missing for the first reason. */
public final class Figures {

    private Figures() {}

    /** Combines two figures. */
    public static <T> Figure<T> combine(Figure<T> one, Figure<T> other, BinaryOperator<T> operator) {
        if (one.whyMissing().isPresent()) {
            return one;
        }
        return other.map(value -> operator.apply(one.asOptional().orElseThrow(), value));
    }

    /** Adds figures; 0 if there are none. */
    public static Figure<BigDecimal> sum(List<Figure<BigDecimal>> parts) {
        Figure<BigDecimal> total = Figure.known(BigDecimal.ZERO);
        for (Figure<BigDecimal> part : parts) {
            total = combine(total, part, BigDecimal::add);
        }
        return total;
    }
}
