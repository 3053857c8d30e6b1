package io.dawsos.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.execution.ExecutionLog;
import io.dawsos.domain.execution.ExecutionRecord;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.LedgerHash;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.pricing.PackId;
import java.time.Instant;
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
}
