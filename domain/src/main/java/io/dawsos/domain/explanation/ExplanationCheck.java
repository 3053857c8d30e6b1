package io.dawsos.domain.explanation;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Computes every node of an explanation again from its parts. Exact operations must agree to 30 digits, where a quotient ends;
 * doubles to 1e-11 of the largest part, which covers what the order of additions loses over ten years of days. The present values of a rate of
 * return must sum to 0 within 1e-9 of their sizes, to which a root is found.
 */
public final class ExplanationCheck {

    private static final BigDecimal EXACT = new BigDecimal("1e-30");
    private static final double DOUBLE = 1e-11;
    private static final double ROOT = 1e-9;

    private ExplanationCheck() {}

    /**
     * A node that its parts do not make.
     *
     * @param path the places of the parts that lead to it, such as {@code 0.3.1}
     */
    public record Fault(String path, Explanation node, BigDecimal recomputed) {}

    private record Place(String path, Explanation node) {

        Place part(int i, List<Explanation> parts) {
            return new Place(path.isEmpty() ? "" + i : path + "." + i, parts.get(i));
        }
    }

    /**
     * Checks a tree, nearest nodes first.
     *
     * @param most at most so many nodes
     * @return the first fault; empty if all nodes that were looked at are right
     */
    public static Optional<Fault> firstFault(Explanation root, int most) {
        Deque<Place> open = new ArrayDeque<>(List.of(new Place("", root)));
        for (int looked = 0; looked < most && !open.isEmpty(); looked++) {
            Place place = open.removeFirst();
            List<Explanation> parts = place.node().parts().get();
            Optional<Fault> fault = fault(place, parts);
            if (fault.isPresent()) {
                return fault;
            }
            for (int i = 0; i < parts.size(); i++) {
                open.addLast(place.part(i, parts));
            }
        }
        return Optional.empty();
    }

    /**
     * Checks every node on one way from the root down to a leaf, however deep it lies.
     *
     * @param choice gives the place of the part to go on with, from the number of parts
     * @return the leaf that the way ends at, or the first fault on it
     */
    public static Descent descend(Explanation root, IntUnaryOperator choice) {
        Place place = new Place("", root);
        while (true) {
            List<Explanation> parts = place.node().parts().get();
            Optional<Fault> fault = fault(place, parts);
            if (fault.isPresent() || parts.isEmpty()) {
                return new Descent(place.path(), place.node(), fault);
            }
            place = place.part(choice.applyAsInt(parts.size()), parts);
        }
    }

    /**
     * The end of one way through a tree.
     *
     * @param path the places of the parts that lead to it
     * @param end a node without parts, or the faulty one
     */
    public record Descent(String path, Explanation end, Optional<Fault> fault) {}

    private static Optional<Fault> fault(Place place, List<Explanation> parts) {
        Explanation node = place.node();
        if (node.operation().leaf()) {
            return parts.isEmpty() ? Optional.empty() : Optional.of(new Fault(place.path(), node, node.value()));
        }
        if (parts.isEmpty() && node.operation() != Operation.SUM) {
            return Optional.of(new Fault(place.path(), node, BigDecimal.ZERO));
        }
        if (node.operation() == Operation.ROUND) {
            BigDecimal whole = parts.get(0).value();
            boolean near = node.value().subtract(whole).abs().compareTo(node.tolerance()) <= 0;
            return near ? Optional.empty() : Optional.of(new Fault(place.path(), node, whole));
        }
        List<BigDecimal> values = parts.stream().map(Explanation::value).toList();
        Optional<BigDecimal> exact = node.exact() ? node.operation().exactly(values) : Optional.empty();
        if (exact.isPresent()) {
            BigDecimal size =
                    values.stream().map(BigDecimal::abs).reduce(node.value().abs(), BigDecimal::max);
            boolean same = exact.get().subtract(node.value()).abs().compareTo(EXACT.multiply(size)) <= 0;
            return same ? Optional.empty() : Optional.of(new Fault(place.path(), node, exact.get()));
        }
        double[] doubles = values.stream().mapToDouble(BigDecimal::doubleValue).toArray();
        if (node.operation() == Operation.RATE_OF_RETURN) {
            return sumsToNothing(doubles) ? Optional.empty() : Optional.of(new Fault(place.path(), node, node.value()));
        }
        double again = node.operation().compute(doubles);
        double size = Math.max(1e-300, Math.abs(node.value().doubleValue()));
        for (double part : doubles) {
            size = Math.max(size, Math.min(Math.abs(part), 1e15));
        }
        boolean same = Math.abs(again - node.value().doubleValue()) <= DOUBLE * size;
        return same
                ? Optional.empty()
                : Optional.of(new Fault(
                        place.path(), node, Double.isFinite(again) ? BigDecimal.valueOf(again) : BigDecimal.ZERO));
    }

    private static boolean sumsToNothing(double[] parts) {
        double sum = 0;
        double size = 0;
        for (double part : parts) {
            sum += part;
            size += Math.abs(part);
        }
        return Math.abs(sum) <= ROOT * size;
    }
}
