package io.dawsos.application.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the text of a condition into tokens. */
final class ConditionTokens {

    private static final Set<String> WORDS = Set.of("and", "or", "not", "in", "exists", "true", "false", "null");
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<reference>\\{\\{\\s*(?<braced>[A-Za-z0-9_.]+)\\s*}})"
                    + "|(?<text>'[^']*'|\"[^\"]*\")"
                    + "|(?<number>-?[0-9]+(?:\\.[0-9]+)?(?![A-Za-z0-9_]))"
                    + "|(?<word>[A-Za-z_][A-Za-z0-9_.]*)"
                    + "|(?<sign>==|!=|<=|>=|<|>|\\(|\\)|\\[|]|,))");

    private ConditionTokens() {}

    /** What a token is. */
    enum Kind {
        REFERENCE,
        TEXT,
        NUMBER,
        WORD,
        SIGN,
        END
    }

    /**
     * One token.
     *
     * @param text a path, the text between quotes, digits, a word in lower case, or a sign
     * @param position of its first character in the condition, from 1
     */
    record Token(Kind kind, String text, int position) {
        boolean is(String expected) {
            return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(expected);
        }

        @Override
        public String toString() {
            return kind == Kind.END ? "the end" : "\"" + text + "\"";
        }
    }

    /** Thrown at the first character that begins no token. */
    static final class NoTokenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoTokenException(String rest, int position) {
            super("found \"" + rest + "\" at character " + position);
        }
    }

    static List<Token> of(String condition) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(condition);
        int at = 0;
        while (!condition.substring(at).isBlank()) {
            if (!matcher.find(at) || matcher.start() != at) {
                String rest = condition.substring(at).strip();
                throw new NoTokenException(rest.substring(0, Math.min(20, rest.length())), at + 1);
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        tokens.add(new Token(Kind.END, "", condition.length() + 1));
        return tokens;
    }

    private static Token token(Matcher matcher) {
        String text = matcher.group("text");
        String number = matcher.group("number");
        String word = matcher.group("word");
        if (matcher.group("reference") != null) {
            return new Token(Kind.REFERENCE, matcher.group("braced"), matcher.start("reference") + 1);
        }
        if (text != null) {
            return new Token(Kind.TEXT, text.substring(1, text.length() - 1), matcher.start("text") + 1);
        }
        if (number != null) {
            return new Token(Kind.NUMBER, number, matcher.start("number") + 1);
        }
        if (word != null) {
            String lower = word.toLowerCase(Locale.ROOT);
            return WORDS.contains(lower)
                    ? new Token(Kind.WORD, lower, matcher.start("word") + 1)
                    : new Token(Kind.REFERENCE, word, matcher.start("word") + 1);
        }
        return new Token(Kind.SIGN, matcher.group("sign"), matcher.start("sign") + 1);
    }
}
