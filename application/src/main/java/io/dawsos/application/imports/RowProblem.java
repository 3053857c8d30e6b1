package io.dawsos.application.imports;

/**
 * One thing that is wrong with a file.
 *
 * @param line from 1
 * @param column the column's name; empty if the whole row is meant
 * @param value what was found, cut to a readable length
 * @param reason what is wrong with it
 * @param hint what would be right
 */
public record RowProblem(long line, String column, String value, String reason, String hint) {

    private static final int LONGEST = 80;

    public RowProblem {
        value = readable(value);
    }

    private static String readable(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "\uFFFD");
        return printable.length() > LONGEST ? printable.substring(0, LONGEST) + "..." : printable;
    }
}
