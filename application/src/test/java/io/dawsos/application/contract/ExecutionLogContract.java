package io.dawsos.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.execution.ExecutionLog;
import io.dawsos.domain.execution.ExecutionLog.Filter;
import io.dawsos.domain.execution.ExecutionLog.Position;
import io.dawsos.domain.execution.ExecutionRecord;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.LedgerHash;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.pricing.PackId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link ExecutionLog} promises. */
public abstract class ExecutionLogContract {

    /** Gives ports over an empty store. */
    protected abstract Ports ports();

    private static ExecutionRecord run(UserId user, boolean pinned) {
        return new ExecutionRecord(
                UUID.randomUUID(),
                user,
                "portfolio_overview",
                "hash",
                "1",
                "outputs",
                "{\"lookback_days\":\"252\"}",
                pinned ? Optional.of(new PortfolioId(UUID.randomUUID())) : Optional.empty(),
                pinned ? Optional.of(new PackId("PP_2026-01-01_0123456789ab")) : Optional.empty(),
                pinned ? Optional.of(new LedgerHash("a".repeat(64))) : Optional.empty(),
                "succeeded",
                "result",
                "{\"steps\":[]}",
                Instant.parse("2026-11-25T10:11:12.123456Z"),
                1234);
    }

    @Test
    void a_run_is_found_by_its_user_and_by_nobody_else() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        AccessScope eve = AccessScope.of(ports.user("eve@example.org"));
        ExecutionRecord pinned = run(ada, true);
        ExecutionRecord free = run(ada, false);
        ExecutionLog log = ports.port(ExecutionLog.class);
        log.append(AccessScope.system("test"), List.of(pinned, free));
        assertThat(log.find(AccessScope.of(ada), pinned.id())).contains(pinned);
        assertThat(log.find(AccessScope.of(ada), free.id())).contains(free);
        assertThat(log.find(eve, pinned.id())).isEmpty();
        assertThat(log.find(AccessScope.of(ada), UUID.randomUUID())).isEmpty();
    }

    @Test
    void pages_are_newest_first_and_hold_what_the_filter_lets_pass() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        AccessScope scope = AccessScope.of(ada);
        ExecutionLog log = ports.port(ExecutionLog.class);
        List<ExecutionRecord> runs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            // Two of each moment, so that pages must not rest on the time alone.
            runs.add(at(
                    run(ada, i % 2 == 0), Instant.parse("2026-11-25T10:00:00Z").plusSeconds(i / 2)));
        }
        log.append(AccessScope.system("test"), runs);
        Filter all = new Filter(Optional.empty(), Optional.empty(), Optional.empty());
        List<ExecutionRecord> walked = new ArrayList<>();
        Optional<Position> last = Optional.empty();
        while (true) {
            List<ExecutionRecord> page = log.page(scope, all, last, 2);
            if (page.isEmpty()) {
                break;
            }
            walked.addAll(page);
            ExecutionRecord end = page.get(page.size() - 1);
            last = Optional.of(new Position(end.startedAt(), end.id()));
        }
        assertThat(walked).containsExactlyInAnyOrderElementsOf(runs);
        assertThat(walked).extracting(ExecutionRecord::startedAt).isSortedAccordingTo(Comparator.reverseOrder());
        Filter one = new Filter(
                Optional.of("portfolio_overview"),
                Optional.of("succeeded"),
                runs.get(0).portfolio());
        assertThat(log.page(scope, one, Optional.empty(), 10)).containsExactly(runs.get(0));
        Filter none = new Filter(Optional.of("another"), Optional.empty(), Optional.empty());
        assertThat(log.page(scope, none, Optional.empty(), 10)).isEmpty();
        assertThat(log.page(AccessScope.of(ports.user("eve@example.org")), all, Optional.empty(), 10))
                .isEmpty();
    }

    private static ExecutionRecord at(ExecutionRecord run, Instant startedAt) {
        return new ExecutionRecord(
                run.id(),
                run.user(),
                run.pattern(),
                run.patternHash(),
                run.engineVersion(),
                run.view(),
                run.inputsJson(),
                run.portfolio(),
                run.pack(),
                run.ledgerHead(),
                run.outcome(),
                run.resultHash(),
                run.traceJson(),
                startedAt,
                run.durationMicros());
    }
}
