package io.dawsos.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.execution.ExecutionLog;
import io.dawsos.domain.execution.ExecutionRecord;
import io.dawsos.domain.execution.StoreUnavailableException;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExecutionLogWriterTest {

    /** A log that can't be reached for its first calls. */
    private static final class LostForAWhile implements ExecutionLog {
        private final List<ExecutionRecord> written = new CopyOnWriteArrayList<>();
        private final CountDownLatch failures = new CountDownLatch(2);

        @Override
        public void append(AccessScope scope, List<ExecutionRecord> records) {
            if (failures.getCount() > 0) {
                failures.countDown();
                throw new StoreUnavailableException(StoreUnavailableException.Cause.LOST, "gone");
            }
            written.addAll(records);
        }

        @Override
        public List<ExecutionRecord> page(AccessScope scope, Filter filter, Optional<Position> before, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ExecutionRecord> find(AccessScope scope, UUID id) {
            return Optional.empty();
        }
    }

    private static ExecutionRecord run(int number) {
        return new ExecutionRecord(
                new UUID(0, number),
                new UserId(new UUID(1, 1)),
                "p",
                "h",
                "1",
                "outputs",
                "{}",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "succeeded",
                "r",
                "{}",
                Instant.EPOCH,
                1);
    }

    @Test
    void what_a_lost_store_could_not_take_is_written_when_it_is_back_once_and_in_order() throws Exception {
        LostForAWhile log = new LostForAWhile();
        try (ExecutionLogWriter writer = new ExecutionLogWriter(log)) {
            for (int i = 0; i < 500; i++) {
                writer.record(run(i));
            }
            assertThat(log.failures.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(log.written)
                .hasSize(500)
                .extracting(ExecutionRecord::id)
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
