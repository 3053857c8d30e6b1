package io.dawsos.domain.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** The parcels of one security, or of substantially identical ones, while the rule on wash sales is applied. */
final class WashGroup {

    private static final Comparator<WashPiece> BY_SALE = Comparator.comparing(
                    (WashPiece piece) -> piece.sold().orElse(LocalDate.MAX))
            .thenComparing(piece -> piece.parcel().acquired())
            .thenComparingInt(WashPiece::order);

    private final int days;
    private final PriorityQueue<WashPiece> losses = new PriorityQueue<>(BY_SALE);
    private final NavigableMap<LocalDate, List<WashPiece>> purchases = new TreeMap<>();

    WashGroup(List<WashPiece> pieces, int days) {
        this.days = days;
        for (WashPiece piece : pieces) {
            purchases
                    .computeIfAbsent(piece.parcel().acquired(), date -> new ArrayList<>())
                    .add(piece);
            offer(piece);
        }
    }

    private void offer(WashPiece piece) {
        if (piece.isUnseenLoss()) {
            losses.add(piece);
        }
    }

    /** Looks at losses in the order of their sales; a loss added to units that were sold too may make one of their gain. */
    void run(List<WashSales.Match> matches) {
        WashPiece lost = losses.poll();
        while (lost != null) {
            if (lost.isUnseenLoss()) {
                lost.see();
                defer(lost, matches);
            }
            lost = losses.poll();
        }
    }

    private void defer(WashPiece lost, List<WashSales.Match> matches) {
        LocalDate date = lost.sold().orElseThrow();
        boolean left = true;
        for (List<WashPiece> bought : purchases
                .subMap(date.minusDays(days), true, date.plusDays(days), true)
                .values()) {
            for (int i = 0; i < bought.size() && left; i++) {
                WashPiece candidate = bought.get(i);
                if (candidate.replaces(lost, days)) {
                    left = defer(lost, candidate, bought, matches);
                }
            }
        }
    }

    /** Defers the loss of as many units as the candidate has; false if none is left. */
    private boolean defer(WashPiece lost, WashPiece candidate, List<WashPiece> bought, List<WashSales.Match> matches) {
        BigDecimal open = lost.parcel().presentQuantity();
        BigDecimal units = open.min(candidate.parcel().presentQuantity());
        WashPiece part = lost.take(units);
        WashPiece replacement = candidate.take(units);
        if (replacement != candidate) {
            bought.add(replacement);
        }
        matches.add(replacement.replace(part));
        offer(replacement);
        return part != lost;
    }
}
