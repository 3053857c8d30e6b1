package io.dawsos.persistence.pool;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Counts and times every statement that passes the gateway, by kind, in the meter {@code dawsos.database.statements}. */
final class StatementMeter implements SqlLogger {

    private static final String NAME = "dawsos.database.statements";

    private enum Kind {
        SELECT,
        INSERT,
        OTHER
    }

    private final Map<Kind, Timer> timers = new EnumMap<>(Kind.class);

    StatementMeter(MeterRegistry meters) {
        for (Kind kind : Kind.values()) {
            timers.put(
                    kind,
                    Timer.builder(NAME)
                            .description("statements of the adapters")
                            .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        record(context);
    }

    @Override
    public void logException(StatementContext context, SQLException exception) {
        record(context);
    }

    private void record(StatementContext context) {
        String sql = context.getRawSql();
        Kind kind = sql.startsWith("select") ? Kind.SELECT : sql.startsWith("insert") ? Kind.INSERT : Kind.OTHER;
        Timer timer = timers.get(kind);
        if (timer != null) {
            timer.record(java.time.Duration.of(context.getElapsedTime(ChronoUnit.NANOS), ChronoUnit.NANOS));
        }
    }
}
