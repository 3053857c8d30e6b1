package io.dawsos.domain.performance;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The greatest fall of a return index from a peak.
 *
 * @param depth a fraction, 0 or negative
 * @param peak the day of the peak before the fall
 * @param trough the day of its lowest point
 * @param recovery the day on which the peak was reached again; empty if it was not
 * @param current the fall from the last peak to the last day, 0 or negative
 */
public record Drawdown(double depth, LocalDate peak, LocalDate trough, Optional<LocalDate> recovery, double current) {}
