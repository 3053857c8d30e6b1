package io.dawsos.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.application.imports.ImportRefusedException;
import io.dawsos.application.imports.ImportStatement;
import io.dawsos.application.imports.StatementPreview;
import io.dawsos.application.imports.StatementPreview.Status;
import io.dawsos.domain.ledger.Transaction;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The files that other programs publish, read from the folder of samples: what is taken, what is refused, and never twice. */
class SampleLedgersTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "samples.csv", numLinesToSkip = 1)
    void a_sample_is_taken_row_by_row_and_only_once(
            String file, String format, long taken, long refused, long ignored, long undecided) {
        ImportFixture fixture = new ImportFixture();
        StatementPreview preview = fixture.previewSample(file);
        assertThat(preview.format()).isEqualTo(format);
        String rows = preview.rows().stream()
                .filter(row -> row.status() != Status.NEW)
                .map(row -> row.line() + " " + row.status() + " " + row.reason() + " " + row.problems() + "\n")
                .toList()
                .toString();
        assertThat(List.of(
                        preview.count(Status.NEW),
                        preview.count(Status.REFUSED),
                        preview.count(Status.IGNORED),
                        preview.count(Status.NEEDS_DECISION)))
                .as(rows)
                .containsExactly(taken, refused, ignored, undecided);
        preview.rows().forEach(row -> assertThat(row.reason().isEmpty()).isEqualTo(row.status() == Status.NEW));

        if (taken + undecided == 0) {
            return;
        }
        byte[] content = ImportFixture.read(file);
        ImportStatement.Result first = fixture.run(content);
        assertThat(first.entries()).isEqualTo((int) (taken + undecided));
        List<Transaction> ledger = fixture.ledger();
        ImportStatement.Result second = fixture.run(content);
        assertThat(second.entries()).isZero();
        assertThat(second.commit()).isEqualTo(first.commit());
        assertThat(fixture.ledger()).isEqualTo(ledger);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "refused-samples.csv", numLinesToSkip = 1, delimiter = '|')
    void a_sample_that_is_wrong_is_refused_with_its_reason(String file, String column, String reason) {
        ImportFixture fixture = new ImportFixture();
        byte[] content = ImportFixture.read(file);
        ImportRefusedException refused =
                Assertions.catchThrowableOfType(ImportRefusedException.class, () -> fixture.strictly(content));
        assertThat(refused).isNotNull();
        assertThat(refused.problems()).anySatisfy(problem -> {
            assertThat(problem.column()).isEqualTo(column.equals("-") ? "" : column);
            assertThat(problem.reason()).contains(reason);
        });
        assertThat(fixture.ledger()).isEmpty();
    }
}
