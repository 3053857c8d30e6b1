package io.dawsos.application.pattern;

import io.dawsos.application.pattern.Condition.Comparison;
import io.dawsos.application.pattern.ConditionTokens.Kind;
import io.dawsos.application.pattern.ConditionTokens.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Compiles a condition. Its grammar, from weak to strong: {@code or}, {@code and}, {@code not}, then a comparison, {@code in},
 * {@code exists(path)}, a truth value, or a condition in parentheses. Operands are paths, with or without braces, texts in single
 * or double quotes, numbers, {@code true}, {@code false} and {@code null}.
 */
final class ConditionCompiler {

    private static final int DEEPEST = 50;

    private final PatternProblems problems;
    private final ReferenceScope scope;
    private final Optional<String> step;
    private final Located place;
    private List<Token> tokens = List.of();
    private int next;
    private int depth;

    ConditionCompiler(PatternProblems problems, ReferenceScope scope, String step, Located place) {
        this.problems = problems;
        this.scope = scope;
        this.step = Optional.of(step);
        this.place = place;
    }

    /** Thrown where the text leaves the grammar, or after a problem that is noted already. */
    private static final class BadConditionException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadConditionException(String message) {
            super(message);
        }
    }

    /** Compiles the text of the place; empty, with problems noted, if that can't be. */
    Optional<Condition> compile() {
        try {
            tokens = ConditionTokens.of(problems.text(place, step));
            Condition condition = or();
            if (peek().kind() != Kind.END) {
                throw unexpected("and, or or the end");
            }
            return Optional.of(condition);
        } catch (BadConditionException | ConditionTokens.NoTokenException e) {
            if (e.getMessage() != null && !e.getMessage().isEmpty()) {
                problems.error("bad_condition", place, step, e.getMessage());
            }
            return Optional.empty();
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private boolean takeIf(String text) {
        boolean there = peek().is(text);
        if (there) {
            next++;
        }
        return there;
    }

    private void expect(String text) {
        if (!takeIf(text)) {
            throw unexpected("\"" + text + "\"");
        }
    }

    private BadConditionException unexpected(String expected) {
        return new BadConditionException(
                "expected " + expected + ", found " + peek() + " at character " + peek().position());
    }

    private BadConditionException error(String code, String message) {
        problems.error(code, place, step, message);
        return new BadConditionException("");
    }

    private Condition or() {
        if (++depth > DEEPEST) {
            throw new BadConditionException("expected at most " + DEEPEST + " conditions inside each other");
        }
        List<Condition> parts = new ArrayList<>(List.of(and()));
        while (takeIf("or")) {
            parts.add(and());
        }
        depth--;
        return parts.size() == 1 ? parts.get(0) : new Condition.Joined(false, List.copyOf(parts));
    }

    private Condition and() {
        List<Condition> parts = new ArrayList<>(List.of(not()));
        while (takeIf("and")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Joined(true, List.copyOf(parts));
    }

    private Condition not() {
        boolean negated = false;
        while (takeIf("not")) {
            negated = !negated;
        }
        Condition simple = simple();
        return negated ? new Condition.Not(simple) : simple;
    }

    private Condition simple() {
        if (takeIf("(")) {
            Condition inner = or();
            expect(")");
            return inner;
        }
        if (takeIf("exists")) {
            expect("(");
            if (peek().kind() != Kind.REFERENCE) {
                throw unexpected("a path");
            }
            Operand.Reference reference = reference(take().text());
            expect(")");
            return there(reference);
        }
        Operand left = operand();
        Optional<Comparison> comparison = Arrays.stream(Comparison.values())
                .filter(each -> peek().is(each.sign()))
                .findFirst();
        if (comparison.isPresent()) {
            next++;
            return compared(left, comparison.get(), operand());
        }
        boolean negated = peek().is("not") && tokens.get(next + 1).is("in") && takeIf("not");
        if (takeIf("in")) {
            Condition among = among(left);
            return negated ? new Condition.Not(among) : among;
        }
        if (left instanceof Operand.Reference reference && reference.type() == Operand.Type.BOOLEAN) {
            return new Condition.Truth(reference.typed().expression());
        }
        throw error(
                left instanceof Operand.Literal ? "constant_condition" : "mistyped_comparison",
                left + " is no truth value: compare it");
    }

    private Condition there(Operand.Reference reference) {
        if (!reference.mayBeMissing()) {
            throw error("constant_condition", reference + " is always there");
        }
        return new Condition.Exists(reference.typed().expression());
    }

    private Operand operand() {
        Token token = take();
        return switch (token.kind()) {
            case REFERENCE -> reference(token.text());
            case TEXT -> new Operand.Literal(token.text());
            case NUMBER -> new Operand.Literal(new BigDecimal(token.text()));
            case WORD, SIGN, END -> {
                if (token.is("true") || token.is("false")) {
                    yield new Operand.Literal(token.is("true"));
                }
                if (token.is("null")) {
                    yield new Operand.Null();
                }
                next--;
                throw unexpected("a path, a text, a number, true, false or null");
            }
        };
    }

    private Operand.Reference reference(String path) {
        return scope.resolve(place, step, path)
                .map(typed -> new Operand.Reference(path, typed))
                .orElseThrow(() -> new BadConditionException(""));
    }

    private Condition compared(Operand left, Comparison comparison, Operand right) {
        if (left instanceof Operand.Null || right instanceof Operand.Null) {
            Operand other = left instanceof Operand.Null ? right : left;
            if (!(other instanceof Operand.Reference reference) || comparison.ordering()) {
                throw error("mistyped_comparison", "null can only be equal or unequal to a path");
            }
            Condition there = there(reference);
            return comparison == Comparison.EQUAL ? new Condition.Not(there) : there;
        }
        if (left instanceof Operand.Literal && right instanceof Operand.Literal) {
            throw error("constant_condition", left + " and " + right + " are both constant");
        }
        Operand.Type type =
                left instanceof Operand.Reference reference ? reference.type() : ((Operand.Reference) right).type();
        if (comparison.ordering() && !type.ordered()) {
            throw error("mistyped_comparison", "a " + type.label() + " is neither less nor greater: " + left);
        }
        return new Condition.Compared(side(left, right), comparison, side(right, left));
    }

    private Condition among(Operand item) {
        if (!(item instanceof Operand.Reference sought)) {
            throw error("mistyped_comparison", "expected a path before \"in\", found " + item);
        }
        if (!takeIf("[")) {
            Operand list = operand();
            if (!(list instanceof Operand.Reference reference) || !reference.isListOf(sought.type())) {
                throw error(
                        "mistyped_comparison",
                        "expected a list of " + sought.type().label() + ", found " + list);
            }
            return new Condition.Among(
                    sought.typed().expression(), reference.typed().expression());
        }
        List<Expression> items = new ArrayList<>();
        do {
            items.add(side(operand(), sought));
        } while (takeIf(","));
        expect("]");
        return new Condition.Among(sought.typed().expression(), new Expression.Items(List.copyOf(items)));
    }

    /** One side of a comparison, in the type of the other. */
    private Expression side(Operand operand, Operand other) {
        return operand.comparedWith(other)
                .orElseThrow(() -> error(
                        "mistyped_comparison", operand + " can't be compared with " + other + ": the types differ"));
    }
}
