package io.dawsos.domain.statistics;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import java.util.List;

/** Columns less their means, each of length 1, made triangular by reflections. */
final class CenteredColumns {

    /** How much of a column of length 1 the columns before it must leave, or it is a combination of them. */
    private static final double INDEPENDENT = 1e-7;

    private final double[][] columns;
    private final double[] means;
    private final double[] lengths;
    private final double[][] reflectors;
    private final double[][] upper;

    private CenteredColumns(double[][] columns, double[] means, double[] lengths) {
        this.columns = columns;
        this.means = means;
        this.lengths = lengths;
        int k = columns.length;
        this.reflectors = new double[k][];
        this.upper = new double[k][k];
        for (int j = 0; j < k; j++) {
            double[] work = columns[j].clone();
            for (int i = 0; i < j; i++) {
                reflect(reflectors[i], i, work);
            }
            double norm = norm(work, j);
            double head = work[j] > 0 ? -norm : norm;
            work[j] -= head;
            reflectors[j] = work;
            for (int i = 0; i < j; i++) {
                upper[i][j] = work[i];
            }
            upper[j][j] = head;
        }
    }

    /** @return missing if a column does not vary or is a combination of others */
    static Figure<CenteredColumns> of(List<String> names, double[][] factors) {
        int k = factors.length;
        double[][] columns = new double[k][];
        double[] means = new double[k];
        double[] lengths = new double[k];
        for (int j = 0; j < k; j++) {
            Moments moments = Moments.of(factors[j]);
            if (moments.constant()) {
                return Figure.missing(new Unavailable(
                        "factor_constant",
                        "the factor " + names.get(j) + " does not vary in the window",
                        "leave " + names.get(j) + " out, or ask for a longer window"));
            }
            means[j] = moments.mean();
            lengths[j] = StrictMath.sqrt(moments.second() * moments.size());
            columns[j] = new double[factors[j].length];
            for (int i = 0; i < columns[j].length; i++) {
                columns[j][i] = (factors[j][i] - means[j]) / lengths[j];
            }
        }
        CenteredColumns made = new CenteredColumns(columns, means, lengths);
        for (int j = 0; j < k; j++) {
            if (Math.abs(made.upper[j][j]) < INDEPENDENT) {
                String other = names.get(made.nearest(j));
                return Figure.missing(new Unavailable(
                        "factors_collinear",
                        "the factors " + other + " and " + names.get(j) + " move together"
                                + (j > 1 ? ", or with others," : "") + " and can't be told apart",
                        "leave " + other + " or " + names.get(j) + " out"));
            }
        }
        return Figure.known(made);
    }

    /** Which of the columns before one has the greatest part in its combination. */
    private int nearest(int column) {
        double[] parts = new double[column];
        for (int i = column - 1; i >= 0; i--) {
            double rest = upper[i][column];
            for (int j = i + 1; j < column; j++) {
                rest -= upper[i][j] * parts[j];
            }
            parts[i] = rest / upper[i][i];
        }
        int greatest = 0;
        for (int i = 1; i < column; i++) {
            greatest = Math.abs(parts[i]) > Math.abs(parts[greatest]) ? i : greatest;
        }
        return greatest;
    }

    int size() {
        return columns.length;
    }

    double value(int column, int row) {
        return columns[column][row];
    }

    double mean(int column) {
        return means[column];
    }

    double length(int column) {
        return lengths[column];
    }

    /** The parts of the columns that come nearest to a centred target. */
    double[] solve(double[] target) {
        double[] work = target.clone();
        int k = columns.length;
        for (int j = 0; j < k; j++) {
            reflect(reflectors[j], j, work);
        }
        double[] parts = new double[k];
        for (int j = k - 1; j >= 0; j--) {
            double rest = work[j];
            for (int i = j + 1; i < k; i++) {
                rest -= upper[j][i] * parts[i];
            }
            parts[j] = rest / upper[j][j];
        }
        return parts;
    }

    double[] residuals(double[] target, double[] parts) {
        double[] rest = target.clone();
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= parts[j] * columns[j][i];
            }
        }
        return rest;
    }

    /** The inverse of the columns' products with each other. */
    double[][] inverse() {
        int k = columns.length;
        double[][] triangle = new double[k][k];
        for (int j = 0; j < k; j++) {
            triangle[j][j] = 1 / upper[j][j];
            for (int i = j - 1; i >= 0; i--) {
                double sum = 0;
                for (int m = i + 1; m <= j; m++) {
                    sum += upper[i][m] * triangle[m][j];
                }
                triangle[i][j] = -sum / upper[i][i];
            }
        }
        double[][] inverse = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (int m = Math.max(i, j); m < k; m++) {
                    inverse[i][j] += triangle[i][m] * triangle[j][m];
                }
            }
        }
        return inverse;
    }

    private static double norm(double[] values, int from) {
        double squares = 0;
        for (int i = from; i < values.length; i++) {
            squares += values[i] * values[i];
        }
        return StrictMath.sqrt(squares);
    }

    private static void reflect(double[] reflector, int from, double[] values) {
        double size = 0;
        double product = 0;
        for (int i = from; i < values.length; i++) {
            size += reflector[i] * reflector[i];
            product += reflector[i] * values[i];
        }
        if (size == 0) {
            return;
        }
        double factor = 2 * product / size;
        for (int i = from; i < values.length; i++) {
            values[i] -= factor * reflector[i];
        }
    }
}
