package io.dawsos.application.tax;

import io.dawsos.application.portfolio.Figures;
import io.dawsos.application.tax.ClosedLots.Closing;
import io.dawsos.application.tax.RealizedGains.Gain;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.tax.HoldingPeriod;
import io.dawsos.domain.tax.TaxYear;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The disposals of one book, each put together from its lots. */
final class Closings {

    private final TaxBook book;
    private final Optional<HoldingPeriod> period;

    Closings(TaxBook book, Optional<HoldingPeriod> period) {
        this.book = book;
        this.period = period;
    }

    ClosedLots report(Optional<UUID> security) {
        LocalDate asOf = book.snapshot().asOf();
        Map<UUID, List<Gain>> byDisposal = new GainsOfYear(book, new TaxYear(LocalDate.MIN, asOf), period)
                .gains().stream()
                        .filter(gain -> security.map(gain.securityId()::equals).orElse(true))
                        .collect(Collectors.groupingBy(Gain::transactionId, LinkedHashMap::new, Collectors.toList()));
        List<Closing> closings = byDisposal.values().stream()
                .map(Closings::closing)
                .sorted(Comparator.comparing(Closing::date))
                .toList();
        return new ClosedLots(
                book.snapshot().portfolio().id().value(),
                asOf,
                TaxQuestion.name(book.matching()),
                book.snapshot().base().code(),
                closings,
                closings.size(),
                Figures.sum(closings.stream().map(Closing::gain).toList()));
    }

    private static Closing closing(List<Gain> lots) {
        Gain first = lots.get(0);
        return new Closing(
                first.transactionId(),
                first.securityId(),
                first.symbol(),
                first.sold(),
                lots.stream().map(Gain::quantity).reduce(BigDecimal.ZERO, BigDecimal::add),
                sum(lots, Gain::proceeds),
                sum(lots, Gain::costBasis),
                sum(lots, Gain::gain),
                lots);
    }

    private static Figure<BigDecimal> sum(List<Gain> lots, Function<Gain, Figure<BigDecimal>> part) {
        return Figures.sum(lots.stream().map(part).toList());
    }
}
