package io.dawsos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.application.backup.StoreArchive;
import io.dawsos.application.backup.StoreArchive.Copied;
import io.dawsos.application.backup.StoreArchive.RefusedException;
import io.dawsos.application.demo.LoadDemo;
import io.dawsos.application.portfolio.CreatePortfolio;
import io.dawsos.application.portfolio.VerifyLedgers;
import io.dawsos.application.run.Answer;
import io.dawsos.application.run.ExecutionRequest;
import io.dawsos.application.run.PatternOrchestrator;
import io.dawsos.application.run.View;
import io.dawsos.bootstrap.configuration.Configuration;
import io.dawsos.bootstrap.wiring.Installation;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is restored from a backup answers as what it was taken from, to the byte. */
class BackupTest {

    @TempDir
    Path temporary;

    @BeforeEach
    void open_the_way_for_an_unprivileged_user() {
        assertThat(temporary.toFile().setExecutable(true, false)).isTrue();
    }

    private Installation open(String directory) {
        return Installation.open(Configuration.of(
                temporary.resolve(directory),
                "127.0.0.1",
                0,
                Map.of("DAWSOS_OWNER_EMAIL", directory + "@example.org")));
    }

    private static Answer overview(Installation installation, UserId user) {
        return installation
                .get(PatternOrchestrator.class)
                .answer(
                        new ExecutionRequest(
                                user, "portfolio_overview", Map.of(), true, Optional.empty(), Optional.empty()),
                        View.OUTPUTS);
    }

    @Test
    void a_restored_installation_answers_to_the_byte() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        UserId user;
        Answer before;
        Copied written;
        try (Installation first = open("first")) {
            user = first.owner().user().id();
            first.get(LoadDemo.class).run(user);
            before = overview(first, user);
            written = first.get(StoreArchive.class).write(file);
            // It is in use, so nothing is put over it.
            assertThatThrownBy(() -> restore(first, file.toByteArray()))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("in use");
        }
        try (Installation second = open("second")) {
            byte[] whole = file.toByteArray();
            byte[] cut = Arrays.copyOf(whole, whole.length / 2);
            byte[] changed = whole.clone();
            changed[whole.length / 2] ^= 1;
            assertThatThrownBy(() -> restore(second, cut)).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> restore(second, changed)).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> restore(second, new byte[] {1, 2, 3})).isInstanceOf(RefusedException.class);
            assertThat(second.get(VerifyLedgers.class).run().portfolios()).isZero();

            assertThat(restore(second, whole)).isEqualTo(written);
            Answer after = overview(second, user);
            assertThat(after.etag()).isEqualTo(before.etag());
            VerifyLedgers.Report report = second.get(VerifyLedgers.class).run();
            assertThat(report.faults()).isEmpty();
            assertThat(report.entries()).isGreaterThan(400);
            // Numbers go on after those that were restored.
            assertThat(second.get(CreatePortfolio.class).run(user, "New", CurrencyCode.of("CAD"), Universe.REAL))
                    .isPresent();
        }
        try (Installation again = open("second")) {
            assertThat(again.owner().newPassword()).isEmpty();
            assertThat(overview(again, user).etag()).isEqualTo(before.etag());
        }
    }

    private static Copied restore(Installation installation, byte[] file) throws Exception {
        return installation.get(StoreArchive.class).restore(new ByteArrayInputStream(file));
    }
}
